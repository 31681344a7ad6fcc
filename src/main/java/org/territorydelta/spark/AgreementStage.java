package org.territorydelta.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.agreement.MonthDifference;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.AgreementPlan.MonthUnit;
import org.territorydelta.spark.CellStage.SourceCell;
import org.territorydelta.spark.inputs.EncodedSnapshot;
import org.territorydelta.spark.inputs.ReadStage;
import org.territorydelta.spark.session.TaskCounts;
import org.territorydelta.spark.tables.DisagreementPolygonTable;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.summary.AgreementFrame;
import org.territorydelta.summary.CellDifferences;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.RegionAgreement;
import scala.Tuple2;

/** Holds every two sources against each other, month by month. */
final class AgreementStage {
  private AgreementStage() {}

  /**
   * What every task needs to know.
   *
   * @param units months that no former run has looked through
   * @param showing sources whose licence allows to hand on what was drawn after them
   */
  record Shared(
      ArrayList<MonthUnit> units,
      TreeMap<SourcePair, SourceComparer.Frame> frames,
      HashSet<String> showing)
      implements Serializable {}

  static JavaRDD<SourceDifferences> compare(
      JavaSparkContext spark,
      JavaRDD<ReadStage.ReadFile> files,
      Shared shared,
      Map<SnapshotId, ChangeStage.RecordedMap> maps) {
    List<Set<SnapshotId>> needed = shared.units.stream().map(MonthUnit::snapshots).toList();
    Broadcast<Shared> all = spark.broadcast(shared);
    List<Long> weights = needed.stream().map(unit -> SnapshotShuffle.vertices(unit, maps)).toList();
    return SnapshotShuffle.byUnit(spark, files, needed, weights, maps)
        .map(unit -> compare(all.value().units.get(unit._1()), unit._2(), all.value()));
  }

  private static SourceDifferences compare(
      MonthUnit unit, Iterable<EncodedSnapshot> encoded, Shared shared) {
    Map<SnapshotId, ControlSnapshot> snapshots = new HashMap<>();
    encoded.forEach(snapshot -> snapshots.put(snapshot.id(), snapshot.decode()));
    SourcePair sources = unit.sources();
    var comparer = new SourceComparer(shared.frames.get(sources), new Overlay());
    MonthDifference found =
        comparer.compare(unit.month(), byDate(unit.a(), snapshots), byDate(unit.b(), snapshots));
    boolean shows = shared.showing.containsAll(List.of(sources.a(), sources.b()));
    var polygons = new ArrayList<Row>();
    found
        .polygons()
        .forEach(
            p ->
                polygons.add(
                    Tables.DISAGREEMENT_POLYGON.row(new DisagreementPolygonTable.Drawn(p, shows))));
    SourceDifferences differences = SourceDifferences.none(sources);
    differences
        .months()
        .put(
            unit.key(),
            new SourceDifferences.Month(
                found.month(),
                new ArrayList<>(found.days()),
                polygons,
                comparer.counts(),
                found.boundM2()));
    return differences;
  }

  private static Map<LocalDate, ControlSnapshot> byDate(
      SortedMap<LocalDate, SnapshotId> ids, Map<SnapshotId, ControlSnapshot> snapshots) {
    Map<LocalDate, ControlSnapshot> byDate = new HashMap<>();
    ids.forEach((mapDate, id) -> byDate.put(mapDate, snapshots.get(id)));
    return byDate;
  }

  /**
   * What the driver needs to know of a month.
   *
   * @param boundM2 how far what differs on a day may be off
   */
  record MonthFacts(SourcePair sources, YearMonth month, SourceComparer.Counts counts, long boundM2)
      implements Serializable {}

  static List<MonthFacts> facts(JavaRDD<SourceDifferences> found) {
    return found
        .flatMap(
            some ->
                some.months().values().stream()
                    .map(m -> new MonthFacts(some.sources(), m.month(), m.counts(), m.boundM2()))
                    .iterator())
        .collect();
  }

  /** One cell of the ground that two sources share. */
  private record SharedCell(SourcePair sources, Cell cell) implements Serializable {}

  /** A region, of two sources. */
  private record SharedRegion(SourcePair sources, RegionId region) implements Serializable {}

  /**
   * Rows of {@code source_agreement}: what differs and what each source shows come together cell by
   * cell, and are summed up region by region.
   *
   * @param found every month, each once
   */
  static JavaRDD<Row> rows(
      JavaSparkContext spark,
      JavaRDD<SourceDifferences> found,
      JavaPairRDD<SourceCell, CellLedger> cells,
      TreeMap<SourcePair, AgreementFrame> frames) {
    Broadcast<TreeMap<SourcePair, AgreementFrame>> all = spark.broadcast(frames);
    JavaPairRDD<SharedCell, CellDifferences> differing =
        found.flatMapToPair(some -> differing(some, all.value().get(some.sources())));
    JavaPairRDD<SharedCell, CellDifferences> shown =
        cells.flatMapToPair(cell -> shown(cell._1(), cell._2(), all.value()));
    // The whole has rows even where neither source shows anything.
    List<Tuple2<SharedRegion, RegionAgreement>> wholes = new ArrayList<>();
    for (SourcePair pair : frames.keySet()) {
      wholes.add(new Tuple2<>(new SharedRegion(pair, RegionId.ALL), RegionAgreement.none()));
    }
    return differing
        .union(shown)
        .aggregateByKey(
            new CellDifferences(),
            TaskCounts.many(spark),
            CellDifferences::add,
            CellDifferences::add)
        .flatMapToPair(cell -> inRegions(cell._1(), cell._2(), all.value().get(cell._1().sources)))
        .union(spark.parallelizePairs(wholes, 1))
        .aggregateByKey(
            RegionAgreement.none(),
            TaskCounts.many(spark),
            RegionAgreement::add,
            RegionAgreement::add)
        .flatMap(
            region -> {
              return region
                  ._2()
                  .rows(all.value().get(region._1().sources), region._1().region)
                  .stream()
                  .map(Tables.SOURCE_AGREEMENT::row)
                  .iterator();
            });
  }

  private static Iterator<Tuple2<SharedCell, CellDifferences>> differing(
      SourceDifferences found, AgreementFrame frame) {
    List<Tuple2<SharedCell, CellDifferences>> cells = new ArrayList<>();
    for (SourceDifferences.Month month : found.months().values()) {
      CellDifferences.byCell(month.of(found.sources()), frame.scope())
          .forEach(
              (cell, differences) ->
                  cells.add(new Tuple2<>(new SharedCell(found.sources(), cell), differences)));
    }
    return cells.iterator();
  }

  private static Iterator<Tuple2<SharedCell, CellDifferences>> shown(
      SourceCell cell, CellLedger ledger, TreeMap<SourcePair, AgreementFrame> frames) {
    List<Tuple2<SharedCell, CellDifferences>> cells = new ArrayList<>();
    frames.forEach(
        (pair, frame) -> {
          if (pair.has(cell.sourceId())) {
            frame
                .scope()
                .within(cell.cell())
                .ifPresent(
                    inside ->
                        cells.add(
                            new Tuple2<>(
                                new SharedCell(pair, inside),
                                CellDifferences.ofShown(cell.sourceId(), ledger.ledger()))));
          }
        });
    return cells.iterator();
  }

  private static Iterator<Tuple2<SharedRegion, RegionAgreement>> inRegions(
      SharedCell cell, CellDifferences found, AgreementFrame frame) {
    RegionAgreement agreement = RegionAgreement.ofCell(frame, cell.cell, found);
    return frame.regions().regionsOf(cell.cell).stream()
        .map(part -> new Tuple2<>(new SharedRegion(cell.sources, part.region()), agreement))
        .iterator();
  }
}
