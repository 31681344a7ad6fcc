package org.territorydelta.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A virtual environment under target/ with pinned packages, made once and then kept. */
final class PythonTools {
  private static final Path ENVIRONMENT = Path.of("target", "python");

  private PythonTools() {}

  /**
   * The environment's interpreter; the test is skipped where Python 3 or its venv module is absent.
   */
  static Path withPackages(String... packages) throws IOException, InterruptedException {
    Path python = ENVIRONMENT.resolve("bin").resolve("python");
    if (!Files.exists(python)) {
      boolean made = run("python3", "-m", "venv", ENVIRONMENT.toString());
      assumeTrue(made, "skipped: Python 3 with its venv module is needed (Debian: python3-venv)");
    }
    List<String> install = new ArrayList<>();
    install.addAll(List.of(python.toString(), "-m", "pip", "install", "--quiet"));
    install.addAll(Arrays.asList(packages));
    if (!run(install.toArray(String[]::new))) {
      throw new IOException(
          "Cannot install " + Arrays.toString(packages) + " from PyPI; see target/python.log");
    }
    return python;
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      File log = new File("target", "python.log");
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
