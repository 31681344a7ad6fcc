package org.territorydelta.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What it is measured on. */
final class Machine {
  private Machine() {}

  /** The machine, what else it is doing, and the flags that matter, in words. */
  static String description() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    return Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("java.vm.name")
        + " "
        + System.getProperty("java.version")
        + ", "
        + String.join(
            " ", runtime.getInputArguments().stream().filter(f -> f.startsWith("-X")).toList())
        + String.format(
            Locale.ROOT,
            ", load %.1f",
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
