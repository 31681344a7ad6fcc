package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.SnapshotFacts;

/**
 * More ground than there can be: more than the countries that the source draws have, or many times
 * what any map of some weeks before showed.
 */
final class PlausibilityRule implements BreakRule {
  /**
   * Maps before, of which the largest counts. One bad map among them that slipped through hides
   * another of its size for so many maps, and no longer.
   */
  static final int MAPS_BEFORE = 30;

  private final BreakLimits.Implausible limits;

  PlausibilityRule(BreakLimits.Implausible limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "too-much-ground";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    List<Long> plausible = new ArrayList<>();
    for (int i = 0; i < series.maps().size(); i++) {
      long ground = groundM2(series.maps().get(i));
      long most =
          plausible.stream()
              .skip(Math.max(0, plausible.size() - MAPS_BEFORE))
              .mapToLong(Long::longValue)
              .max()
              .orElse(0);
      boolean jumped =
          i > 0 && most > 0 && ground > limits.times() * most && ground - most >= limits.leastM2();
      if (ground > series.plausibleM2().orElse(Long.MAX_VALUE)) {
        found.add(
            implausible(
                series,
                i,
                ground - series.plausibleM2().getAsLong(),
                "%.1f km² of ground, the countries have %.1f",
                ground,
                series.plausibleM2().getAsLong()));
      } else if (jumped) {
        found.add(
            implausible(
                series,
                i,
                ground - most,
                "%.1f km² of ground, at most %.1f on the maps before",
                ground,
                most));
      } else {
        plausible.add(ground);
      }
    }
    return found;
  }

  private SeriesBreak implausible(
      MapSeries series, int at, long areaM2, String form, long groundM2, long mostM2) {
    return ofMap(
        series,
        at,
        BreakKind.IMPLAUSIBLE_AREA,
        areaM2,
        String.format(Locale.ROOT, form, SquareKm.fromM2(groundM2), SquareKm.fromM2(mostM2)));
  }

  private static long groundM2(SnapshotFacts map) {
    return map.groundM2().values().stream().mapToLong(Long::longValue).sum();
  }
}
