package org.territorydelta;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real maps beside the project, which are not ours to put into it. */
public final class SharedData {
  private static final Path FOLDER = Path.of("..", "shared", "data");

  private SharedData() {}

  /** A file or folder in the shared folder; where that is absent, the test is skipped. */
  public static Path path(String name) {
    assumeTrue(
        Files.isDirectory(FOLDER),
        () -> "Skipped: it needs the real maps in " + FOLDER.toAbsolutePath().normalize());
    return FOLDER.resolve(name);
  }
}
