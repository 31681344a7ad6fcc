package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.timeline.DatePair;

/**
 * The chain of one cell's stocks from map to map: measured at the first map, carried by what
 * changed hands, closed with the flows of every pair, and proved where the stocks were measured
 * again. So the ground at two dates differs by exactly what changed hands between them.
 */
final class CellChain {
  private final MeasuredMaps maps;
  private final Cell cell;
  private final TreeMap<Holding, long[]> stocks = new TreeMap<>();
  private final TreeMap<DatePair, TreeMap<Flow, Long>> flows = new TreeMap<>();
  private long movedM2;
  private long driftM2;

  private CellChain(MeasuredMaps maps, Cell cell) {
    this.maps = maps;
    this.cell = cell;
  }

  /**
   * @throws LawBrokenException when what was measured contradicts itself by more than roundings
   */
  static CellChain of(MeasuredMaps maps, Cell cell, CellMeasures measures) {
    var chain = new CellChain(maps, cell);
    chain.open(measures);
    for (int i = 1; i < maps.mapDates().size(); i++) {
      DatePair step = maps.steps().get(i - 1);
      chain.carry(i, step, measures.flowsM2().get(step));
    }
    for (DatePair pair : maps.periods()) {
      chain.close(pair, measures.flowsM2().getOrDefault(pair, new TreeMap<>()));
    }
    for (LocalDate mapDate : maps.measured()) {
      chain.prove(mapDate, measures.stocksM2(mapDate));
    }
    return chain;
  }

  private void open(CellMeasures measures) {
    measures
        .stocksM2(maps.mapDates().get(0))
        .forEach((holding, areaM2) -> series(holding)[0] = areaM2);
    for (Map<Flow, Long> changes : measures.flowsM2().values()) {
      for (Flow flow : changes.keySet()) {
        for (Holding holding : List.of(flow.from(), flow.to())) {
          if (!holding.isNone()) {
            series(holding);
          }
        }
      }
    }
  }

  private long[] series(Holding holding) {
    return stocks.computeIfAbsent(holding, key -> new long[maps.mapDates().size()]);
  }

  private void carry(int at, DatePair step, SortedMap<Flow, Long> changes) {
    stocks.values().forEach(series -> series[at] = series[at - 1]);
    if (changes == null) {
      return;
    }
    changes.forEach(
        (flow, areaM2) -> {
          shift(flow.from(), at, -areaM2);
          shift(flow.to(), at, areaM2);
        });
    // More may seem to leave than there was, by roundings; nothing is less than none.
    // And what the map does not show at all has left without a rest.
    stocks.forEach(
        (holding, series) ->
            series[at] = maps.shown(at).contains(holding) ? Math.max(0, series[at]) : 0);
    close(step, changes);
  }

  private void shift(Holding holding, int at, long areaM2) {
    if (!holding.isNone()) {
      stocks.get(holding)[at] += areaM2;
    }
  }

  private void close(DatePair pair, SortedMap<Flow, Long> changes) {
    int opening = maps.position(pair.opening());
    int closing = maps.position(pair.closing());
    boolean quiet =
        changes.isEmpty()
            && stocks.values().stream().allMatch(series -> series[opening] == series[closing]);
    if (quiet) {
      return;
    }
    var balanced = FlowBalancer.balance(changes, stocksAt(opening), stocksAt(closing));
    long most = maps.mostMovedM2(pair);
    if (balanced.movedM2() > most) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot close %s %s to %s in %s: flows and stocks differ by %s km², expected at most %s",
              maps.sourceId(),
              pair.opening(),
              pair.closing(),
              cell.memberships(),
              SquareKm.fromM2(balanced.movedM2()),
              SquareKm.fromM2(most)),
          List.of(
              new LawBrokenException.OfMap(maps.sourceId(), pair.opening()),
              new LawBrokenException.OfMap(maps.sourceId(), pair.closing())));
    }
    movedM2 += balanced.movedM2();
    if (!balanced.flows().isEmpty()) {
      flows.put(pair, new TreeMap<>(balanced.flows()));
    }
  }

  private Map<Holding, Long> stocksAt(int at) {
    Map<Holding, Long> found = new TreeMap<>();
    stocks.forEach((holding, series) -> found.put(holding, series[at]));
    return found;
  }

  private void prove(LocalDate mapDate, Map<Holding, Long> measuredM2) {
    var holdings = new TreeSet<>(stocks.keySet());
    holdings.addAll(measuredM2.keySet());
    int at = maps.position(mapDate);
    for (Holding holding : holdings) {
      long carried = stocks.containsKey(holding) ? stocks.get(holding)[at] : 0;
      long measured = measuredM2.getOrDefault(holding, 0L);
      long drift =
          Drift.provenM2(
              maps.sourceId(), mapDate, holding, carried, measured, maps.mostDriftM2(mapDate));
      driftM2 = Math.max(driftM2, drift);
    }
  }

  /** By holding and position of the map date. */
  TreeMap<Holding, long[]> stocksM2() {
    return stocks;
  }

  /** What changed hands in every pair that was compared; a pair without change is missing. */
  TreeMap<DatePair, TreeMap<Flow, Long>> flowsM2() {
    return flows;
  }

  /** How much was moved between flows to close them with the stocks, over all pairs. */
  long movedM2() {
    return movedM2;
  }

  /** The largest difference found between a carried and a measured stock. */
  long driftM2() {
    return driftM2;
  }
}
