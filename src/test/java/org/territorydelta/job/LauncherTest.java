package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The script in {@code target} ends with the program's own exit code and adds nothing to its words.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @Test
  void aMissingConfigIsToldInOneLineAndEndsWithItsCode() throws Exception {
    Process process = start("run", "--config", "none here.yaml");

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.USAGE);
    assertThat(said.lines())
        .singleElement()
        .asString()
        .startsWith("Cannot read the config: path='none here.yaml'");
  }

  @Test
  void theVersionIsDone() throws Exception {
    assertThat(start("--version").waitFor()).isEqualTo(ExitCode.DONE);
  }

  private static Process start(String... args) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of("target", "territory-delta").toAbsolutePath().toString());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
