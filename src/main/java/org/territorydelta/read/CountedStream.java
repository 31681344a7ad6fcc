package org.territorydelta.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how many bytes have passed. */
final class CountedStream extends FilterInputStream {
  private long bytes;

  CountedStream(InputStream in) {
    super(in);
  }

  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    bytes += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    bytes += Math.max(0, count);
    return count;
  }
}
