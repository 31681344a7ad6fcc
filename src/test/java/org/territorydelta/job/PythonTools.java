package org.territorydelta.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The virtual environment under target/ that all Python programs here run in: the notebooks, the
 * checks by other libraries, the peer of the benchmark. It is made once, from the pinned
 * requirements, and made anew when those change.
 */
public final class PythonTools {
  private static final Path ENVIRONMENT = Path.of("target", "python");
  private static final Path NOTEBOOKS = Path.of("notebooks", "requirements.txt");
  private static final Path TESTS = Path.of("src", "test", "python", "requirements.txt");

  /** What was installed; not there while an installation has not ended well. */
  private static final Path INSTALLED = ENVIRONMENT.resolve("installed.txt");

  private PythonTools() {}

  /** The interpreter; the test is skipped where Python 3 or its venv module is absent. */
  static Path interpreterOrSkip() throws IOException, InterruptedException {
    assumeTrue(made(), "skipped: Python 3 with its venv module is needed (Debian: python3-venv)");
    return interpreter();
  }

  /**
   * The interpreter, for a program that cannot do without.
   *
   * @throws IOException when there is no Python 3 with its venv module, or PyPI is out of reach
   */
  public static synchronized Path interpreter() throws IOException, InterruptedException {
    if (!made()) {
      throw new IOException(
          "Cannot make " + ENVIRONMENT + ": it needs Python 3 with venv (Debian: python3-venv)");
    }
    String wanted = Files.readString(NOTEBOOKS) + Files.readString(TESTS);
    if (!Files.exists(INSTALLED) || !Files.readString(INSTALLED).equals(wanted)) {
      Files.deleteIfExists(INSTALLED);
      if (!run(python().toString(), "-m", "pip", "install", "--quiet", "-r", TESTS.toString())) {
        throw new IOException("Cannot install " + TESTS + " from PyPI; see target/python.log");
      }
      Files.writeString(INSTALLED, wanted);
    }
    return python();
  }

  /** The pinned version of a package. */
  public static String version(String name) throws IOException {
    return Files.readAllLines(NOTEBOOKS).stream()
        .filter(line -> line.startsWith(name + "=="))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  /** Debian's python3 alone leaves an environment without pip. */
  private static boolean made() throws InterruptedException {
    return run(python().toString(), "-m", "pip", "--version")
        || run("python3", "-m", "venv", "--clear", ENVIRONMENT.toString());
  }

  private static Path python() {
    return ENVIRONMENT.resolve("bin").resolve("python");
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
