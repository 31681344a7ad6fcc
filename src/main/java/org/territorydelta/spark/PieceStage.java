package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.spark.CellStage.SourceCell;
import org.territorydelta.spark.session.TaskCounts;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.Flow;
import org.territorydelta.summary.PieceCloser;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.DatePair;
import scala.Tuple2;

/**
 * Closes the pieces of every pair with the pair's flows of all cells, and makes them rows of the
 * periods that compare the pair. A task holds one pair at a time.
 */
final class PieceStage {
  private PieceStage() {}

  /** A pair of maps of one source. */
  private record SourceDates(String sourceId, DatePair pair) implements Serializable {}

  /** The closed flows of one cell. */
  private record CellFlows(Cell cell, TreeMap<Flow, Long> flowsM2) implements Serializable {}

  /**
   * What every task needs to know.
   *
   * @param keys by source
   * @param periods by source and pair, the periods with pieces
   */
  record Shared(
      HashMap<String, SourceKeys> keys,
      HashMap<String, TreeMap<DatePair, ArrayList<Period>>> periods,
      RegionTree regions,
      ArrayList<LayerSet> layerSets)
      implements Serializable {
    boolean hasPieces(String source, DatePair pair) {
      return pair != null && periods.get(source).containsKey(pair);
    }
  }

  /** Rows of {@code change_polygon}. */
  static JavaRDD<Row> rows(
      JavaSparkContext spark,
      JavaRDD<SourceChanges> found,
      JavaPairRDD<SourceCell, CellLedger> cells,
      Shared shared) {
    Broadcast<Shared> all = spark.broadcast(shared);
    JavaPairRDD<SourceDates, ArrayList<PieceRow>> pieces =
        found.flatMapToPair(changes -> pieces(changes, all.value()));
    JavaPairRDD<SourceDates, CellFlows> flows =
        cells.flatMapToPair(cell -> flows(cell._1().sourceId(), cell._2(), all.value()));
    return pieces
        .cogroup(flows, TaskCounts.many(spark))
        .flatMap(pair -> rows(pair._1(), pair._2()._1(), pair._2()._2(), all.value()).iterator());
  }

  private static Iterator<Tuple2<SourceDates, ArrayList<PieceRow>>> pieces(
      SourceChanges changes, Shared shared) {
    String source = changes.sourceId();
    SourceKeys keys = shared.keys.get(source);
    List<Tuple2<SourceDates, ArrayList<PieceRow>>> pieces = new ArrayList<>();
    changes
        .pairs()
        .forEach(
            (key, flows) -> {
              DatePair pair = keys.pairs().get(key);
              if (shared.hasPieces(source, pair)) {
                pieces.add(new Tuple2<>(new SourceDates(source, pair), flows.pieces()));
              }
            });
    return pieces.iterator();
  }

  private static Iterator<Tuple2<SourceDates, CellFlows>> flows(
      String source, CellLedger cell, Shared shared) {
    return shared.periods.get(source).keySet().stream()
        .map(
            pair ->
                new Tuple2<>(
                    new SourceDates(source, pair),
                    new CellFlows(cell.cell(), new TreeMap<>(cell.flowsM2(pair)))))
        .filter(flows -> !flows._2().flowsM2.isEmpty())
        .iterator();
  }

  private static List<Row> rows(
      SourceDates pair,
      Iterable<ArrayList<PieceRow>> pieces,
      Iterable<CellFlows> flows,
      Shared shared) {
    List<PieceRow> found = new ArrayList<>();
    pieces.forEach(found::addAll);
    SortedMap<Cell, TreeMap<Flow, Long>> flowsM2 = new TreeMap<>();
    flows.forEach(cell -> flowsM2.put(cell.cell, cell.flowsM2));
    PieceCloser.Closed closed = PieceCloser.close(PieceRow.pieces(found), flowsM2);
    var periodPieces = new PeriodPieces(pair.sourceId, shared.regions, shared.layerSets);
    List<Row> rows = new ArrayList<>();
    for (Period period : shared.periods.get(pair.sourceId).get(pair.pair)) {
      rows.addAll(periodPieces.rows(period, pair.pair, found, closed));
    }
    return rows;
  }
}
