package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.timeline.DatePair;

/**
 * The maps of one source that speak for their days, which of them were compared and measured, and
 * how far that may be off: what the ledger of every cell hangs on. It holds facts of maps and knows
 * of no region.
 */
public final class MeasuredMaps implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * How often an error can count when flows are closed with stocks. It is a difference at two
   * holdings; of each, a flow is cut to what there was and to what there is, either of which opens
   * a difference at the flow's other end, and what is missing then is put in once: twice five.
   */
  private static final int CLOSINGS = 10;

  private final String sourceId;
  private final ArrayList<SnapshotFacts> maps;
  private final ArrayList<LocalDate> mapDates = new ArrayList<>();
  private final HashMap<LocalDate, Integer> positions = new HashMap<>();
  private final ArrayList<DatePair> steps = new ArrayList<>();
  private final ArrayList<DatePair> periods;
  private final TreeSet<LocalDate> measured;
  private final MeasurementBounds bounds;
  private final long[] boundsM2;

  /**
   * @param maps those that speak for their days, in order, at least one
   * @param compared every pair of consecutive maps, and any others
   * @param measured map dates of the maps whose stocks were measured: the first one's, and any
   *     others for proof
   * @param bounds how far these may be off by roundings and noding
   */
  public MeasuredMaps(
      String sourceId,
      List<SnapshotFacts> maps,
      Collection<DatePair> compared,
      Collection<LocalDate> measured,
      MeasurementBounds bounds) {
    this.sourceId = sourceId;
    this.maps = new ArrayList<>(maps);
    this.measured = new TreeSet<>(measured);
    this.bounds = bounds;
    for (SnapshotFacts facts : maps) {
      LocalDate mapDate = facts.id().mapDate();
      if (!mapDates.isEmpty()) {
        steps.add(new DatePair(mapDates.get(mapDates.size() - 1), mapDate));
      }
      positions.put(mapDate, mapDates.size());
      mapDates.add(mapDate);
    }
    var others = new TreeSet<>(compared);
    steps.forEach(others::remove);
    this.periods = new ArrayList<>(others);
    this.boundsM2 = sums();
  }

  /** A carried stock is off by what the first one is, and every step since. */
  private long[] sums() {
    long[] sums = new long[mapDates.size()];
    sums[0] = bounds.ofM2(mapDates.get(0));
    for (int i = 1; i < sums.length; i++) {
      sums[i] = sums[i - 1] + bounds.ofM2(steps.get(i - 1));
    }
    return sums;
  }

  public String sourceId() {
    return sourceId;
  }

  List<SnapshotFacts> maps() {
    return maps;
  }

  List<LocalDate> mapDates() {
    return mapDates;
  }

  int position(LocalDate mapDate) {
    return positions.get(mapDate);
  }

  /** From each map to the next. */
  List<DatePair> steps() {
    return steps;
  }

  /** All other pairs that were compared. */
  List<DatePair> periods() {
    return periods;
  }

  SortedSet<LocalDate> measured() {
    return measured;
  }

  /** Every holding that a map shows. */
  Set<Holding> shown(int position) {
    return maps.get(position).groundM2().keySet();
  }

  /**
   * How far the stocks of a map may be from the same measured anew, by roundings and noding since
   * the first map: all cells and holdings together.
   */
  long boundM2(LocalDate mapDate) {
    return boundsM2[position(mapDate)];
  }

  /** How far stocks that were carried to a map and measured on it may be apart. */
  long mostDriftM2(LocalDate mapDate) {
    return boundM2(mapDate) + bounds.ofM2(mapDate);
  }

  /** How much may have to be moved to close a pair's flows with the stocks at both ends. */
  long mostMovedM2(DatePair pair) {
    return (boundM2(pair.closing()) + bounds.ofM2(pair)) * CLOSINGS;
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
}
