package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.claim.RegionDays;
import org.territorydelta.claim.RegionDays.DayChanges;
import org.territorydelta.claim.SettlementCounter;
import org.territorydelta.model.ControlArea;
import org.territorydelta.model.Holding;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.summary.RegionFlows;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.SourceTimeline;

/**
 * What was found out on one source for the reports, as {@link ReportNeeds} asks.
 *
 * @param stocks rows of {@code control_area}
 * @param noise the part of the changes that is redraw noise
 * @param pieces rows of {@code change_polygon} without a period
 * @param days what changed by region and day
 * @param holders of the places, in their order
 * @param settlementChanges rows of {@code settlement_change}
 */
record ReportFindings(
    ArrayList<Row> stocks,
    TreeMap<MapPair, ArrayList<RegionTransition>> changes,
    TreeMap<MapPair, ArrayList<RegionTransition>> noise,
    TreeMap<MapPair, ArrayList<Row>> pieces,
    ArrayList<DayChanges> days,
    HashMap<SnapshotId, ArrayList<Holding>> holders,
    ArrayList<Row> settlementChanges)
    implements Serializable {

  private static ReportFindings none() {
    return new ReportFindings(
        new ArrayList<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new ArrayList<>(),
        new HashMap<>(),
        new ArrayList<>());
  }

  /**
   * What a source's rows say.
   *
   * @param stocks of every map on record
   * @param transitions of every pair of maps that follow each other, and of any others
   */
  record Summed(List<ControlArea> stocks, List<RegionTransition> transitions) {}

  /**
   * @param told takes up the pairs whose pieces were asked for
   */
  static ReportFindings of(
      SourceTimeline timeline,
      SummaryStage.Shared shared,
      Findings findings,
      Summed summed,
      HashSet<MapKey.Pair> told) {
    ReportFindings found = none();
    ReportNeeds all = shared.reports();
    if (all.isEmpty()) {
      return found;
    }
    ReportNeeds.OfSource needs = all.sources().get(timeline.sourceId());
    found.addStocks(needs, summed.stocks);
    for (MapPair pair : needs.pairs()) {
      SourceChanges.Flows flows = findings.flows(pair.opening(), pair.closing());
      RegionTree regions = shared.regions();
      found.changes.put(pair, rows(RegionFlows.of(pair, flows.transitions(), regions), needs));
      found.noise.put(pair, rows(RegionFlows.of(pair, flows.noise(), regions), needs));
      if (needs.deep().contains(pair)) {
        told.add(findings.key(pair.opening(), pair.closing()));
        found.pieces.put(
            pair, new ArrayList<>(flows.pieces().stream().map(PieceRow::row).toList()));
      }
    }
    found.days.addAll(RegionDays.changes(summed.transitions, shared.layerSets()));
    found.addSettlements(timeline, all, findings);
    return found;
  }

  private void addStocks(ReportNeeds.OfSource needs, List<ControlArea> all) {
    var codec = new ControlAreaCodec();
    for (ControlArea area : all) {
      if (needs.maps().contains(area.snapshot()) && needs.regions().contains(area.region())) {
        stocks.add(codec.toRow(area));
      }
    }
  }

  private static ArrayList<RegionTransition> rows(
      Collection<RegionTransition> all, ReportNeeds.OfSource needs) {
    var rows = new ArrayList<>(all);
    rows.removeIf(row -> !needs.regions().contains(row.region()));
    return rows;
  }

  private void addSettlements(SourceTimeline timeline, ReportNeeds all, Findings findings) {
    ReportNeeds.OfSource needs = all.sources().get(timeline.sourceId());
    Map<SnapshotId, List<Holding>> byMap = new HashMap<>();
    for (SnapshotId map : needs.surveyed()) {
      byMap.put(map, findings.holders(map));
    }
    for (SnapshotId map : needs.counted()) {
      holders.put(map, new ArrayList<>(byMap.get(map)));
    }
    if (!byMap.isEmpty()) {
      var counter =
          new SettlementCounter(all.places(), SettlementCounter.Holders.of(all.places(), byMap));
      settlementChanges.addAll(
          SummaryStage.rows(
              new SettlementChangeCodec(), counter.changes(ReportNeeds.consecutive(timeline))));
    }
  }
}
