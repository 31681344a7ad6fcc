package org.territorydelta.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.DatePair;

/**
 * Everything that one source's rows of a region are made of, in whole square metres: what every
 * holding has there on every map, and what changed hands in every pair of maps that was compared.
 * The ledger of a region is the sum of the ledgers of its cells, in any order; so is that of a
 * country, of ground outside every region, and of the whole.
 */
public final class RegionLedger implements Serializable {
  private static final long serialVersionUID = 1;

  private final TreeMap<Holding, long[]> stocks;
  private final TreeMap<Holding, long[]> inBand = new TreeMap<>();
  private final TreeMap<DatePair, TreeMap<Flow, Long>> flows;
  private final TreeMap<SideLayer, LayerSums> layers;
  private final TreeMap<SnapshotId, TreeMap<Holding, Stock>> replaced = new TreeMap<>();

  private RegionLedger(
      TreeMap<Holding, long[]> stocks,
      TreeMap<DatePair, TreeMap<Flow, Long>> flows,
      TreeMap<SideLayer, LayerSums> layers) {
    this.stocks = stocks;
    this.flows = flows;
    this.layers = layers;
  }

  /** Of no ground. */
  public static RegionLedger none() {
    return new RegionLedger(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** Of one cell, as if it lay inside the region's own border. */
  static RegionLedger ofCell(
      CellChain chain,
      SortedMap<SnapshotId, TreeMap<Holding, Long>> replacedM2,
      TreeMap<SideLayer, LayerSums> layers) {
    var ledger = new RegionLedger(chain.stocksM2(), chain.flowsM2(), layers);
    replacedM2.forEach(
        (map, areasM2) -> {
          var stocks = new TreeMap<Holding, Stock>();
          areasM2.forEach((holding, areaM2) -> stocks.put(holding, new Stock(areaM2, 0)));
          ledger.replaced.put(map, stocks);
        });
    return ledger;
  }

  /**
   * Adds other ground of the region.
   *
   * @param outsideBorder whether all of it lies outside the region's own border
   */
  public RegionLedger add(RegionLedger other, boolean outsideBorder) {
    add(other.stocks, stocks);
    add(outsideBorder ? other.stocks : other.inBand, inBand);
    other.flows.forEach(
        (pair, changes) -> {
          TreeMap<Flow, Long> sums = flows.computeIfAbsent(pair, key -> new TreeMap<>());
          changes.forEach((flow, areaM2) -> sums.merge(flow, areaM2, Math::addExact));
        });
    other.layers.forEach(
        (layer, sums) -> layers.computeIfAbsent(layer, key -> LayerSums.none()).add(sums));
    other.replaced.forEach(
        (map, areas) -> {
          TreeMap<Holding, Stock> sums = replaced.computeIfAbsent(map, key -> new TreeMap<>());
          areas.forEach(
              (holding, stock) ->
                  sums.merge(
                      holding,
                      outsideBorder ? new Stock(stock.areaM2(), stock.areaM2()) : stock,
                      Stock::plus));
        });
    return this;
  }

  /** Adds what every holding has in other ground inside the border, and nothing else of it. */
  RegionLedger addStocks(RegionLedger other) {
    add(other.stocks, stocks);
    return this;
  }

  private static void add(TreeMap<Holding, long[]> series, TreeMap<Holding, long[]> to) {
    series.forEach(
        (holding, areas) -> {
          long[] sums = to.computeIfAbsent(holding, key -> new long[areas.length]);
          for (int i = 0; i < sums.length; i++) {
            sums[i] += areas[i];
          }
        });
  }

  /** Every holding of which ground may have lain here. */
  SortedSet<Holding> holdings() {
    return new TreeSet<>(stocks.keySet());
  }

  /** Every side of {@link #holdings}. */
  SortedSet<String> sides() {
    var sides = new TreeSet<String>();
    stocks.keySet().forEach(holding -> sides.add(holding.side()));
    return sides;
  }

  boolean everHeld(Holding holding) {
    long[] series = stocks.get(holding);
    return series != null && Arrays.stream(series).anyMatch(area -> area > 0);
  }

  /**
   * What a holding has here on a map.
   *
   * @param position of the map date
   */
  Stock stock(Holding holding, int position) {
    return new Stock(at(stocks, holding, position), at(inBand, holding, position));
  }

  private static long at(SortedMap<Holding, long[]> series, Holding holding, int position) {
    long[] areas = series.get(holding);
    return areas == null ? 0 : areas[position];
  }

  /** What changed hands in a pair of maps; a pair that was not compared changed nothing. */
  SortedMap<Flow, Long> flowsM2(DatePair pair) {
    return flows.getOrDefault(pair, new TreeMap<>());
  }

  /** How many flows all pairs of maps have here. */
  long flowCount() {
    return flows.values().stream().mapToLong(TreeMap::size).sum();
  }

  LayerSums sums(SideLayer layer) {
    return layers.getOrDefault(layer, LayerSums.none());
  }

  /** What a map shows here that a later one has replaced. */
  SortedMap<Holding, Stock> replaced(SnapshotId map) {
    return replaced.getOrDefault(map, new TreeMap<>());
  }

  /**
   * One number that adds up as ledgers do, see {@link LedgerSums}: all figures but those of the
   * border band, which is a region's own, each times its weight.
   */
  long weightedSum() {
    long sum = 0;
    for (Map.Entry<Holding, long[]> series : stocks.entrySet()) {
      long weight = Weight.of("stock", series.getKey());
      for (long area : series.getValue()) {
        weight = Weight.next(weight);
        sum += weight * area;
      }
    }
    for (Map.Entry<DatePair, TreeMap<Flow, Long>> pair : flows.entrySet()) {
      for (Map.Entry<Flow, Long> flow : pair.getValue().entrySet()) {
        sum += Weight.of(pair.getKey(), flow.getKey()) * flow.getValue();
      }
    }
    for (Map.Entry<SideLayer, LayerSums> layer : layers.entrySet()) {
      sum += layer.getValue().weightedSum(Weight.of(layer.getKey()));
    }
    for (Map.Entry<SnapshotId, TreeMap<Holding, Stock>> map : replaced.entrySet()) {
      for (Map.Entry<Holding, Stock> stock : map.getValue().entrySet()) {
        sum += Weight.of(map.getKey(), stock.getKey()) * stock.getValue().areaM2();
      }
    }
    return sum;
  }

  SortedMap<Holding, long[]> stocksM2() {
    return stocks;
  }

  SortedMap<Holding, long[]> inBandM2() {
    return inBand;
  }

  SortedMap<DatePair, TreeMap<Flow, Long>> flowsM2() {
    return flows;
  }

  SortedMap<SideLayer, LayerSums> layers() {
    return layers;
  }
}
