package org.territorydelta.config;

import java.io.Serializable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.claim.Spread;

/**
 * How far apart the nets of two sources of one war are, by the days of a period. It is nearly a
 * constant, and no share of the net: what differs is where each draws the line of a day.
 *
 * @param km2ByDays of periods of so many days; between them in proportion, and beyond them the
 *     nearest
 */
public record SourceSpreads(SortedMap<Integer, Spread> km2ByDays) implements Serializable {
  /**
   * Medians and 80th percentiles over the days on which the archives of DeepState and of NZZ both
   * have maps, July 2024 to March 2026.
   */
  public static final SourceSpreads OF_ARCHIVES =
      new SourceSpreads(
          new TreeMap<>(
              Map.of(
                  7, new Spread(39, 86),
                  28, new Spread(93, 188),
                  91, new Spread(114, 314),
                  182, new Spread(148, 300),
                  365, new Spread(160, 342))));

  public SourceSpreads {
    km2ByDays = new TreeMap<>(km2ByDays);
  }

  /** For a period of so many days. */
  public Spread km2(int days) {
    NavigableMap<Integer, Spread> known = new TreeMap<>(km2ByDays);
    Map.Entry<Integer, Spread> below = known.floorEntry(days);
    Map.Entry<Integer, Spread> above = known.ceilingEntry(days);
    if (below == null || above == null || below.equals(above)) {
      return below == null ? above == null ? Spread.NONE : above.getValue() : below.getValue();
    }
    double part = (days - below.getKey()) / (double) (above.getKey() - below.getKey());
    return new Spread(
        between(below.getValue().usual(), above.getValue().usual(), part),
        between(below.getValue().wide(), above.getValue().wide(), part));
  }

  private static double between(double low, double high, double part) {
    return low + part * (high - low);
  }
}
