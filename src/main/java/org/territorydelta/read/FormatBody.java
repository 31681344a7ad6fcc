package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;

/** What is a format's own: features out of bytes that are unpacked already. */
interface FormatBody {
  /**
   * @param in not gzip; not closed
   * @return without hash and length, which are those of the packed file
   * @throws UnreadableFileException when the bytes are not of this format
   */
  RawFile read(InputStream in, Companions beside) throws IOException;
}
