package org.territorydelta.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Virtual environments under target/ with pinned packages, made once and then kept. */
public final class PythonTools {
  private static final Path ENVIRONMENT = Path.of("target", "python");

  private PythonTools() {}

  /**
   * The environment's interpreter; the test is skipped where Python 3 or its venv module is absent.
   */
  static Path withPackages(String... packages) throws IOException, InterruptedException {
    assumeTrue(
        made(ENVIRONMENT),
        "skipped: Python 3 with its venv module is needed (Debian: python3-venv)");
    return install(ENVIRONMENT, packages);
  }

  /**
   * An environment's interpreter, for a program that cannot do without.
   *
   * @throws IOException when there is no Python 3 with its venv module, or PyPI is out of reach
   */
  public static Path install(Path environment, String... packages)
      throws IOException, InterruptedException {
    if (!made(environment)) {
      throw new IOException(
          "Cannot make " + environment + ": it needs Python 3 with venv (Debian: python3-venv)");
    }
    Path python = interpreter(environment);
    List<String> install = new ArrayList<>();
    install.addAll(List.of(python.toString(), "-m", "pip", "install", "--quiet"));
    install.addAll(Arrays.asList(packages));
    if (!run(install.toArray(String[]::new))) {
      throw new IOException(
          "Cannot install " + Arrays.toString(packages) + " from PyPI; see target/python.log");
    }
    return python;
  }

  private static boolean made(Path environment) throws InterruptedException {
    return Files.exists(interpreter(environment))
        || run("python3", "-m", "venv", environment.toString());
  }

  private static Path interpreter(Path environment) {
    return environment.resolve("bin").resolve("python");
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
