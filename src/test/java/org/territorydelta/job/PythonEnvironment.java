package org.territorydelta.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A virtual environment under target/ for Python programs. It is made once, from pinned
 * requirements, and made anew when those change.
 */
public final class PythonEnvironment {
  /** What whole processes in Python that do the job's work need. */
  public static final PythonEnvironment PEERS =
      new PythonEnvironment(
          Path.of("target", "python-peers"),
          List.of(Path.of("src", "test", "python", "peers", "requirements.txt")));

  private final Path folder;
  private final List<Path> requirements;

  /**
   * @param requirements the last of them names those before it
   */
  PythonEnvironment(Path folder, List<Path> requirements) {
    this.folder = folder;
    this.requirements = requirements;
  }

  /** The interpreter; the test is skipped where Python 3 or its venv module is absent. */
  synchronized Path interpreterOrSkip() throws IOException, InterruptedException {
    assumeTrue(made(), "skipped: Python 3 with its venv module is needed (Debian: python3-venv)");
    return interpreter();
  }

  /**
   * The interpreter, for a program that cannot do without.
   *
   * @throws IOException when there is no Python 3 with its venv module, or PyPI is out of reach
   */
  public synchronized Path interpreter() throws IOException, InterruptedException {
    if (!made()) {
      throw new IOException(
          "Cannot make " + folder + ": it needs Python 3 with venv (Debian: python3-venv)");
    }
    var wanted = new StringBuilder();
    for (Path file : requirements) {
      wanted.append(Files.readString(file));
    }
    // Not there while an installation has not ended well.
    Path installed = folder.resolve("installed.txt");
    if (!Files.exists(installed) || !Files.readString(installed).contentEquals(wanted)) {
      Files.deleteIfExists(installed);
      Path last = requirements.get(requirements.size() - 1);
      if (!run(python().toString(), "-m", "pip", "install", "--quiet", "-r", last.toString())) {
        throw new IOException("Cannot install " + last + " from PyPI; see " + log());
      }
      Files.writeString(installed, wanted);
    }
    return python();
  }

  /** The pinned version of a package. */
  public String version(String name) throws IOException {
    for (Path file : requirements) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(name + "==") || line.startsWith(name + "[")) {
          return line.substring(line.indexOf("==") + 2);
        }
      }
    }
    throw new IOException("Cannot find a version: package=" + name + " in " + requirements);
  }

  /** Debian's python3 alone leaves an environment without pip. */
  private boolean made() throws InterruptedException {
    return run(python().toString(), "-m", "pip", "--version")
        || run("python3", "-m", "venv", "--clear", folder.toString());
  }

  private Path python() {
    return folder.resolve("bin").resolve("python");
  }

  private File log() {
    return new File(folder + ".log");
  }

  private boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
