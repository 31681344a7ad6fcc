package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.Cell;
import org.territorydelta.model.PairKind;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.MapPair;

/**
 * What changed hands by region between any two maps, those that were replaced included: they have
 * no place in the ledger of a source, since it carries the maps that speak.
 */
public final class RegionFlows {
  private RegionFlows() {}

  public static List<RegionTransition> of(
      MapPair pair, Collection<Transition> transitions, RegionTree regions) {
    SortedMap<Cell, SortedMap<Flow, Long>> byCell = new TreeMap<>();
    for (Transition transition : transitions) {
      byCell
          .computeIfAbsent(transition.cell(), key -> new TreeMap<>())
          .merge(new Flow(transition.from(), transition.to()), transition.areaM2(), Math::addExact);
    }
    var dates =
        new RegionTransition.Pair(
            PairKind.PERIOD, pair.opening().mapDate(), pair.closing().mapDate());
    List<RegionTransition> rows = new ArrayList<>();
    regions
        .parts(byCell.keySet())
        .forEach(
            (region, parts) -> {
              SortedMap<Flow, Long> sums = new TreeMap<>();
              for (RegionTree.Part part : parts) {
                byCell
                    .get(part.cell())
                    .forEach((flow, area) -> sums.merge(flow, area, Math::addExact));
              }
              for (Map.Entry<Flow, Long> sum : sums.entrySet()) {
                rows.add(
                    new RegionTransition(
                        pair.opening().sourceId(),
                        dates,
                        region,
                        sum.getKey().from(),
                        sum.getKey().to(),
                        sum.getValue()));
              }
            });
    return rows;
  }
}
