package org.territorydelta.spark.session;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times the stages of a run, one after the other, and says at each one's end what it did. */
public final class StageClock {
  private static final Logger LOG = LoggerFactory.getLogger("org.territorydelta.stage");

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long started = System.nanoTime();

  /** Ends a stage that began when the one before it ended. */
  public void ended(String stage, String what) {
    long now = System.nanoTime();
    double took = Math.round((now - started) / 1e6) / 1e3;
    started = now;
    seconds.put(stage, took);
    LOG.info("{}", String.format(Locale.ROOT, "%-9s %6.1f s  %s", stage, took, what));
  }

  public Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }
}
