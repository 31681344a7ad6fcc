package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.territorydelta.claim.RegionDays;
import org.territorydelta.claim.RegionDays.DayChanges;
import org.territorydelta.claim.SettlementCounter;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.session.TaskCounts;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.SourceTimeline;
import scala.Tuple2;

/** The tables beside the claims that are made where the maps were looked at, region by region. */
final class ReportRows {
  private final JavaSparkContext spark;
  private final JavaRDD<SourceChanges> found;
  private final HashMap<String, SourceKeys> keys;
  private final ReportNeeds needs;

  /**
   * @param found all findings, each once; kept by the caller
   * @param keys by source, which findings its rows are made of
   */
  ReportRows(
      JavaSparkContext spark,
      JavaRDD<SourceChanges> found,
      HashMap<String, SourceKeys> keys,
      ReportNeeds needs) {
    this.spark = spark;
    this.found = found;
    this.keys = keys;
    this.needs = needs;
  }

  ReportNeeds needs() {
    return needs;
  }

  /** What the claims are held against, but for the stocks. */
  ReportFindings findings(RegionTree regions) {
    Broadcast<RegionTree> tree = spark.broadcast(regions);
    Broadcast<ReportNeeds> known = spark.broadcast(needs);
    Broadcast<HashMap<String, SourceKeys>> names = spark.broadcast(keys);
    ReportFindings all = ReportFindings.none();
    found
        .map(
            changes ->
                ReportFindings.of(
                    changes, names.value().get(changes.sourceId()), known.value(), tree.value()))
        .collect()
        .forEach(all::add);
    return all;
  }

  /**
   * Rows of {@code region_timeline}. Where there are claims or events of a region, its days are put
   * together on the driver; all others are made by tasks.
   */
  static JavaRDD<Row> timeline(
      JavaSparkContext spark,
      RegionStage regions,
      RegionTree tree,
      List<LayerSet> layerSets,
      Reports reports) {
    var sets = new ArrayList<>(layerSets);
    var reported = new HashSet<RegionId>();
    reports.claims().forEach(claim -> reported.add(claim.subject().region().id()));
    reports.events().forEach(event -> reported.add(event.region().id()));
    List<DayChanges> changes =
        regions
            .ofTransitions(reported::contains, transitions -> RegionDays.changes(transitions, sets))
            .collect();
    var days = new RegionDays(tree.regions()).changed(changes);
    List<Row> here = rows(days.claimed(reports.claims()).reported(reports.events()));
    Broadcast<RegionTree> known = spark.broadcast(tree);
    return regions
        .ofTransitions(
            region -> !reported.contains(region),
            transitions ->
                rows(
                    new RegionDays(known.value().regions())
                        .changed(RegionDays.changes(transitions, sets))))
        .union(spark.parallelize(here, 1));
  }

  private static List<Row> rows(RegionDays days) {
    return Tables.REGION_TIMELINE.rows(days.days());
  }

  /** The holders of places on one of the two maps of a step. */
  private record OnMap(SnapshotId map, ArrayList<Holding> holders) implements Serializable {}

  /**
   * Rows of {@code settlement_change}: a task holds two maps at a time.
   *
   * @param timelines of the sources
   */
  JavaRDD<Row> settlementChanges(List<SourceTimeline> timelines) {
    var steps = new HashMap<SnapshotId, ArrayList<MapPair>>();
    for (SourceTimeline timeline : timelines) {
      for (MapPair step : ReportNeeds.consecutive(timeline)) {
        steps.computeIfAbsent(step.opening(), map -> new ArrayList<>()).add(step);
        steps.computeIfAbsent(step.closing(), map -> new ArrayList<>()).add(step);
      }
    }
    Broadcast<HashMap<SnapshotId, ArrayList<MapPair>>> byMap = spark.broadcast(steps);
    Broadcast<HashMap<String, SourceKeys>> names = spark.broadcast(keys);
    Broadcast<ArrayList<Settlement>> places = spark.broadcast(needs.places());
    return found
        .flatMapToPair(
            changes -> {
              SourceKeys ofSource = names.value().get(changes.sourceId());
              List<Tuple2<MapPair, OnMap>> sent = new ArrayList<>();
              changes
                  .holders()
                  .forEach(
                      (key, holders) -> {
                        SnapshotId map = ofSource.surveyed().get(key);
                        if (map != null) {
                          byMap
                              .value()
                              .getOrDefault(map, new ArrayList<>())
                              .forEach(
                                  step -> sent.add(new Tuple2<>(step, new OnMap(map, holders))));
                        }
                      });
              return sent.iterator();
            })
        .groupByKey(TaskCounts.many(spark))
        .flatMap(step -> changes(step._1(), step._2(), places.value()).iterator());
  }

  private static List<Row> changes(
      MapPair step, Iterable<OnMap> onMaps, ArrayList<Settlement> places) {
    Map<SnapshotId, List<Holding>> byMap = new HashMap<>();
    onMaps.forEach(onMap -> byMap.put(onMap.map, onMap.holders));
    var counter = new SettlementCounter(places, SettlementCounter.Holders.of(places, byMap));
    return Tables.SETTLEMENT_CHANGE.rows(counter.changes(List.of(step)));
  }
}
