package org.territorydelta.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Java programs as processes of their own, with this one's flags and class path. */
final class SameJvm {
  private SameJvm() {}

  static List<String> command(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  /** The machine, what else it is doing, and the flags that matter, in words. */
  static String description() {
    return Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("java.vm.name")
        + " "
        + System.getProperty("java.version")
        + ", "
        + String.join(" ", flags().stream().filter(flag -> flag.startsWith("-X")).toList())
        + String.format(
            Locale.ROOT,
            ", load %.1f",
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
