package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file format. A reader keeps the file it read last: what the next one has in common with it,
 * byte for byte, is not read again. A new format is a new implementation named in {@link
 * FeatureReaders}.
 */
public interface FeatureReader {
  /**
   * Reads a whole file. Memory is some times the file's own size where that is small, and else that
   * of its coordinates.
   *
   * @param in the file's bytes, unpacked here when they are gzip; not closed
   * @throws UnreadableFileException when the bytes are not of this format
   */
  RawFile read(InputStream in) throws IOException;

  /**
   * The same with the files that belong to it.
   *
   * @param beside asked where the format has such files
   */
  default RawFile read(InputStream in, Companions beside) throws IOException {
    return read(in);
  }
}
