package org.territorydelta.summary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.AreaDelta.Figures;
import org.territorydelta.model.AreaDelta.Stock;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.DatePair;

/** One side's ground by one layer set, cell by cell: stocks, changes and the chain's gross sums. */
final class LayerMeasure {
  private final StockLedger ledger;
  private final String side;
  private final LayerSet layerSet;

  /** Gained and lost in every cell, summed from the first map to each. */
  private final SortedMap<Cell, Running> running = new TreeMap<>();

  private record Running(long[] gainedM2, long[] lostM2) {}

  LayerMeasure(StockLedger ledger, String side, LayerSet layerSet) {
    this.ledger = ledger;
    this.side = side;
    this.layerSet = layerSet;
    int size = ledger.mapDates().size();
    for (Cell cell : ledger.cells()) {
      running.put(cell, new Running(new long[size], new long[size]));
    }
    for (int i = 1; i < size; i++) {
      int at = i;
      running
          .values()
          .forEach(
              sums -> {
                sums.gainedM2[at] = sums.gainedM2[at - 1];
                sums.lostM2[at] = sums.lostM2[at - 1];
              });
      var pair = new DatePair(ledger.mapDates().get(i - 1), ledger.mapDates().get(i));
      ledger
          .flows(pair)
          .forEach(
              (cell, flows) -> {
                Change change = change(flows);
                running.get(cell).gainedM2[at] += change.gainedM2();
                running.get(cell).lostM2[at] += change.lostM2();
              });
    }
  }

  String side() {
    return side;
  }

  LayerSet layerSet() {
    return layerSet;
  }

  boolean everHeld(List<RegionTree.Part> cells) {
    return cells.stream()
        .anyMatch(
            part ->
                ledger.holdings().stream()
                    .anyMatch(
                        holding ->
                            layerSet.controls(side, holding)
                                && ledger.everHeld(part.cell(), holding)));
  }

  /** What the side holds in some cells together, by position of the map date. */
  long[] stocksM2(List<RegionTree.Part> cells) {
    long[] sums = new long[ledger.mapDates().size()];
    for (RegionTree.Part part : cells) {
      for (Holding holding : ledger.holdings()) {
        if (layerSet.controls(side, holding)) {
          ledger.addStocksM2(part.cell(), holding, sums);
        }
      }
    }
    return sums;
  }

  /** What came and went in some cells in steps of the chain; without those in which nothing did. */
  SortedMap<DatePair, Change> movedIn(Collection<DatePair> steps, List<RegionTree.Part> cells) {
    SortedMap<DatePair, Change> moved = new TreeMap<>();
    for (DatePair step : steps) {
      SortedMap<Cell, SortedMap<Flow, Long>> flows = ledger.flows(step);
      Change sum = Change.ZERO;
      for (RegionTree.Part part : cells) {
        sum = sum.plus(change(flows.getOrDefault(part.cell(), new TreeMap<>())));
      }
      if (!sum.equals(Change.ZERO)) {
        moved.put(step, sum);
      }
    }
    return moved;
  }

  /**
   * The steps in which breaks of the side's ground begin or end.
   *
   * @param whole all cells there are
   */
  BrokenSteps brokenSteps(Collection<SeriesBreak> breaks, List<RegionTree.Part> whole) {
    return new BrokenSteps(breaks, side, ledger.mapDates(), steps -> movedIn(steps, whole));
  }

  /** Figures of every cell for a pair of map dates. */
  SortedMap<Cell, Figures> figures(DatePair pair) {
    SortedMap<Cell, SortedMap<Flow, Long>> flows = ledger.flows(pair);
    SortedMap<Cell, Figures> figures = new TreeMap<>();
    for (Cell cell : ledger.cells()) {
      Stock opening = new Stock(stockM2(cell, pair, true), 0);
      Stock closing = new Stock(stockM2(cell, pair, false), 0);
      SortedMap<Flow, Long> inCell = flows.getOrDefault(cell, new TreeMap<>());
      Change change = change(inCell);
      figures.put(
          cell,
          new Figures(opening, closing, change, gross(cell, pair, change), reclassified(inCell)));
    }
    return figures;
  }

  private long stockM2(Cell cell, DatePair pair, boolean opening) {
    long sum = 0;
    for (Holding holding : ledger.holdings()) {
      if (layerSet.controls(side, holding)) {
        sum += ledger.stockM2(cell, holding, opening ? pair.opening() : pair.closing());
      }
    }
    return sum;
  }

  private Change change(Map<Flow, Long> flows) {
    long gained = 0;
    long lost = 0;
    for (Map.Entry<Flow, Long> flow : flows.entrySet()) {
      boolean before = layerSet.controls(side, flow.getKey().from());
      boolean after = layerSet.controls(side, flow.getKey().to());
      gained += !before && after ? flow.getValue() : 0;
      lost += before && !after ? flow.getValue() : 0;
    }
    return new Change(gained, lost);
  }

  /** The part of a change between two statuses of the side itself. */
  private Change reclassified(Map<Flow, Long> flows) {
    SortedMap<Flow, Long> own = new TreeMap<>();
    flows.forEach(
        (flow, area) -> {
          if (flow.from().side().equals(side) && flow.to().side().equals(side)) {
            own.put(flow, area);
          }
        });
    return change(own);
  }

  /**
   * The sums over the chain. Ground gained from end to end was gained somewhere on the way, so they
   * are never less; the last roundings are evened out here, on both sides alike, so that gross net
   * stays net.
   */
  private Change gross(Cell cell, DatePair pair, Change change) {
    Running sums = running.get(cell);
    int from = ledger.position(pair.opening());
    int to = ledger.position(pair.closing());
    long gained = sums.gainedM2[to] - sums.gainedM2[from];
    long lost = sums.lostM2[to] - sums.lostM2[from];
    long lacking = Math.max(0, change.gainedM2() - gained);
    return new Change(gained + lacking, lost + lacking);
  }

  /**
   * The part of each cell's change that is noise. Of changes that were closed to the stocks by some
   * roundings no more is noise than there is.
   */
  SortedMap<Cell, Change> noise(Collection<Transition> noise, DatePair pair) {
    SortedMap<Cell, SortedMap<Flow, Long>> noisy = new TreeMap<>();
    for (Transition transition : noise) {
      noisy
          .computeIfAbsent(transition.cell(), cell -> new TreeMap<>())
          .merge(new Flow(transition.from(), transition.to()), transition.areaM2(), Long::sum);
    }
    SortedMap<Cell, SortedMap<Flow, Long>> all = ledger.flows(pair);
    SortedMap<Cell, Change> changes = new TreeMap<>();
    noisy.forEach(
        (cell, flows) -> {
          Change most = change(all.getOrDefault(cell, new TreeMap<>()));
          Change found = change(flows);
          changes.put(
              cell,
              new Change(
                  Math.min(found.gainedM2(), most.gainedM2()),
                  Math.min(found.lostM2(), most.lostM2())));
        });
    return changes;
  }

  /** The figures of a region: the sum over its cells, those of its border band marked. */
  static Figures sum(SortedMap<Cell, Figures> byCell, List<RegionTree.Part> cells) {
    Figures sum = Figures.ZERO;
    for (RegionTree.Part part : cells) {
      Figures figures = byCell.get(part.cell());
      sum = sum.plus(part.inBorderBand() ? inBand(figures) : figures);
    }
    return sum;
  }

  private static Figures inBand(Figures figures) {
    return new Figures(
        new Stock(figures.opening().areaM2(), figures.opening().areaM2()),
        new Stock(figures.closing().areaM2(), figures.closing().areaM2()),
        figures.change(),
        figures.gross(),
        figures.reclassified());
  }
}
