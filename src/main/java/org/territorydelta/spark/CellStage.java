package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.spark.session.TaskCounts;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.CellMeasures;
import org.territorydelta.summary.MeasuredMaps;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.summary.SourceLedger;
import scala.Tuple2;

/**
 * From findings by maps to ledgers by cell: what was found in one cell of one source comes
 * together, is carried through all maps and proved. A task holds one cell at a time, however many
 * there are.
 */
final class CellStage {
  private CellStage() {}

  /** One cell of one source. */
  record SourceCell(String sourceId, Cell cell) implements Serializable {}

  /**
   * What every task needs to know.
   *
   * @param keys by source
   * @param maps by source
   */
  record Shared(
      HashMap<String, SourceKeys> keys,
      HashMap<String, MeasuredMaps> maps,
      ArrayList<LayerSet> layerSets)
      implements Serializable {}

  /** The ledgers, made when first asked for and then kept. Unpersist them when done. */
  static JavaPairRDD<SourceCell, CellLedger> ledgers(
      JavaSparkContext spark, JavaRDD<SourceChanges> found, Shared shared) {
    Broadcast<Shared> all = spark.broadcast(shared);
    return found
        .flatMapToPair(changes -> byCell(changes, all.value().keys).iterator())
        .aggregateByKey(
            new CellMeasures(), TaskCounts.many(spark), CellMeasures::add, CellMeasures::add)
        .mapToPair(cell -> new Tuple2<>(cell._1(), ledger(cell._1(), cell._2(), all.value())))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static CellLedger ledger(SourceCell cell, CellMeasures measures, Shared shared) {
    return CellLedger.of(shared.maps.get(cell.sourceId), shared.layerSets, cell.cell, measures);
  }

  private static List<Tuple2<SourceCell, CellMeasures>> byCell(
      SourceChanges changes, HashMap<String, SourceKeys> all) {
    SourceKeys keys = all.get(changes.sourceId());
    var byCell = new CellMeasures.ByCell();
    changes
        .pairs()
        .forEach(
            (pair, flows) -> {
              if (keys.pairs().containsKey(pair)) {
                byCell.flows(keys.pairs().get(pair), flows.transitions());
                byCell.noise(keys.pairs().get(pair), flows.noise());
              }
            });
    changes
        .stocks()
        .forEach(
            (map, stocks) -> {
              if (keys.stocks().containsKey(map)) {
                byCell.stocks(keys.stocks().get(map), stocks.areasM2());
              } else if (keys.replaced().containsKey(map)) {
                byCell.replaced(keys.replaced().get(map), stocks.areasM2());
              }
            });
    changes
        .turnovers()
        .forEach(
            (chain, turnovers) -> {
              if (keys.chains().containsKey(chain) && turnovers.found()) {
                byCell.turnovers(keys.chains().get(chain), turnovers.churned().turnovers());
              }
            });
    List<Tuple2<SourceCell, CellMeasures>> cells = new ArrayList<>();
    byCell
        .cells()
        .forEach(
            (cell, measures) ->
                cells.add(new Tuple2<>(new SourceCell(changes.sourceId(), cell), measures)));
    return cells;
  }

  /**
   * The sum over each source's cells.
   *
   * @param scopes by source, the countries it draws; none for no limit
   */
  static Map<String, SourceLedger> wholes(
      JavaSparkContext spark,
      JavaPairRDD<SourceCell, CellLedger> cells,
      RegionTree regions,
      HashMap<String, TreeSet<String>> scopes) {
    Broadcast<RegionTree> tree = spark.broadcast(regions);
    return cells
        .mapPartitionsToPair(
            task -> {
              var wholes = new HashMap<String, SourceLedger>();
              task.forEachRemaining(
                  cell -> {
                    String source = cell._1().sourceId();
                    boolean inScope = tree.value().isIn(scopes.get(source), cell._1().cell());
                    wholes
                        .computeIfAbsent(source, key -> new SourceLedger())
                        .add(cell._2(), inScope);
                  });
              return wholes.entrySet().stream()
                  .map(whole -> new Tuple2<>(whole.getKey(), whole.getValue()))
                  .iterator();
            })
        .reduceByKey(SourceLedger::add)
        .collectAsMap();
  }
}
