package org.territorydelta.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream that can give back the first bytes from a place it has just passed, without keeping the
 * rest: what the quarantine shows of a feature.
 */
final class RawWindow extends FilterInputStream {
  /** How much of a feature the quarantine shows. */
  static final int SHOWN_BYTES = 2048;

  private final byte[] shown = new byte[SHOWN_BYTES];
  private byte[] lastChunk = new byte[0];
  private long lastChunkStart;
  private long position;
  private int filled;

  RawWindow(InputStream in) {
    super(in);
  }

  /** Starts showing from a byte offset that lies in the chunk handed out last. */
  void mark(long offset) {
    filled = 0;
    int from = (int) Math.max(0, offset - lastChunkStart);
    if (from < lastChunk.length) {
      append(lastChunk, from, lastChunk.length - from);
    }
  }

  /** The bytes from the mark on, up to {@link #SHOWN_BYTES} or the given offset. */
  String shown(long start, long end) {
    int length = (int) Math.min(filled, Math.max(0, end - start));
    return new String(shown, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      lastChunk = Arrays.copyOfRange(target, offset, offset + count);
      lastChunkStart = position;
      position += count;
      append(target, offset, count);
    }
    return count;
  }

  private void append(byte[] source, int offset, int length) {
    int count = Math.min(length, SHOWN_BYTES - filled);
    System.arraycopy(source, offset, shown, filled, count);
    filled += count;
  }
}
