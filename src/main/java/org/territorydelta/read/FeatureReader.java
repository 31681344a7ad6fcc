package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;

/** One file format. A new format is a new implementation named in {@link FeatureReaders}. */
public interface FeatureReader {
  /**
   * Reads a whole file as a stream of tokens; memory is that of its coordinates.
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
