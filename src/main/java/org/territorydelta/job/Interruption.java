package org.territorydelta.job;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the program is being stopped from outside, by Ctrl-C or a signal: what fails from then on
 * fails because of that, and is no failure to tell of.
 */
final class Interruption {
  private static final AtomicBoolean STOPPING = new AtomicBoolean();
  private static final AtomicBoolean ENDED = new AtomicBoolean();

  private Interruption() {}

  /** Call it once, before any work. */
  static void watch() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!ENDED.get()) {
                    STOPPING.set(true);
                    QuietLog.silence();
                    System.err.println(
                        "Stopped. Nothing was published; the output is what it was before.");
                  }
                },
                "interruption"));
  }

  /** The program comes to an end of its own. */
  static void ended() {
    ENDED.set(true);
  }

  static boolean isStopping() {
    return STOPPING.get();
  }
}
