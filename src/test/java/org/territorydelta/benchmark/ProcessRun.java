package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its good end, as the system saw it.
 *
 * @param seconds from before it was started to its exit
 * @param processorSeconds what all its threads had of the processors, but for the last {@value
 *     #LOOK_MILLIS} ms; hardly moved by what else the machine does
 * @param peakMb the most memory it had resident at one time ({@code VmHWM} of Linux, 1e6 bytes),
 *     its children not counted; 0 where the system does not tell
 */
record ProcessRun(double seconds, double processorSeconds, double peakMb) {
  private static final int LOOK_MILLIS = 50;
  private static final int SHOWN_CHARACTERS = 4000;
  private static final String PEAK = "VmHWM:";
  private static final double MB_PER_KIB = 1024 / 1e6;

  /**
   * Runs a program.
   *
   * @param log takes what it prints
   * @throws IOException when it cannot be started or ends with another code than 0
   */
  static ProcessRun of(List<String> command, Path log) throws IOException, InterruptedException {
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
            .start();
    try {
      double peakMb = 0;
      double processorSeconds = 0;
      do {
        peakMb = Math.max(peakMb, peakMb(process.pid()));
        processorSeconds = Math.max(processorSeconds, processorSeconds(process));
      } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      double seconds = (System.nanoTime() - started) / 1e9;
      if (process.exitValue() != 0) {
        throw new IOException(
            "Cannot go on: exit code "
                + process.exitValue()
                + " of "
                + command.get(0)
                + ", whose last words in "
                + log
                + " are\n"
                + end(log));
      }
      return new ProcessRun(seconds, processorSeconds, peakMb);
    } finally {
      process.destroy();
    }
  }

  private static double processorSeconds(Process process) {
    return process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
  }

  private static double peakMb(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip())
              * MB_PER_KIB;
        }
      }
    } catch (IOException goneOrNotLinux) {
      return 0;
    }
    return 0;
  }

  private static String end(Path log) throws IOException {
    String text = Files.readString(log, StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - SHOWN_CHARACTERS));
  }
}
