package org.territorydelta.job;

/** What the process ends with; anything but {@link #DONE} is a failure. */
final class ExitCode {
  static final int DONE = 0;

  /** Something nobody foresaw. */
  static final int UNEXPECTED = 1;

  /** The call or the config is wrong. */
  static final int USAGE = 2;

  /** Input is missing, unreadable, or rejected to a larger share than the config bears. */
  static final int INPUT = 3;

  /** The output breaks a law. */
  static final int LAW = 4;

  private ExitCode() {}
}
