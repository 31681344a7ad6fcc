package org.territorydelta.job;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.territorydelta.spark.JobSession;

/**
 * A log that shows our own lines and Spark's progress bar, and of Spark only what went wrong. It
 * steps back where the user or the cluster has set up another; under spark-submit the session
 * quiets Spark.
 */
final class QuietLog {
  private static final String PROPERTY = "log4j2.configurationFile";

  private static final String QUIET = "org/territorydelta/job/quiet-log4j2.properties";

  /** Where clusters keep a log configuration of their own, in Spark's conf folder. */
  private static final String CLUSTER_CONFIG = "/log4j2.properties";

  private QuietLog() {}

  /** Call it before anything logs. */
  static void useUnlessConfigured() {
    boolean isConfigured =
        System.getProperty(PROPERTY) != null || QuietLog.class.getResource(CLUSTER_CONFIG) != null;
    if (isConfigured) {
      return;
    }
    if (!JobSession.isSubmitted()) {
      System.setProperty(PROPERTY, QUIET);
    }
  }

  /** Nothing more is worth a line. */
  static void silence() {
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
  }
}
