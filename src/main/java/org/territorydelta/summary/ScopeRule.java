package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;

/**
 * Ground outside the countries that a source draws and outside the border band around them: on the
 * first map, and whenever it grows.
 */
final class ScopeRule implements BreakRule {
  private final BreakLimits.Misplaced limits;

  ScopeRule(BreakLimits.Misplaced limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "outside-scope";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < series.maps().size(); i++) {
      long outside = series.outsideM2(i);
      if (outside - before >= limits.leastM2()) {
        found.add(
            ofMap(
                series,
                i,
                BreakKind.MISPLACED,
                outside - before,
                String.format(
                    Locale.ROOT,
                    "%.1f km² outside the scope and its band, %.1f before",
                    SquareKm.fromM2(outside),
                    SquareKm.fromM2(before))));
      }
      before = outside;
    }
    return found;
  }
}
