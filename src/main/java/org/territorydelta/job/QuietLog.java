package org.territorydelta.job;

import org.territorydelta.spark.JobSession;

/**
 * A log that shows our own lines and Spark's progress bar, and of Spark only what went wrong. It
 * steps back where spark-submit or the user has set up another.
 */
final class QuietLog {
  private static final String PROPERTY = "log4j2.configurationFile";

  private QuietLog() {}

  /** Call it before anything logs. */
  static void useUnlessConfigured() {
    if (!JobSession.isSubmitted() && System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, "org/territorydelta/job/quiet-log4j2.properties");
    }
  }
}
