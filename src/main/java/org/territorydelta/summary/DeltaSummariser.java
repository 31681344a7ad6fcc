package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Churn;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.ShiftedEnds;

/** The rows of {@code area_delta} of one source and region: every period, side and layer set. */
final class DeltaSummariser {
  private final MeasuredMaps maps;
  private final SummaryFrame frame;
  private final SourcePeriods periods;
  private final PairPlan plan;
  private final GroundFacts ground;
  private final SortedMap<SideLayer, BrokenSteps> broken;

  DeltaSummariser(
      MeasuredMaps maps,
      SummaryFrame frame,
      SourcePeriods periods,
      PairPlan plan,
      GroundFacts ground,
      SortedMap<SideLayer, BrokenSteps> broken) {
    this.maps = maps;
    this.frame = frame;
    this.periods = periods;
    this.plan = plan;
    this.ground = ground;
    this.broken = broken;
  }

  /** How many periods there are figures for. */
  int periods() {
    return periods.periods().size();
  }

  /**
   * One side's ground in the region.
   *
   * @param brokenM2 what the steps of breaks moved there
   */
  private record Holder(
      RegionFacts region,
      LayerMeasure measure,
      BrokenSteps broken,
      SortedMap<DatePair, Change> brokenM2) {
    FigureBreaks within(DatePair pair) {
      return broken.within(pair, brokenM2);
    }
  }

  List<AreaDelta> areaDeltas(RegionFacts region, RegionLedger ledger) {
    List<AreaDelta> rows = new ArrayList<>();
    for (LayerSet layerSet : frame.layerSets()) {
      for (String side : ledger.sides()) {
        var measure = new LayerMeasure(maps, ledger, new SideLayer(side, layerSet));
        if (region.id().equals(RegionId.ALL) || measure.everHeld()) {
          BrokenSteps steps = broken.getOrDefault(measure.layer(), BrokenSteps.NONE);
          var holder = new Holder(region, measure, steps, measure.movedIn(steps.pairs()));
          periods.periods().forEach(period -> rows.add(row(holder, period)));
        }
      }
    }
    var spread = new LayerSetSpread(rows, frame.layerSets());
    return rows.stream().map(spread::widened).toList();
  }

  private AreaDelta row(Holder holder, SourcePeriods.Covered period) {
    PeriodStates states = period.states();
    SideLayer layer = holder.measure.layer();
    var key =
        new AreaDelta.Key(
            maps.sourceId(), layer.side(), layer.layerSet().name(), holder.region, states.period());
    var ends = new AreaDelta.States(states.coverage(), states.opening(), states.closing());
    if (!states.isCovered()) {
      return new AreaDelta(key, ends, Optional.empty());
    }
    DatePair pair = states.pair();
    Figures figures = holder.measure.figures(pair);
    FigureBreaks breaks = holder.within(pair);
    Optional<Change> noise =
        looksForNoise(pair) ? Optional.of(holder.measure.noise(pair)) : Optional.empty();
    Optional<NetBand> dates =
        period.ends().filter(shifted -> !breaks.parting()).map(shifted -> band(shifted, holder));
    Optional<NetBand> band =
        dates.map(known -> noise.map(n -> known.withNoise(figures.netM2(), n)).orElse(known));
    Optional<Churn> churn =
        looksForChurn(states)
            ? Optional.of(holder.measure.churn(pair).toChurn())
            : Optional.empty();
    long bound =
        maps.boundM2(pair)
            + churn.map(found -> ground.churnBoundsM2().getOrDefault(pair, 0L)).orElse(0L);
    return new AreaDelta(
        key, ends, Optional.of(figures), new AreaDelta.Details(band, churn, noise, breaks, bound));
  }

  private static NetBand band(ShiftedEnds ends, Holder holder) {
    return DateBand.of(
        ends,
        pair -> !holder.within(pair).parting(),
        mapDate -> holder.measure.stock(mapDate).areaM2());
  }

  /** Between one map and the next nothing can change hands twice, and nobody has to look. */
  private boolean looksForChurn(PeriodStates states) {
    if (!states.period().kind().isChurned()) {
      return false;
    }
    boolean nobodyLooked = ground.churnBoundsM2().isEmpty() && !plan.churned().isEmpty();
    return ground.churnBoundsM2().containsKey(states.pair())
        || !nobodyLooked && !plan.churned().contains(states.pair());
  }

  /** A map and itself differ by nothing, noise included. */
  private boolean looksForNoise(DatePair pair) {
    return pair.isSame() ? !ground.noisy().isEmpty() : ground.noisy().contains(pair);
  }
}
