package org.territorydelta.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes of binary formats, bounded: a length that a broken file tells is never believed. */
final class ByteSource {
  /** No file of maps that must lie in memory whole is larger. */
  static final int MOST_BYTES = 512 << 20;

  private ByteSource() {}

  /** All bytes to the end of the stream. */
  static byte[] all(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES);
    if (bytes.length == MOST_BYTES && in.read() >= 0) {
      throw new UnreadableFileException(
          "it has more than " + (MOST_BYTES >> 20) + " MiB, which this format cannot be read with");
    }
    return bytes;
  }

  /**
   * Exactly so many bytes. Memory grows with what is there, not with what was promised.
   *
   * @throws EOFException when there are fewer
   */
  static byte[] exactly(InputStream in, long length) throws IOException {
    if (length < 0 || length > MOST_BYTES) {
      throw new UnreadableFileException("a length of " + length + " bytes cannot be right");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
