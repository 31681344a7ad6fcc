package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program in a process of its own, with options that a running JVM no longer takes. */
final class OwnProcess {
  /** What a test's own class path is made of; the program needs no more. */
  static final String CLASS_PATH = System.getProperty("java.class.path");

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();

  OwnProcess() {
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Xmx"))
        .forEach(options::add);
    options("-Dspark.ui.enabled=false");
    options("-Dspark.driver.bindAddress=127.0.0.1", "-Dspark.driver.host=127.0.0.1");
  }

  /** Adds options of the JVM, Spark's properties among them. */
  OwnProcess options(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  OwnProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs the sample into a folder, and fails with all that was printed unless it ends well. */
  void runSample(String out) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH, TerritoryDelta.class.getName()));
    command.addAll(List.of("run", "--config", "data/sample/config.yaml"));
    command.addAll(List.of("--out", out));
    File log = Files.createTempFile("territory-delta-run", ".log").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor()).as(() -> text(log)).isZero();
    } finally {
      process.destroy();
      Files.delete(log.toPath());
    }
  }

  private static String text(File log) {
    try {
      return Files.readString(log.toPath());
    } catch (IOException e) {
      return "Cannot read " + log + ": " + e.getMessage();
    }
  }
}
