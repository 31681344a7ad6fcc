package org.territorydelta.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Pieces of the file read last and of the one being read, with what was read from them, found again
 * by their bytes. Every byte is compared; a checksum only says with which piece.
 *
 * @param <T> what is read from a piece
 */
final class KnownTexts<T> {
  /**
   * A copy of the bytes of a piece, and what was read from them.
   *
   * @param key length and checksum
   */
  record Known<T>(long key, byte[] bytes, T content) {
    static <T> Known<T> of(byte[] bytes, T content) {
      return new Known<>(KnownTexts.key(bytes, 0, bytes.length), bytes, content);
    }

    /** Whether a text goes on with these very bytes. */
    boolean continues(byte[] text, int from, int end) {
      return bytes.length <= end - from
          && Arrays.equals(bytes, 0, bytes.length, text, from, from + bytes.length);
    }

    <S> Known<S> with(S other) {
      return new Known<>(key, bytes, other);
    }
  }

  private Map<Long, Known<T>> before = new HashMap<>();
  private Map<Long, Known<T>> now = new HashMap<>();

  /** Forgets what the file read last did not have. */
  void nextFile() {
    before = now;
    now = new HashMap<>();
  }

  /** What was read from the same bytes, if they are known. */
  Optional<Known<T>> find(byte[] text, int from, int to) {
    long key = key(text, from, to);
    Known<T> known = before.getOrDefault(key, now.get(key));
    return Optional.ofNullable(known)
        .filter(k -> Arrays.equals(k.bytes, 0, k.bytes.length, text, from, to));
  }

  /** Keeps a piece until the file after this one was read. */
  void keep(Known<T> known) {
    now.put(known.key, known);
  }

  private static long key(byte[] text, int from, int to) {
    var sum = new CRC32C();
    sum.update(text, from, to - from);
    return (long) (to - from) << Integer.SIZE | sum.getValue();
  }
}
