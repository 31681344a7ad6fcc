package org.territorydelta.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.spark.CellStage.SourceCell;
import org.territorydelta.spark.session.TaskCounts;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.LedgerSums;
import org.territorydelta.summary.RegionLedger;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.summary.SourceLedger;
import org.territorydelta.summary.SourceSpread;
import org.territorydelta.summary.SourceSummary;
import scala.Tuple2;

/**
 * From ledgers by cell to ledgers by region, and from these to rows. A country, ground outside
 * every region and the whole are regions like any other. A task holds one region at a time, of all
 * sources.
 */
final class RegionStage implements AutoCloseable {
  private final Broadcast<Shared> all;
  private final JavaPairRDD<RegionId, Sources> ledgers;

  /**
   * What every task needs to know.
   *
   * @param sources by id
   */
  record Shared(RegionTree regions, HashMap<String, SourceSummary> sources)
      implements Serializable {}

  /** The ledgers of one region, by source. */
  record Sources(TreeMap<String, RegionLedger> ledgers) implements Serializable {
    static Sources none() {
      return new Sources(new TreeMap<>());
    }

    RegionLedger of(String source) {
      return ledgers.computeIfAbsent(source, key -> RegionLedger.none());
    }

    Sources add(Sources other) {
      other.ledgers.forEach((source, ledger) -> of(source).add(ledger, false));
      return this;
    }
  }

  /** A cell's ledger as a part of a region. */
  private record Part(String sourceId, RegionLedger ledger, boolean outsideBorder)
      implements Serializable {}

  RegionStage(JavaSparkContext spark, JavaPairRDD<SourceCell, CellLedger> cells, Shared shared) {
    this.all = spark.broadcast(shared);
    Broadcast<Shared> known = all;
    this.ledgers =
        cells
            .flatMapToPair(cell -> parts(cell._1().sourceId(), cell._2(), known.value().regions))
            .aggregateByKey(
                Sources.none(),
                TaskCounts.many(spark),
                (sum, part) -> {
                  sum.of(part.sourceId).add(part.ledger, part.outsideBorder);
                  return sum;
                },
                Sources::add)
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Iterator<Tuple2<RegionId, Part>> parts(
      String source, CellLedger cell, RegionTree regions) {
    return regions.regionsOf(cell.cell()).stream()
        .map(
            part ->
                new Tuple2<>(part.region(), new Part(source, cell.ledger(), part.outsideBorder())))
        .iterator();
  }

  /** How many rows a table of regions can have at most. */
  long rowsAtMost() {
    Broadcast<Shared> known = all;
    return ledgers
        .map(
            region ->
                region._2().ledgers.entrySet().stream()
                    .mapToLong(
                        source ->
                            known
                                .value()
                                .sources
                                .get(source.getKey())
                                .rowsAtMost(source.getValue()))
                    .sum())
        .fold(0L, Long::sum);
  }

  /** One source's records of one region. */
  private interface Maker<T> extends Serializable {
    List<T> make(SourceSummary source, RegionId region, RegionLedger ledger);
  }

  /** Rows of {@code control_area}. */
  JavaRDD<Row> controlAreas() {
    return rows(SourceSummary::controlAreas, area -> Tables.CONTROL_AREA.row(area));
  }

  /** Rows of {@code transition}. */
  JavaRDD<Row> transitions() {
    return rows(SourceSummary::transitions, transition -> Tables.TRANSITION.row(transition));
  }

  private <T> JavaRDD<Row> rows(Maker<T> maker, RowMaker<T> rows) {
    Broadcast<Shared> known = all;
    return ledgers.flatMap(
        region -> records(maker, region, known.value()).map(rows::row).iterator());
  }

  /** A table does not travel; it is the task's own. */
  private interface RowMaker<T> extends Serializable {
    Row row(T record);
  }

  private static <T> Stream<T> records(
      Maker<T> maker, Tuple2<RegionId, Sources> region, Shared shared) {
    return region._2().ledgers.entrySet().stream()
        .flatMap(
            source ->
                maker
                    .make(shared.sources.get(source.getKey()), region._1(), source.getValue())
                    .stream());
  }

  /**
   * Rows of {@code area_delta}, with what the other sources say of the same nets in their bands.
   */
  JavaRDD<Row> areaDeltas() {
    Broadcast<Shared> known = all;
    return ledgers.flatMap(
        region -> {
          List<AreaDelta> deltas =
              records(SourceSummary::areaDeltas, region, known.value()).toList();
          var spread = SourceSpread.of(deltas);
          return deltas.stream()
              .map(delta -> Tables.AREA_DELTA.row(spread.widened(delta)))
              .iterator();
        });
  }

  /** What one region's transitions are made into. */
  interface OfTransitions<T> extends Serializable {
    List<T> make(List<RegionTransition> transitions);
  }

  /** Tells which regions are meant. */
  interface Choice extends Serializable {
    boolean has(RegionId region);
  }

  /** Something made of all transitions of some regions, of all sources. */
  <T> JavaRDD<T> ofTransitions(Choice choice, OfTransitions<T> maker) {
    Broadcast<Shared> known = all;
    return ledgers
        .filter(region -> choice.has(region._1()))
        .flatMap(
            region ->
                maker
                    .make(records(SourceSummary::transitions, region, known.value()).toList())
                    .iterator());
  }

  /** Rows of {@code control_area} that the reports need. */
  JavaRDD<Row> controlAreas(ReportNeeds needs) {
    Broadcast<Shared> known = all;
    return ledgers
        .filter(region -> needs.hasRegion(region._1()))
        .flatMap(
            region -> {
              return records(SourceSummary::controlAreas, region, known.value())
                  .filter(area -> needs.asksFor(area.snapshot(), area.region()))
                  .map(Tables.CONTROL_AREA::row)
                  .iterator();
            });
  }

  /**
   * Holds the regions of every level against the whole of each source.
   *
   * @param wholes by source
   */
  void prove(Map<String, SourceLedger> wholes) {
    Map<String, LedgerSums> sums =
        ledgers
            .flatMapToPair(
                region ->
                    region._2().ledgers.entrySet().stream()
                        .map(
                            source ->
                                new Tuple2<>(
                                    source.getKey(),
                                    new LedgerSums().add(region._1(), source.getValue())))
                        .iterator())
            .reduceByKey(LedgerSums::add)
            .collectAsMap();
    RegionTree tree = all.value().regions;
    wholes.forEach(
        (source, whole) ->
            sums.getOrDefault(source, new LedgerSums())
                .prove(source, whole.whole(), tree.regions()));
  }

  @Override
  public void close() {
    ledgers.unpersist();
  }
}
