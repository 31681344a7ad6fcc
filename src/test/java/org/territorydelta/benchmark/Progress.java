package org.territorydelta.benchmark;

/** Tells whoever waits what is going on; the table goes to the standard output alone. */
final class Progress {
  private Progress() {}

  static void say(String what) {
    System.err.println("benchmark: " + what);
  }
}
