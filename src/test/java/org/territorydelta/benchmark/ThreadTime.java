package org.territorydelta.benchmark;

import java.lang.management.ManagementFactory;

/**
 * The processor time that this thread has had. Unlike the time of day it leaves out what other
 * threads and programs do meanwhile; so it leaves out the collector of garbage, too.
 */
final class ThreadTime {
  private static final double NANOS = 1e9;

  private ThreadTime() {}

  /** Seconds since a moment of its own; only differences mean something. */
  static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
  }
}
