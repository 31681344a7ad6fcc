package org.territorydelta.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The environment that the tests' Python programs run in: the notebooks, and the checks by other
 * libraries.
 */
final class PythonTools {
  private static final PythonEnvironment ENVIRONMENT =
      new PythonEnvironment(
          Path.of("target", "python"),
          List.of(
              Path.of("notebooks", "requirements.txt"),
              Path.of("src", "test", "python", "requirements.txt")));

  private PythonTools() {}

  /** The interpreter; the test is skipped where Python 3 or its venv module is absent. */
  static Path interpreterOrSkip() throws IOException, InterruptedException {
    return ENVIRONMENT.interpreterOrSkip();
  }
}
