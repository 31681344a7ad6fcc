package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;

/** The rows of {@code transition} of one source and region: every pair that was compared. */
final class TransitionSummariser {
  private final MeasuredMaps maps;
  private final Diagonal diagonal;
  private final RegionId region;
  private final RegionLedger ledger;

  TransitionSummariser(MeasuredMaps maps, Diagonal diagonal, RegionId region, RegionLedger ledger) {
    this.maps = maps;
    this.diagonal = diagonal;
    this.region = region;
    this.ledger = ledger;
  }

  List<RegionTransition> transitions(PairPlan plan) {
    List<RegionTransition> rows = new ArrayList<>();
    plan.consecutive().forEach(pair -> addRows(rows, PairKind.CONSECUTIVE, pair));
    plan.period().forEach(pair -> addRows(rows, PairKind.PERIOD, pair));
    return rows;
  }

  private void addRows(List<RegionTransition> rows, PairKind kind, DatePair pair) {
    SortedMap<Flow, Long> sums = new TreeMap<>(ledger.flowsM2(pair));
    if (diagonal == Diagonal.GIVEN) {
      addStayed(sums, pair);
    }
    var dates = new RegionTransition.Pair(kind, pair.opening(), pair.closing());
    sums.forEach(
        (flow, area) ->
            rows.add(
                new RegionTransition(
                    maps.sourceId(), dates, region, flow.from(), flow.to(), area)));
  }

  /** What a holding had and did not lose. Ground that nobody holds has no bounds to measure. */
  private void addStayed(SortedMap<Flow, Long> sums, DatePair pair) {
    for (Holding holding : ledger.holdings()) {
      long stayed = ledger.stock(holding, maps.position(pair.opening())).areaM2();
      for (var flow : ledger.flowsM2(pair).entrySet()) {
        stayed -= flow.getKey().from().equals(holding) ? flow.getValue() : 0;
      }
      if (stayed > 0) {
        sums.put(new Flow(holding, holding), stayed);
      }
    }
  }
}
