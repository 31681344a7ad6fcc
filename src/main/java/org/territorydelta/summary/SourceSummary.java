package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.BreakLimits;
import org.territorydelta.model.Cell;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.ControlArea;
import org.territorydelta.model.Coverage;
import org.territorydelta.model.Diagonal;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Period;
import org.territorydelta.model.PeriodKind;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.SideSummary;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Everything the tables say of one source, summed up from its cells. A region has rows for a side
 * if the source ever gave that side ground there; the whole map always has.
 */
public final class SourceSummary {
  /** What all sources are summed up by. */
  public record Frame(
      RegionTree regions,
      List<LayerSet> layerSets,
      PeriodCalendar calendar,
      int maxStalenessDays,
      Options options) {
    /** With the options as they are by default. */
    public Frame(
        RegionTree regions,
        List<LayerSet> layerSets,
        PeriodCalendar calendar,
        int maxStalenessDays) {
      this(regions, layerSets, calendar, maxStalenessDays, Options.DEFAULT);
    }
  }

  /**
   * What may be asked for.
   *
   * @param bandLagDays by how many days, at most, a period's ends are shifted for the band
   * @param diagonal whether transitions tell of ground that stayed, too
   */
  public record Options(int bandLagDays, Diagonal diagonal) implements Serializable {
    /** A day: the last day of a period and the map that shows it are easily a day apart. */
    public static final Options DEFAULT = new Options(1, Diagonal.LEFT_OUT);
  }

  private final SourceTimeline timeline;
  private final Frame frame;
  private final StockLedger ledger;
  private final PairPlan plan;
  private final SortedMap<RegionId, List<RegionTree.Part>> parts;

  private final GroundDetails details;

  private SourceSummary(
      SourceTimeline timeline, Frame frame, StockLedger ledger, GroundDetails details) {
    this.timeline = timeline;
    this.frame = frame;
    this.ledger = ledger;
    this.details = details;
    this.plan = PairPlan.of(timeline, frame.calendar(), frame.maxStalenessDays());
    this.parts = frame.regions().parts(ledger.cells());
  }

  /**
   * @param timeline with at least one snapshot
   * @param measured stocks measured from whole maps: the first one's, and any others for proof
   * @param pairs what changed hands in every pair of the {@link PairPlan}
   * @param bounds how far these may be off by roundings and noding
   */
  public static SourceSummary of(
      SourceTimeline timeline,
      Frame frame,
      Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured,
      Map<DatePair, ? extends Collection<Transition>> pairs,
      MeasurementBounds bounds) {
    var ledger = StockLedger.of(timeline.sourceId(), timeline.current(), measured, pairs, bounds);
    return new SourceSummary(timeline, frame, ledger, GroundDetails.NONE);
  }

  /** The same with what was found out about the changed ground: churn and noise. */
  public SourceSummary with(GroundDetails found) {
    return new SourceSummary(timeline, frame, ledger, found);
  }

  /** The pieces of a pair as the flows have them that its figures are made of. */
  public PieceCloser.Closed closed(DatePair pair, Collection<PieceCloser.Piece> pieces) {
    return PieceCloser.close(pieces, ledger.flows(pair));
  }

  /** How much was moved between flows to close them with the stocks, over all pairs. */
  public long movedM2() {
    return ledger.movedM2();
  }

  /** The largest difference found between a carried stock and the same measured anew. */
  public long driftM2() {
    return ledger.driftM2();
  }

  /**
   * Days that no ground truth explains, in order.
   *
   * @param blocks the larger pieces that changed hands, of every pair of consecutive maps
   * @param scope countries the source draws; none for no limit
   */
  public List<SeriesBreak> breaks(
      Map<DatePair, List<ChangedBlock>> blocks, Set<String> scope, BreakLimits limits) {
    return SeriesBreaks.find(
        MapSeries.of(
            timeline.sourceId(), timeline.current(), ledger, blocks, frame.regions(), scope),
        limits);
  }

  /** What every holding has in every cell at every map date. */
  public CellStocks stocks() {
    return CellStocks.of(timeline.sourceId(), ledger);
  }

  /** Rows for the snapshots that speak for their map dates. */
  public List<ControlArea> controlAreas() {
    List<ControlArea> rows = new ArrayList<>();
    parts.forEach(
        (region, cells) -> {
          for (Holding holding : ledger.holdings()) {
            if (region.equals(RegionId.ALL) || everHeld(cells, holding)) {
              for (SnapshotFacts facts : timeline.current()) {
                AreaDelta.Stock stock = stock(cells, List.of(holding), facts.id().mapDate());
                rows.add(
                    controlArea(
                        facts.id(),
                        holding,
                        frame.regions().facts(region),
                        stock,
                        ledger.boundM2(facts.id().mapDate())));
              }
            }
          }
        });
    return rows;
  }

  /**
   * Rows for a snapshot that a later one has replaced, from its own measured stocks.
   *
   * @param boundM2 how far these may be off by roundings and noding, all together
   */
  public static List<ControlArea> supersededControlAreas(
      SnapshotId id,
      Frame frame,
      SortedMap<Holding, SortedMap<Cell, Long>> measured,
      long boundM2) {
    SortedSet<Cell> cells = new TreeSet<>();
    measured.values().forEach(areas -> cells.addAll(areas.keySet()));
    List<ControlArea> rows = new ArrayList<>();
    frame
        .regions()
        .parts(cells)
        .forEach(
            (region, regionCells) ->
                measured.forEach(
                    (holding, areas) -> {
                      AreaDelta.Stock stock = AreaDelta.Stock.ZERO;
                      for (RegionTree.Part part : regionCells) {
                        stock = stock.plus(stock(part, areas.getOrDefault(part.cell(), 0L)));
                      }
                      if (stock.areaM2() > 0 || region.equals(RegionId.ALL)) {
                        rows.add(
                            controlArea(
                                id, holding, frame.regions().facts(region), stock, boundM2));
                      }
                    }));
    return rows;
  }

  private static ControlArea controlArea(
      SnapshotId id, Holding holding, RegionFacts region, AreaDelta.Stock stock, long boundM2) {
    return new ControlArea(
        id,
        holding,
        region.id(),
        stock.areaM2(),
        stock.borderMismatchM2(),
        stock.shareOf(region),
        boundM2);
  }

  private boolean everHeld(List<RegionTree.Part> cells, Holding holding) {
    return cells.stream().anyMatch(part -> ledger.everHeld(part.cell(), holding));
  }

  private static AreaDelta.Stock stock(RegionTree.Part part, long areaM2) {
    return new AreaDelta.Stock(areaM2, part.inBorderBand() ? areaM2 : 0);
  }

  private AreaDelta.Stock stock(
      List<RegionTree.Part> cells, Collection<Holding> holdings, LocalDate mapDate) {
    AreaDelta.Stock sum = AreaDelta.Stock.ZERO;
    for (RegionTree.Part part : cells) {
      for (Holding holding : holdings) {
        sum = sum.plus(stock(part, ledger.stockM2(part.cell(), holding, mapDate)));
      }
    }
    return sum;
  }

  /**
   * Rows for every pair that was compared and in which something changed; where the diagonal is
   * asked for, for what stayed, too.
   */
  public List<RegionTransition> transitions() {
    return new TransitionSummariser(timeline.sourceId(), frame.options().diagonal(), ledger, parts)
        .transitions(plan);
  }

  /** Rows for every period, side, layer set and region; the sources' spread is in no band yet. */
  public List<AreaDelta> areaDeltas() {
    return new DeltaSummariser(timeline, frame, ledger, parts, plan, details)
        .areaDeltas(sideNames());
  }

  /** For each side and layer set that ever held ground: first, last, and the largest month. */
  public List<SideSummary> sides() {
    List<SideSummary> sides = new ArrayList<>();
    List<RegionTree.Part> whole = parts.get(RegionId.ALL);
    for (LayerSet layerSet : frame.layerSets()) {
      for (String side : sideNames()) {
        List<Holding> counted =
            ledger.holdings().stream().filter(h -> layerSet.controls(side, h)).toList();
        if (!counted.isEmpty()) {
          var measure = new LayerMeasure(ledger, side, layerSet);
          BrokenSteps broken = measure.brokenSteps(details.breaks(), whole);
          SortedMap<DatePair, AreaDelta.Change> moved = measure.movedIn(broken.pairs(), whole);
          sides.add(
              new SideSummary(
                  side,
                  layerSet.name(),
                  dated(whole, counted, timeline.firstMapDate()),
                  dated(whole, counted, timeline.lastMapDate()),
                  largestMonth(whole, counted, pair -> !broken.within(pair, moved).parting()),
                  broken.within(
                      new DatePair(timeline.firstMapDate(), timeline.lastMapDate()), moved)));
        }
      }
    }
    return sides;
  }

  private SideSummary.DatedArea dated(
      List<RegionTree.Part> whole, List<Holding> counted, LocalDate mapDate) {
    return new SideSummary.DatedArea(mapDate, stock(whole, counted, mapDate).areaM2());
  }

  private SideSummary.MonthNet largestMonth(
      List<RegionTree.Part> whole, List<Holding> counted, Predicate<DatePair> compares) {
    var months = new PeriodCalendar(List.of(PeriodKind.MONTH), List.of());
    SideSummary.MonthNet largest = SideSummary.MonthNet.NONE;
    for (Period month : months.periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      var states = PeriodStates.of(month, timeline, frame.maxStalenessDays());
      if (states.coverage() == Coverage.FULL && compares.test(states.pair())) {
        long net =
            stock(whole, counted, states.pair().closing()).areaM2()
                - stock(whole, counted, states.pair().opening()).areaM2();
        if (Math.abs(net) > Math.abs(largest.netM2())) {
          largest = new SideSummary.MonthNet(month.id(), net);
        }
      }
    }
    return largest;
  }

  private SortedSet<String> sideNames() {
    return ledger.holdings().stream()
        .map(Holding::side)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
