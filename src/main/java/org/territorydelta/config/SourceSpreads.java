package org.territorydelta.config;

import java.io.Serializable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far apart the nets of two sources of one war are, by the days of a period. It is nearly a
 * constant, and no share of the net: what differs is where each draws the line of a day.
 *
 * @param km2ByDays of periods of so many days; between them in proportion, and beyond them the
 *     nearest
 */
public record SourceSpreads(SortedMap<Integer, Double> km2ByDays) implements Serializable {
  /** Two sources are not told apart. */
  public static final SourceSpreads NONE = new SourceSpreads(new TreeMap<>());

  /**
   * Medians over the days on which the archives of DeepState and of NZZ both have maps, July 2024
   * to March 2026.
   */
  public static final SourceSpreads OF_ARCHIVES =
      new SourceSpreads(
          new TreeMap<>(Map.of(7, 39.0, 28, 93.0, 91, 114.0, 182, 148.0, 365, 160.0)));

  public SourceSpreads {
    km2ByDays = new TreeMap<>(km2ByDays);
  }

  /** For a period of so many days. */
  public double km2(int days) {
    if (km2ByDays.isEmpty()) {
      return 0;
    }
    NavigableMap<Integer, Double> known = new TreeMap<>(km2ByDays);
    Map.Entry<Integer, Double> below = known.floorEntry(days);
    Map.Entry<Integer, Double> above = known.ceilingEntry(days);
    if (below == null || above == null || below.equals(above)) {
      return (below == null ? above : below).getValue();
    }
    double part = (days - below.getKey()) / (double) (above.getKey() - below.getKey());
    return below.getValue() + part * (above.getValue() - below.getValue());
  }
}
