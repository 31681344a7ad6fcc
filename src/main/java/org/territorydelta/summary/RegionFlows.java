package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.MapPair;

/**
 * What changed hands by region between any two maps, those that were replaced included: they have
 * no place in the ledger of a source, since it carries the maps that speak.
 */
public final class RegionFlows {
  private RegionFlows() {}

  public static List<RegionTransition> of(
      MapPair pair, Collection<Transition> transitions, RegionTree regions) {
    SortedMap<RegionId, SortedMap<Flow, Long>> byRegion = new TreeMap<>();
    for (Transition transition : transitions) {
      var flow = new Flow(transition.from(), transition.to());
      for (RegionTree.PartOf part : regions.regionsOf(transition.cell())) {
        byRegion
            .computeIfAbsent(part.region(), key -> new TreeMap<>())
            .merge(flow, transition.areaM2(), Math::addExact);
      }
    }
    var dates =
        new RegionTransition.Pair(
            PairKind.PERIOD, pair.opening().mapDate(), pair.closing().mapDate());
    List<RegionTransition> rows = new ArrayList<>();
    byRegion.forEach(
        (region, flows) ->
            flows.forEach(
                (flow, areaM2) ->
                    rows.add(
                        new RegionTransition(
                            pair.opening().sourceId(),
                            dates,
                            region,
                            flow.from(),
                            flow.to(),
                            areaM2))));
    return rows;
  }
}
