package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.Holding;

/**
 * A block of ground that goes from one status to another of the same side between two maps, or to a
 * side from ground the source called disputed, or back: a legend redefined, a backlog worked off.
 */
final class ReclassificationRule implements BreakRule {
  private final long leastM2;

  ReclassificationRule(long leastM2) {
    this.leastM2 = leastM2;
  }

  @Override
  public String name() {
    return "status-changed";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    for (MapSeries.Step step : series.steps()) {
      SortedMap<String, Long> areas = new TreeMap<>();
      SortedMap<String, String> details = new TreeMap<>();
      step.flows()
          .forEach(
              (flow, area) -> {
                if (area >= leastM2 && isReclassified(flow.from(), flow.to())) {
                  String side = side(flow);
                  areas.merge(side, area, Long::sum);
                  details.merge(side, detail(flow, area), (a, b) -> a + "; " + b);
                }
              });
      areas.forEach(
          (side, area) ->
              found.add(
                  between(
                      series,
                      step,
                      BreakKind.BLOCK_RECLASSIFICATION,
                      side,
                      area,
                      details.get(side))));
    }
    return found;
  }

  private static String side(Flow flow) {
    return flow.to().side().equals(Holding.DISPUTED) ? flow.from().side() : flow.to().side();
  }

  private static String detail(Flow flow, long areaM2) {
    return String.format(
        Locale.ROOT, "%.1f km² from %s to %s", SquareKm.fromM2(areaM2), flow.from(), flow.to());
  }

  private static boolean isReclassified(Holding from, Holding to) {
    boolean disputed = from.side().equals(Holding.DISPUTED) || to.side().equals(Holding.DISPUTED);
    return !from.isNone() && !to.isNone() && (disputed || from.side().equals(to.side()));
  }
}
