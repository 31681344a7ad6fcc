package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.DatePair;

/**
 * What every holding has in every cell at every map date of one source: measured at the first map,
 * carried from map to map by what changed hands, and proved again on the way. So the ground at two
 * dates differs by exactly what changed hands between them.
 */
final class StockLedger {
  /**
   * How often an error can count when flows are closed with stocks. It is a difference at two
   * holdings; of each, a flow is cut to what there was and to what there is, either of which opens
   * a difference at the flow's other end, and what is missing then is put in once: twice five.
   */
  private static final int CLOSINGS = 10;

  private final String sourceId;
  private final List<LocalDate> mapDates = new ArrayList<>();
  private final Map<LocalDate, Integer> positions = new HashMap<>();
  private final SortedMap<Cell, SortedMap<Holding, long[]>> stocks = new TreeMap<>();
  private final SortedMap<DatePair, SortedMap<Cell, SortedMap<Flow, Long>>> flows = new TreeMap<>();
  private final SortedSet<Holding> holdings = new TreeSet<>();
  private final MeasurementBounds bounds;
  private long[] boundsM2 = new long[0];
  private long movedM2;
  private long driftM2;

  private StockLedger(String sourceId, MeasurementBounds bounds) {
    this.sourceId = sourceId;
    this.bounds = bounds;
  }

  /**
   * @param current the source's maps in order, at least one
   * @param measured stocks measured from whole maps: the first one's, and any others for proof
   * @param pairs what changed hands in every consecutive pair, and in any others
   * @param bounds how far these may be off by roundings and noding
   */
  static StockLedger of(
      String sourceId,
      List<SnapshotFacts> current,
      Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured,
      Map<DatePair, ? extends Collection<Transition>> pairs,
      MeasurementBounds bounds) {
    var ledger = new StockLedger(sourceId, bounds);
    for (SnapshotFacts facts : current) {
      ledger.positions.put(facts.id().mapDate(), ledger.mapDates.size());
      ledger.mapDates.add(facts.id().mapDate());
    }
    ledger.sumBounds();
    ledger.open(measured.get(ledger.mapDates.get(0)));
    Map<DatePair, SortedMap<Cell, SortedMap<Flow, Long>>> byCell = new TreeMap<>();
    pairs.forEach((pair, transitions) -> byCell.put(pair, ledger.measuredFlows(transitions)));
    ledger.stocks.values().forEach(series -> ledger.holdings.addAll(series.keySet()));
    for (int i = 1; i < ledger.mapDates.size(); i++) {
      var pair = new DatePair(ledger.mapDates.get(i - 1), ledger.mapDates.get(i));
      ledger.carry(i, pair, byCell.get(pair), current.get(i).groundM2().keySet());
    }
    byCell.forEach(ledger::balancePeriod);
    for (SnapshotFacts facts : current) {
      ledger.proveWhole(facts);
    }
    measured.forEach(ledger::proveCells);
    return ledger;
  }

  /** A carried stock is off by what the first one is, and every step since. */
  private void sumBounds() {
    boundsM2 = new long[mapDates.size()];
    boundsM2[0] = bounds.ofM2(mapDates.get(0));
    for (int i = 1; i < boundsM2.length; i++) {
      boundsM2[i] =
          boundsM2[i - 1] + bounds.ofM2(new DatePair(mapDates.get(i - 1), mapDates.get(i)));
    }
  }

  private void open(SortedMap<Holding, SortedMap<Cell, Long>> first) {
    first.forEach(
        (holding, cells) -> cells.forEach((cell, area) -> series(cell, holding)[0] = area));
  }

  private long[] series(Cell cell, Holding holding) {
    return stocks
        .computeIfAbsent(cell, key -> new TreeMap<>())
        .computeIfAbsent(holding, key -> new long[mapDates.size()]);
  }

  private SortedMap<Cell, SortedMap<Flow, Long>> measuredFlows(Collection<Transition> transitions) {
    SortedMap<Cell, SortedMap<Flow, Long>> cells = new TreeMap<>();
    for (Transition transition : transitions) {
      cells
          .computeIfAbsent(transition.cell(), key -> new TreeMap<>())
          .merge(new Flow(transition.from(), transition.to()), transition.areaM2(), Long::sum);
      for (Holding holding : List.of(transition.from(), transition.to())) {
        if (!holding.isNone()) {
          series(transition.cell(), holding);
        }
      }
    }
    return cells;
  }

  private void carry(
      int at, DatePair pair, SortedMap<Cell, SortedMap<Flow, Long>> measured, Set<Holding> shown) {
    SortedMap<Cell, SortedMap<Flow, Long>> balanced = new TreeMap<>();
    for (Map.Entry<Cell, SortedMap<Holding, long[]>> cell : stocks.entrySet()) {
      cell.getValue().values().forEach(series -> series[at] = series[at - 1]);
      SortedMap<Flow, Long> changes = measured.get(cell.getKey());
      if (changes == null) {
        continue;
      }
      for (Map.Entry<Flow, Long> change : changes.entrySet()) {
        shift(cell.getValue(), change.getKey().from(), at, -change.getValue());
        shift(cell.getValue(), change.getKey().to(), at, change.getValue());
      }
      // More may seem to leave than there was, by roundings; nothing is less than none.
      // And what the map does not show at all has left without a rest.
      cell.getValue()
          .forEach(
              (holding, series) ->
                  series[at] = shown.contains(holding) ? Math.max(0, series[at]) : 0);
      balanced.put(cell.getKey(), balance(pair, cell.getKey(), changes));
    }
    flows.put(pair, balanced);
  }

  private static void shift(
      SortedMap<Holding, long[]> series, Holding holding, int at, long areaM2) {
    if (!holding.isNone()) {
      series.get(holding)[at] += areaM2;
    }
  }

  private void balancePeriod(DatePair pair, SortedMap<Cell, SortedMap<Flow, Long>> measured) {
    if (flows.containsKey(pair)) {
      return;
    }
    SortedMap<Cell, SortedMap<Flow, Long>> balanced = new TreeMap<>();
    for (Cell cell : stocks.keySet()) {
      SortedMap<Flow, Long> changes = measured.getOrDefault(cell, new TreeMap<>());
      SortedMap<Flow, Long> closed = balance(pair, cell, changes);
      if (!closed.isEmpty()) {
        balanced.put(cell, closed);
      }
    }
    flows.put(pair, balanced);
  }

  private SortedMap<Flow, Long> balance(DatePair pair, Cell cell, SortedMap<Flow, Long> measured) {
    var balanced =
        FlowBalancer.balance(
            measured, stocksAt(cell, pair.opening()), stocksAt(cell, pair.closing()));
    long most = (boundM2(pair.closing()) + bounds.ofM2(pair)) * CLOSINGS;
    if (balanced.movedM2() > most) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot close %s %s to %s in %s: flows and stocks differ by %s km², expected at most %s",
              sourceId,
              pair.opening(),
              pair.closing(),
              cell.memberships(),
              SquareKm.fromM2(balanced.movedM2()),
              SquareKm.fromM2(most)),
          List.of(
              new LawBrokenException.OfMap(sourceId, pair.opening()),
              new LawBrokenException.OfMap(sourceId, pair.closing())));
    }
    movedM2 += balanced.movedM2();
    return balanced.flows();
  }

  private void proveWhole(SnapshotFacts facts) {
    long most = boundM2(facts.id().mapDate()) + 1;
    for (Holding holding : holdings()) {
      long carried =
          stocks.keySet().stream().mapToLong(c -> stockM2(c, holding, facts.id().mapDate())).sum();
      long shown = facts.groundM2().getOrDefault(holding, 0L);
      prove(facts.id().mapDate(), holding, carried, shown, most);
    }
  }

  private void proveCells(LocalDate mapDate, SortedMap<Holding, SortedMap<Cell, Long>> measured) {
    long most = boundM2(mapDate) + bounds.ofM2(mapDate);
    for (Cell cell : stocks.keySet()) {
      for (Holding holding : holdings()) {
        long anew = measured.getOrDefault(holding, new TreeMap<>()).getOrDefault(cell, 0L);
        prove(mapDate, holding, stockM2(cell, holding, mapDate), anew, most);
      }
    }
  }

  private void prove(
      LocalDate mapDate, Holding holding, long carriedM2, long measuredM2, long mostM2) {
    long drift = Math.abs(carriedM2 - measuredM2);
    driftM2 = Math.max(driftM2, drift);
    if (drift > mostM2) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot carry %s of %s to %s: carried %s km², measured anew %s, expected at most %s apart",
              holding,
              sourceId,
              mapDate,
              SquareKm.fromM2(carriedM2),
              SquareKm.fromM2(measuredM2),
              SquareKm.fromM2(mostM2)),
          List.of(new LawBrokenException.OfMap(sourceId, mapDate)));
    }
  }

  List<LocalDate> mapDates() {
    return mapDates;
  }

  int position(LocalDate mapDate) {
    return positions.get(mapDate);
  }

  /** Every cell that any ground ever lay in. */
  Set<Cell> cells() {
    return Collections.unmodifiableSet(stocks.keySet());
  }

  /** Every holding there ever was. */
  SortedSet<Holding> holdings() {
    return holdings;
  }

  long stockM2(Cell cell, Holding holding, LocalDate mapDate) {
    long[] series = stocks.get(cell).get(holding);
    return series == null ? 0 : series[position(mapDate)];
  }

  /** Adds a holding's stocks in a cell to sums by position of the map date. */
  void addStocksM2(Cell cell, Holding holding, long[] sums) {
    long[] series = stocks.get(cell).get(holding);
    for (int i = 0; series != null && i < sums.length; i++) {
      sums[i] += series[i];
    }
  }

  boolean everHeld(Cell cell, Holding holding) {
    long[] series = stocks.get(cell).get(holding);
    return series != null && Arrays.stream(series).anyMatch(area -> area > 0);
  }

  Map<Holding, Long> stocksAt(Cell cell, LocalDate mapDate) {
    Map<Holding, Long> found = new TreeMap<>();
    stocks.get(cell).forEach((holding, series) -> found.put(holding, series[position(mapDate)]));
    return found;
  }

  /** What changed hands in a pair, by cell; a cell without change is missing. */
  SortedMap<Cell, SortedMap<Flow, Long>> flows(DatePair pair) {
    return flows.getOrDefault(pair, new TreeMap<>());
  }

  /**
   * How far the stocks of a map may be from the same measured anew, by roundings and noding since
   * the first map: all cells and holdings together.
   */
  long boundM2(LocalDate mapDate) {
    return boundsM2[position(mapDate)];
  }

  /**
   * How far flows and gross sums of a pair may be off, by roundings and noding of the pair and of
   * all steps in between, and by being closed with the stocks.
   */
  long boundM2(DatePair pair) {
    return pair.isSame()
        ? 0
        : (boundM2(pair.closing()) - boundM2(pair.opening()) + bounds.ofM2(pair)) * CLOSINGS;
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
