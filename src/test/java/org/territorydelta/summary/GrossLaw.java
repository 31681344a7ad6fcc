package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.DatePair;

/** Gross figures are the sums over the chain of consecutive maps. */
final class GrossLaw {
  private record Series(String side, String layerSet, RegionId region) {}

  private record Step(LocalDate closing, long gainedM2) {}

  private final SourceTables tables;
  private final Findings findings;
  private final Map<RegionId, List<RegionTransition>> steps = new HashMap<>();
  private final Map<Series, TreeMap<LocalDate, Long>> gainedUpTo = new HashMap<>();

  GrossLaw(SourceTables tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
    for (RegionTransition transition : tables.transitions()) {
      if (transition.pair().kind() == PairKind.CONSECUTIVE) {
        steps.computeIfAbsent(transition.region(), key -> new ArrayList<>()).add(transition);
      }
    }
  }

  /**
   * Gross gained may be over its chain by the roundings that keep it from falling below gained; the
   * gross net being net, the same then holds for gross lost.
   */
  void check(String row, AreaDelta delta, Figures figures, DatePair pair) {
    var series = new Series(delta.key().side(), delta.key().layerSet(), delta.key().region().id());
    TreeMap<LocalDate, Long> sums = gainedUpTo.computeIfAbsent(series, this::running);
    long gained = upTo(sums, pair.closing()) - upTo(sums, pair.opening());
    long over = figures.gross().gainedM2() - gained;
    findings.holds(
        over >= 0 && over <= delta.details().boundM2(),
        row,
        "gross_gained_km2 sums over the consecutive pairs, it is over by " + over + " m²");
  }

  private static long upTo(TreeMap<LocalDate, Long> sums, LocalDate day) {
    Map.Entry<LocalDate, Long> entry = sums.floorEntry(day);
    return entry == null ? 0 : entry.getValue();
  }

  private TreeMap<LocalDate, Long> running(Series series) {
    LayerSet layerSet = tables.layerSet(series.layerSet);
    List<Step> gains = new ArrayList<>();
    for (RegionTransition step : steps.getOrDefault(series.region, List.of())) {
      boolean before = layerSet.controls(series.side, step.from());
      boolean after = layerSet.controls(series.side, step.to());
      if (!before && after) {
        gains.add(new Step(step.pair().closingMapDate(), step.areaM2()));
      }
    }
    gains.sort(Comparator.comparing(Step::closing));
    var sums = new TreeMap<LocalDate, Long>();
    long sum = 0;
    for (Step gain : gains) {
      sum += gain.gainedM2;
      sums.put(gain.closing, sum);
    }
    return sums;
  }
}
