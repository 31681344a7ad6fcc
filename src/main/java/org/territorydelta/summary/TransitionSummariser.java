package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Diagonal;
import org.territorydelta.model.Holding;
import org.territorydelta.model.PairKind;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;

/** The rows of {@code transition} of one source: every pair that was compared, by region. */
final class TransitionSummariser {
  private final String sourceId;
  private final Diagonal diagonal;
  private final StockLedger ledger;
  private final SortedMap<RegionId, List<RegionTree.Part>> parts;

  TransitionSummariser(
      String sourceId,
      Diagonal diagonal,
      StockLedger ledger,
      SortedMap<RegionId, List<RegionTree.Part>> parts) {
    this.sourceId = sourceId;
    this.diagonal = diagonal;
    this.ledger = ledger;
    this.parts = parts;
  }

  List<RegionTransition> transitions(PairPlan plan) {
    List<RegionTransition> rows = new ArrayList<>();
    plan.consecutive().forEach(pair -> addRows(rows, PairKind.CONSECUTIVE, pair));
    plan.period().forEach(pair -> addRows(rows, PairKind.PERIOD, pair));
    return rows;
  }

  private void addRows(List<RegionTransition> rows, PairKind kind, DatePair pair) {
    SortedMap<Cell, SortedMap<Flow, Long>> flows = ledger.flows(pair);
    var dates = new RegionTransition.Pair(kind, pair.opening(), pair.closing());
    parts.forEach(
        (region, cells) -> {
          SortedMap<Flow, Long> sums = new TreeMap<>();
          for (RegionTree.Part part : cells) {
            SortedMap<Flow, Long> changed = flows.getOrDefault(part.cell(), new TreeMap<>());
            changed.forEach((flow, area) -> sums.merge(flow, area, Math::addExact));
            if (diagonal == Diagonal.GIVEN) {
              addStayed(sums, ledger.stocksAt(part.cell(), pair.opening()), changed);
            }
          }
          sums.forEach(
              (flow, area) ->
                  rows.add(
                      new RegionTransition(sourceId, dates, region, flow.from(), flow.to(), area)));
        });
  }

  /** What a holding had and did not lose. Ground that nobody holds has no bounds to measure. */
  private static void addStayed(
      SortedMap<Flow, Long> sums, Map<Holding, Long> opening, Map<Flow, Long> changed) {
    opening.forEach(
        (holding, had) -> {
          long left =
              changed.entrySet().stream()
                  .filter(flow -> flow.getKey().from().equals(holding))
                  .mapToLong(Map.Entry::getValue)
                  .sum();
          if (had > left) {
            sums.merge(new Flow(holding, holding), had - left, Math::addExact);
          }
        });
  }
}
