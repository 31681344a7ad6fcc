package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as its users start it: by the launcher that the build makes. */
final class Launcher {
  static final Path SAMPLE = Path.of("data", "sample", "config.yaml");

  private static final Path TARGET = Path.of("target");
  private static final int LONGEST_WAIT_SECONDS = 300;

  private Launcher() {}

  /** Runs a config into a folder, and lets an archive of classes be made at the first time. */
  static ProcessRun run(Path config, Path out, Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(TARGET.resolve("territory-delta").toAbsolutePath().toString());
    command.addAll(List.of("run", "--config", config.toString(), "--out", out.toString()));
    return ProcessRun.of(command, log);
  }

  /**
   * Runs the sample, so that the archive of classes is there for what is timed; goes on without
   * where none comes.
   */
  static void warmUp(Path work) throws IOException, InterruptedException {
    Path out = work.resolve("sample");
    run(SAMPLE, out, work.resolve("sample.log"));
    for (int second = 0; second < LONGEST_WAIT_SECONDS && beingMade(); second++) {
      TimeUnit.SECONDS.sleep(1);
    }
    Folders.delete(out);
  }

  /** Whether the folder of archives has anything but archives. */
  private static boolean beingMade() throws IOException {
    Path archives = TARGET.resolve("class-archive");
    if (!Files.exists(archives)) {
      return false;
    }
    try (Stream<Path> files = Files.list(archives)) {
      return !files.allMatch(file -> file.toString().endsWith(".jsa"));
    }
  }
}
