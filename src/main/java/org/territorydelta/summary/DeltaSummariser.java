package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.AreaDelta.Figures;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Churned;
import org.territorydelta.model.FigureBreaks;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.NetBand;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.ShiftedEnds;
import org.territorydelta.timeline.SourceTimeline;

/** The rows of {@code area_delta} of one source: every period, side, layer set and region. */
final class DeltaSummariser {
  private final SourceTimeline timeline;
  private final SourceSummary.Frame frame;
  private final StockLedger ledger;
  private final SortedMap<RegionId, List<RegionTree.Part>> parts;
  private final PairPlan plan;
  private final GroundDetails details;

  DeltaSummariser(
      SourceTimeline timeline,
      SourceSummary.Frame frame,
      StockLedger ledger,
      SortedMap<RegionId, List<RegionTree.Part>> parts,
      PairPlan plan,
      GroundDetails details) {
    this.timeline = timeline;
    this.frame = frame;
    this.ledger = ledger;
    this.parts = parts;
    this.plan = plan;
    this.details = details;
  }

  /** One period of the source, and where its ends lie when shifted, if its nets have a band. */
  private record Covered(PeriodStates states, Optional<ShiftedEnds> ends) {}

  /** One side's ground by one layer set. */
  private record Holder(
      LayerMeasure measure,
      BrokenSteps broken,
      SortedMap<RegionId, List<RegionTree.Part>> regions) {}

  /**
   * A holder's ground in one region.
   *
   * @param stocksM2 by position of the map date
   * @param brokenM2 what the steps of breaks moved there
   */
  private record Series(long[] stocksM2, SortedMap<DatePair, Change> brokenM2) {}

  List<AreaDelta> areaDeltas(Collection<String> sides) {
    List<Covered> periods =
        frame.calendar().periods(timeline.firstMapDate(), timeline.lastMapDate()).stream()
            .map(period -> PeriodStates.of(period, timeline, frame.maxStalenessDays()))
            .map(states -> new Covered(states, ends(states)))
            .toList();
    List<AreaDelta> rows = new ArrayList<>();
    for (LayerSet layerSet : frame.layerSets()) {
      for (String side : sides) {
        var measure = new LayerMeasure(ledger, side, layerSet);
        SortedMap<RegionId, List<RegionTree.Part>> held = new TreeMap<>();
        parts.forEach(
            (region, cells) -> {
              if (region.equals(RegionId.ALL) || measure.everHeld(cells)) {
                held.put(region, cells);
              }
            });
        BrokenSteps broken = measure.brokenSteps(details.breaks(), parts.get(RegionId.ALL));
        var holder = new Holder(measure, broken, held);
        SortedMap<RegionId, Series> series = new TreeMap<>();
        held.forEach(
            (region, cells) ->
                series.put(
                    region,
                    new Series(measure.stocksM2(cells), measure.movedIn(broken.pairs(), cells))));
        periods.forEach(period -> addRows(rows, holder, period, series));
      }
    }
    var spread = new LayerSetSpread(rows, frame.layerSets());
    return rows.stream().map(spread::widened).toList();
  }

  private Optional<ShiftedEnds> ends(PeriodStates states) {
    if (!states.isCovered() || !states.period().kind().isBanded()) {
      return Optional.empty();
    }
    return ShiftedEnds.ofFresh(
        states,
        frame.options().bandLagDays(),
        day -> timeline.standing(day, frame.maxStalenessDays()));
  }

  private void addRows(
      List<AreaDelta> rows, Holder holder, Covered period, SortedMap<RegionId, Series> series) {
    PeriodStates states = period.states;
    var maps = new AreaDelta.States(states.coverage(), states.opening(), states.closing());
    Optional<SortedMap<Cell, Figures>> byCell =
        states.isCovered() ? Optional.of(holder.measure.figures(states.pair())) : Optional.empty();
    Optional<Churned> churned = churned(states);
    Optional<ChurnMeasure> churn =
        churned.map(
            found ->
                new ChurnMeasure(
                    found.turnovers(), holder.measure.side(), holder.measure.layerSet()));
    long bound =
        states.isCovered()
            ? ledger.boundM2(states.pair()) + churned.map(Churned::boundM2).orElse(0L)
            : 0;
    Optional<SortedMap<Cell, Change>> noise = noise(holder.measure, states);
    holder.regions.forEach(
        (region, cells) -> {
          var key =
              new AreaDelta.Key(
                  timeline.sourceId(),
                  holder.measure.side(),
                  holder.measure.layerSet().name(),
                  frame.regions().facts(region),
                  states.period());
          Optional<Figures> figures = byCell.map(found -> LayerMeasure.sum(found, cells));
          Optional<Change> noisy = noise.map(found -> sum(found, cells));
          Series ground = series.get(region);
          FigureBreaks breaks =
              figures
                  .map(found -> holder.broken.within(states.pair(), ground.brokenM2))
                  .orElse(FigureBreaks.NONE);
          Optional<NetBand> band =
              period
                  .ends
                  .filter(ends -> !breaks.parting())
                  .map(ends -> band(ends, holder.broken, ground))
                  .map(
                      dates ->
                          noisy
                              .map(n -> dates.withNoise(figures.orElseThrow().netM2(), n))
                              .orElse(dates));
          var known =
              new AreaDelta.Details(
                  band, churn.map(found -> found.in(cells)), noisy, breaks, bound);
          rows.add(new AreaDelta(key, maps, figures, known));
        });
  }

  private NetBand band(ShiftedEnds ends, BrokenSteps broken, Series ground) {
    return DateBand.of(
        ends,
        pair -> !broken.within(pair, ground.brokenM2).parting(),
        mapDate -> ground.stocksM2[ledger.position(mapDate)]);
  }

  private static Change sum(SortedMap<Cell, Change> byCell, List<RegionTree.Part> cells) {
    Change sum = Change.ZERO;
    for (RegionTree.Part part : cells) {
      sum = sum.plus(byCell.getOrDefault(part.cell(), Change.ZERO));
    }
    return sum;
  }

  /** Between one map and the next nothing can change hands twice, and nobody has to look. */
  private Optional<Churned> churned(PeriodStates states) {
    if (!states.isCovered() || !states.period().kind().isChurned()) {
      return Optional.empty();
    }
    boolean nobodyLooked = details.turnovers().isEmpty() && !plan.churned().isEmpty();
    return plan.churned().contains(states.pair()) || nobodyLooked
        ? Optional.ofNullable(details.turnovers().get(states.pair()))
        : Optional.of(Churned.NOTHING);
  }

  private Optional<SortedMap<Cell, Change>> noise(LayerMeasure measure, PeriodStates states) {
    if (!states.isCovered()) {
      return Optional.empty();
    }
    boolean quiet = states.pair().isSame() && !details.noise().isEmpty();
    Optional<List<Transition>> found =
        quiet ? Optional.of(List.of()) : Optional.ofNullable(details.noise().get(states.pair()));
    return found.map(noise -> measure.noise(noise, states.pair()));
  }
}
