package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import org.territorydelta.read.Companions;

/**
 * A file to be normalised.
 *
 * @param path as the tables shall name it
 * @param beside files that belong to it
 */
public record MapInput(String path, Opener content, Companions beside) {
  /** Opens a file. */
  public interface Opener {
    InputStream open() throws IOException;
  }
}
