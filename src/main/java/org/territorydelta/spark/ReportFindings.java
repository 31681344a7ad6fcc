package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.summary.RegionFlows;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.MapPair;

/**
 * What was found out for the claims, as {@link ReportNeeds} asks: few maps, in the regions that are
 * claimed of.
 *
 * @param noise the part of the changes that is redraw noise
 * @param pieces rows of {@code change_polygon} without a period
 * @param holders of the places, in their order
 */
record ReportFindings(
    TreeMap<MapPair, ArrayList<RegionTransition>> changes,
    TreeMap<MapPair, ArrayList<RegionTransition>> noise,
    TreeMap<MapPair, ArrayList<Row>> pieces,
    HashMap<SnapshotId, ArrayList<Holding>> holders)
    implements Serializable {

  static ReportFindings none() {
    return new ReportFindings(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new HashMap<>());
  }

  static ReportFindings of(
      SourceChanges changes, SourceKeys keys, ReportNeeds reports, RegionTree regions) {
    ReportFindings found = none();
    ReportNeeds.OfSource needs = reports.sources().get(changes.sourceId());
    changes
        .pairs()
        .forEach(
            (key, flows) -> {
              MapPair pair = keys.reportPairs().get(key);
              if (pair != null) {
                found.changes.put(
                    pair, rows(RegionFlows.of(pair, flows.transitions(), regions), needs));
                found.noise.put(pair, rows(RegionFlows.of(pair, flows.noise(), regions), needs));
                if (needs.deep().contains(pair)) {
                  found.pieces.put(
                      pair, new ArrayList<>(flows.pieces().stream().map(PieceRow::row).toList()));
                }
              }
            });
    changes
        .holders()
        .forEach(
            (key, holders) -> {
              SnapshotId map = keys.surveyed().get(key);
              if (map != null && needs.counted().contains(map)) {
                found.holders.put(map, holders);
              }
            });
    return found;
  }

  private static ArrayList<RegionTransition> rows(
      Collection<RegionTransition> all, ReportNeeds.OfSource needs) {
    var rows = new ArrayList<>(all);
    rows.removeIf(row -> !needs.regions().contains(row.region()));
    return rows;
  }

  /** Adds what was found out of other maps. */
  ReportFindings add(ReportFindings other) {
    changes.putAll(other.changes);
    noise.putAll(other.noise);
    pieces.putAll(other.pieces);
    holders.putAll(other.holders);
    return this;
  }
}
