package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.change.Turnover;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.DatePair;

/**
 * What was measured of one cell of one source, in square metres, before anything is carried or
 * closed. Measures of different maps and pairs add up in any order.
 */
public final class CellMeasures implements Serializable {
  private static final long serialVersionUID = 1;

  private final TreeMap<LocalDate, TreeMap<Holding, Long>> stocks = new TreeMap<>();
  private final TreeMap<SnapshotId, TreeMap<Holding, Long>> replaced = new TreeMap<>();
  private final TreeMap<DatePair, TreeMap<Flow, Long>> flows = new TreeMap<>();
  private final TreeMap<DatePair, TreeMap<Flow, Long>> noise = new TreeMap<>();
  private final TreeMap<DatePair, ArrayList<Turnover>> turnovers = new TreeMap<>();

  /** Collects what was measured, each in its cell. */
  public static final class ByCell {
    private final SortedMap<Cell, CellMeasures> cells = new TreeMap<>();

    private CellMeasures in(Cell cell) {
      return cells.computeIfAbsent(cell, key -> new CellMeasures());
    }

    /** Adds what a map that speaks for its day shows, measured as a whole. */
    public ByCell stocks(LocalDate mapDate, Map<Holding, ? extends Map<Cell, Long>> areasM2) {
      areasM2.forEach(
          (holding, cells) ->
              cells.forEach(
                  (cell, areaM2) ->
                      in(cell)
                          .stocks
                          .computeIfAbsent(mapDate, key -> new TreeMap<>())
                          .put(holding, areaM2)));
      return this;
    }

    /** Adds what a map shows that a later one has replaced. */
    public ByCell replaced(SnapshotId map, Map<Holding, ? extends Map<Cell, Long>> areasM2) {
      areasM2.forEach(
          (holding, cells) ->
              cells.forEach(
                  (cell, areaM2) ->
                      in(cell)
                          .replaced
                          .computeIfAbsent(map, key -> new TreeMap<>())
                          .put(holding, areaM2)));
      return this;
    }

    /** Adds what changed hands between two maps. */
    public ByCell flows(DatePair pair, Collection<Transition> transitions) {
      transitions.forEach(transition -> add(in(transition.cell()).flows, pair, transition));
      return this;
    }

    /** Adds the part of it that is redraw noise. */
    public ByCell noise(DatePair pair, Collection<Transition> noise) {
      noise.forEach(transition -> add(in(transition.cell()).noise, pair, transition));
      return this;
    }

    private static void add(
        SortedMap<DatePair, TreeMap<Flow, Long>> to, DatePair pair, Transition transition) {
      to.computeIfAbsent(pair, key -> new TreeMap<>())
          .merge(new Flow(transition.from(), transition.to()), transition.areaM2(), Math::addExact);
    }

    /** Adds what changed hands more than once between two maps. */
    public ByCell turnovers(DatePair pair, Collection<Turnover> turnovers) {
      turnovers.forEach(
          turnover ->
              in(turnover.cell())
                  .turnovers
                  .computeIfAbsent(pair, key -> new ArrayList<>())
                  .add(turnover));
      return this;
    }

    /** The measures of every cell of which anything was measured. */
    public SortedMap<Cell, CellMeasures> cells() {
      return cells;
    }
  }

  /** Adds measures of other maps and pairs. */
  public CellMeasures add(CellMeasures other) {
    stocks.putAll(other.stocks);
    replaced.putAll(other.replaced);
    flows.putAll(other.flows);
    noise.putAll(other.noise);
    turnovers.putAll(other.turnovers);
    return this;
  }

  Map<Holding, Long> stocksM2(LocalDate mapDate) {
    return stocks.getOrDefault(mapDate, new TreeMap<>());
  }

  SortedMap<SnapshotId, TreeMap<Holding, Long>> replacedM2() {
    return replaced;
  }

  SortedMap<DatePair, TreeMap<Flow, Long>> flowsM2() {
    return flows;
  }

  SortedMap<DatePair, TreeMap<Flow, Long>> noiseM2() {
    return noise;
  }

  SortedMap<DatePair, ArrayList<Turnover>> turnovers() {
    return turnovers;
  }
}
