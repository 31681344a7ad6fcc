package org.territorydelta.read;

import java.io.ByteArrayInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file that lies in memory. */
record ParquetBytes(byte[] bytes) implements InputFile {
  /** Bytes that know where they are read. */
  private static final class Positioned extends ByteArrayInputStream {
    Positioned(byte[] bytes) {
      super(bytes);
    }

    long position() {
      return pos;
    }

    void moveTo(long position) {
      pos = (int) Math.max(0, Math.min(position, count));
    }
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    var positioned = new Positioned(bytes);
    return new DelegatingSeekableInputStream(positioned) {
      @Override
      public long getPos() {
        return positioned.position();
      }

      @Override
      public void seek(long position) {
        positioned.moveTo(position);
      }
    };
  }
}
