package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.CellMeasures;
import org.territorydelta.summary.Flow;
import org.territorydelta.summary.GroundFacts;
import org.territorydelta.summary.MeasuredMaps;
import org.territorydelta.summary.MeasurementBounds;
import org.territorydelta.summary.PieceCloser;
import org.territorydelta.summary.RegionLedger;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.summary.SideSummariser;
import org.territorydelta.summary.SourceLedger;
import org.territorydelta.summary.SourceSummary;
import org.territorydelta.summary.SummaryFrame;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.SourceTimeline;

/** All of a source summed up as a run does it: cell by cell, then region by region. */
public final class SceneSummary {
  private final Measured measured;
  private final SummaryFrame frame;
  private final MeasuredMaps maps;
  private final SortedMap<Cell, CellLedger> cells = new TreeMap<>();
  private final SortedMap<RegionId, RegionLedger> regions = new TreeMap<>();
  private final long driftM2;

  /**
   * What was measured.
   *
   * @param stocks by map date: the first map's, and any others for proof
   * @param replaced stocks of maps that later ones have replaced
   * @param replacedBoundsM2 how far these may be off
   * @param pairs what changed hands in every pair of the plan, and in any others
   */
  public record Measured(
      SourceTimeline timeline,
      Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> stocks,
      Map<SnapshotId, SortedMap<Holding, SortedMap<Cell, Long>>> replaced,
      Map<SnapshotId, Long> replacedBoundsM2,
      Map<DatePair, ? extends Collection<Transition>> pairs,
      GroundDetails details) {
    /** Without any map that was replaced. */
    public Measured(
        SourceTimeline timeline,
        Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> stocks,
        Map<DatePair, ? extends Collection<Transition>> pairs) {
      this(timeline, stocks, Map.of(), Map.of(), pairs, GroundDetails.NONE);
    }
  }

  private SceneSummary(Measured measured, SummaryFrame frame, MeasurementBounds bounds) {
    this.measured = measured;
    this.frame = frame;
    this.maps =
        new MeasuredMaps(
            measured.timeline.sourceId(),
            measured.timeline.current(),
            measured.pairs.keySet(),
            measured.stocks.keySet(),
            bounds);
    cellMeasures()
        .forEach(
            (cell, found) -> cells.put(cell, CellLedger.of(maps, frame.layerSets(), cell, found)));
    regions.put(RegionId.ALL, RegionLedger.none());
    for (CellLedger cell : cells.values()) {
      for (RegionTree.PartOf part : frame.regions().regionsOf(cell.cell())) {
        regions
            .computeIfAbsent(part.region(), key -> RegionLedger.none())
            .add(cell.ledger(), part.outsideBorder());
      }
    }
    this.driftM2 = whole(Set.of()).provenDriftM2(maps);
  }

  public static SceneSummary of(Measured measured, SummaryFrame frame, MeasurementBounds bounds) {
    return new SceneSummary(measured, frame, bounds);
  }

  private SortedMap<Cell, CellMeasures> cellMeasures() {
    var byCell = new CellMeasures.ByCell();
    measured.stocks.forEach(byCell::stocks);
    measured.replaced.forEach(byCell::replaced);
    measured.pairs.forEach(byCell::flows);
    measured.details.noise().forEach(byCell::noise);
    measured
        .details
        .turnovers()
        .forEach((pair, found) -> byCell.turnovers(pair, found.turnovers()));
    return byCell.cells();
  }

  private SourceLedger whole(Set<String> scope) {
    var whole = new SourceLedger();
    cells.values().forEach(cell -> whole.add(cell, frame.regions().isIn(scope, cell.cell())));
    return whole;
  }

  /** What makes the rows of a region. */
  public SourceSummary source() {
    SortedMap<DatePair, Long> churnBounds = new TreeMap<>();
    measured.details.turnovers().forEach((pair, found) -> churnBounds.put(pair, found.boundM2()));
    return new SourceSummary(
        measured.timeline,
        frame,
        maps,
        new TreeMap<>(measured.replacedBoundsM2),
        new GroundFacts(churnBounds, measured.details.noise().keySet()),
        whole(Set.of()).brokenSteps(maps, frame.layerSets(), measured.details.breaks()));
  }

  /** Facts of the maps. */
  public MeasuredMaps maps() {
    return maps;
  }

  /** By cell, in order. */
  public SortedMap<Cell, CellLedger> cells() {
    return cells;
  }

  /** By region, in order; the whole always has one. */
  public SortedMap<RegionId, RegionLedger> regions() {
    return regions;
  }

  /** The largest difference found between a carried stock and the same measured anew. */
  public long driftM2() {
    return driftM2;
  }

  /** How much was moved between flows to close them with the stocks, over all pairs. */
  public long movedM2() {
    return whole(Set.of()).movedM2();
  }

  public List<ControlArea> controlAreas() {
    SourceSummary source = source();
    List<ControlArea> rows = new ArrayList<>();
    regions.forEach((region, ledger) -> rows.addAll(source.controlAreas(region, ledger)));
    return rows;
  }

  public List<RegionTransition> transitions() {
    SourceSummary source = source();
    List<RegionTransition> rows = new ArrayList<>();
    regions.forEach((region, ledger) -> rows.addAll(source.transitions(region, ledger)));
    return rows;
  }

  public List<AreaDelta> areaDeltas() {
    SourceSummary source = source();
    List<AreaDelta> rows = new ArrayList<>();
    regions.forEach((region, ledger) -> rows.addAll(source.areaDeltas(region, ledger)));
    return rows;
  }

  public List<SideSummary> sides() {
    SourceLedger whole = whole(Set.of());
    return new SideSummariser(measured.timeline, maps, frame.maxStalenessDays())
        .sides(
            whole.whole(),
            frame.layerSets(),
            whole.brokenSteps(maps, frame.layerSets(), measured.details.breaks()));
  }

  /**
   * @param scope countries the source draws; none for no limit
   */
  public List<SeriesBreak> breaks(
      Map<DatePair, List<ChangedBlock>> blocks, Set<String> scope, BreakLimits limits) {
    return whole(scope).breaks(maps, frame.regions(), blocks, scope, limits);
  }

  /** The pieces of a pair as the flows have them that its figures are made of. */
  public PieceCloser.Closed closed(DatePair pair, Collection<PieceCloser.Piece> pieces) {
    SortedMap<Cell, Map<Flow, Long>> flows = new TreeMap<>();
    cells.forEach((cell, ledger) -> flows.put(cell, ledger.flowsM2(pair)));
    return PieceCloser.close(pieces, flows);
  }
}
