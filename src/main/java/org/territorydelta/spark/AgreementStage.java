package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.ControlSnapshot;
import org.territorydelta.model.MonthDifference;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.SourcePair;
import org.territorydelta.spark.AgreementPlan.MonthUnit;
import org.territorydelta.spark.SummaryStage.SourceRows;
import org.territorydelta.summary.AgreementSummary;
import org.territorydelta.summary.CellStocks;
import org.territorydelta.summary.RegionTree;
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

  /**
   * What the rows are summed up from.
   *
   * @param former by pair, the output in which a former run's findings are that still hold
   */
  record Sums(
      AgreementPlan plan,
      TreeMap<SourcePair, SourceComparer.Frame> frames,
      RegionTree regions,
      HashMap<SourcePair, String> former)
      implements Serializable {}

  /** All rows of two sources, what they were summed up from, and how the days went. */
  record PairRows(
      ArrayList<Row> agreement,
      ArrayList<Row> polygons,
      SourceDifferences differences,
      SourceComparer.Counts counts)
      implements Serializable {}

  static JavaRDD<SourceDifferences> compare(
      JavaSparkContext spark,
      JavaRDD<ReadStage.ReadFile> files,
      Shared shared,
      Map<SnapshotId, ChangeStage.KnownMap> maps) {
    List<Set<SnapshotId>> needed = shared.units.stream().map(MonthUnit::snapshots).toList();
    Broadcast<Shared> all = spark.broadcast(shared);
    List<Long> weights = needed.stream().map(unit -> SnapshotDealer.vertices(unit, maps)).toList();
    return SnapshotDealer.deal(spark, files, needed, weights, maps)
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
    found.polygons().forEach(p -> polygons.add(DisagreementPolygonCodec.row(p, shows)));
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

  /** The rows of every two sources, made when first asked for and then kept. */
  static JavaRDD<PairRows> rows(
      JavaSparkContext spark,
      JavaRDD<SourceDifferences> found,
      JavaRDD<SourceRows> sources,
      Sums sums) {
    Broadcast<Sums> all = spark.broadcast(sums);
    JavaPairRDD<SourcePair, CellStocks> stocks =
        sources.flatMapToPair(
            source ->
                all.value().plan.months().keySet().stream()
                    .filter(pair -> pair.has(source.stocks().sourceId()))
                    .map(pair -> new Tuple2<>(pair, source.stocks()))
                    .iterator());
    return stocks
        .cogroup(found.mapToPair(some -> new Tuple2<>(some.sources(), some)))
        .map(pair -> sum(pair._1(), pair._2()._1(), pair._2()._2(), all.value()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static PairRows sum(
      SourcePair sources, Iterable<CellStocks> stocks, Iterable<SourceDifferences> found, Sums sums)
      throws IOException {
    SourceDifferences known =
        sums.former.containsKey(sources)
            ? FormerRun.differences(sums.former.get(sources), sources, TaskHadoop.configuration())
            : SourceDifferences.none(sources);
    found.forEach(some -> known.months().putAll(some.months()));
    SourceDifferences used = SourceDifferences.none(sources);
    SourceComparer.Counts counts = SourceComparer.Counts.ZERO;
    var polygons = new ArrayList<Row>();
    List<MonthDifference> differences = new ArrayList<>();
    List<MonthUnit> units = sums.plan.months().get(sources);
    for (MonthUnit unit : units) {
      SourceDifferences.Month month = known.months().get(unit.key());
      used.months().put(unit.key(), month);
      polygons.addAll(month.polygons());
      differences.add(month.of(sources));
      counts = counts.plus(month.counts());
    }
    Map<String, CellStocks> bySource = new HashMap<>();
    stocks.forEach(some -> bySource.put(some.sourceId(), some));
    SourceComparer.Frame frame = sums.frames.get(sources);
    var rows =
        AgreementSummary.rows(
            new AgreementSummary.Frame(sums.regions, frame.scope(), frame.layers()),
            bySource.get(sources.a()),
            bySource.get(sources.b()),
            units.stream().map(MonthUnit::month).toList(),
            differences);
    return new PairRows(
        SummaryStage.rows(new SourceAgreementCodec(), rows), polygons, used, counts);
  }
}
