package org.territorydelta.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Makes the rows that the tables have of one source, region by region, out of the ledger of the
 * region and of what is known of the source as a whole. A region has rows for a side if the source
 * ever gave that side ground there; the whole map always has.
 */
public final class SourceSummary implements Serializable {
  private static final long serialVersionUID = 1;

  private final SourceTimeline timeline;
  private final SummaryFrame frame;
  private final MeasuredMaps maps;
  private final TreeMap<SnapshotId, Long> replacedBoundsM2;
  private final GroundFacts ground;
  private final TreeMap<SideLayer, BrokenSteps> broken;
  private transient volatile DeltaSummariser deltas;

  /**
   * @param replacedBoundsM2 of maps that later ones have replaced: how far their stocks may be off
   *     by roundings and noding, all together
   * @param broken by side and layer set, see {@link SourceLedger#brokenSteps}
   */
  public SourceSummary(
      SourceTimeline timeline,
      SummaryFrame frame,
      MeasuredMaps maps,
      SortedMap<SnapshotId, Long> replacedBoundsM2,
      GroundFacts ground,
      SortedMap<SideLayer, BrokenSteps> broken) {
    this.timeline = timeline;
    this.frame = frame;
    this.maps = maps;
    this.replacedBoundsM2 = new TreeMap<>(replacedBoundsM2);
    this.ground = ground;
    this.broken = new TreeMap<>(broken);
  }

  /** How many rows of any one table a region can have at most. */
  public long rowsAtMost(RegionLedger ledger) {
    long maps = timeline.recorded().size();
    long holdings = ledger.holdings().size();
    long pairs = plan().distinct().size();
    long stayed = pairs * holdings;
    long figures = ledger.sides().size() * frame.layerSets().size() * deltas().periods();
    return Math.max(maps * holdings, Math.max(ledger.flowCount() + stayed, figures));
  }

  /** Rows for every map on record. */
  public List<ControlArea> controlAreas(RegionId region, RegionLedger ledger) {
    boolean whole = region.equals(RegionId.ALL);
    List<ControlArea> rows = new ArrayList<>();
    for (Holding holding : ledger.holdings()) {
      if (whole || ledger.everHeld(holding)) {
        for (SnapshotFacts map : maps.maps()) {
          Stock stock = ledger.stock(holding, maps.position(map.id().mapDate()));
          rows.add(row(map.id(), holding, region, stock, maps.boundM2(map.id().mapDate())));
        }
      }
    }
    for (SourceTimeline.Recorded recorded : timeline.recorded()) {
      if (!recorded.current()) {
        addReplaced(rows, recorded.facts(), region, ledger);
      }
    }
    return rows;
  }

  private void addReplaced(
      List<ControlArea> rows, SnapshotFacts map, RegionId region, RegionLedger ledger) {
    SortedMap<Holding, Stock> shown = ledger.replaced(map.id());
    for (Holding holding : map.groundM2().keySet()) {
      Stock stock = shown.getOrDefault(holding, Stock.ZERO);
      if (stock.areaM2() > 0 || region.equals(RegionId.ALL)) {
        rows.add(row(map.id(), holding, region, stock, replacedBoundsM2.get(map.id())));
      }
    }
  }

  private ControlArea row(
      SnapshotId map, Holding holding, RegionId region, Stock stock, long boundM2) {
    RegionFacts facts = frame.regions().facts(region);
    return new ControlArea(
        map,
        holding,
        region,
        stock.areaM2(),
        stock.borderMismatchM2(),
        stock.shareOf(facts),
        boundM2);
  }

  /**
   * Rows for every pair that was compared and in which something changed; where the diagonal is
   * asked for, for what stayed, too.
   */
  public List<RegionTransition> transitions(RegionId region, RegionLedger ledger) {
    return new TransitionSummariser(maps, frame.options().diagonal(), region, ledger)
        .transitions(plan());
  }

  /** Rows for every period, side and layer set; the sources' spread is in no band yet. */
  public List<AreaDelta> areaDeltas(RegionId region, RegionLedger ledger) {
    return deltas().areaDeltas(frame.regions().facts(region), ledger);
  }

  private PairPlan plan() {
    return PairPlan.of(timeline, frame.calendar(), frame.maxStalenessDays());
  }

  /** The periods are worked out once, not for each region. */
  private DeltaSummariser deltas() {
    DeltaSummariser known = deltas;
    if (known == null) {
      var periods = SourcePeriods.of(timeline, frame);
      known = new DeltaSummariser(maps, frame, periods, plan(), ground, broken);
      deltas = known;
    }
    return known;
  }
}
