package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.timeline.DatePair;

/**
 * The steps from one map to the next in which breaks of a side's ground begin or end. What such a
 * step moved is left out of a net without breaks for all ground of the side: where on the map a
 * break lies is not known. That is done where the breaks are half or more of what the side gained
 * and lost in the step; where they are less, a net without the step would be farther off than one
 * with it, so they are named and nothing is left out. A step that moved nothing of a region has
 * nothing to leave out, so there the break is not named.
 */
public final class BrokenSteps implements Serializable {
  private static final long serialVersionUID = 1;

  /** Of a series without breaks. */
  static final BrokenSteps NONE = new BrokenSteps(List.of(), "", List.of(), steps -> Map.of());

  private final TreeMap<DatePair, ArrayList<SeriesBreak>> steps = new TreeMap<>();
  private final TreeSet<DatePair> leftOut = new TreeSet<>();

  /** What came and went in some steps; one in which nothing did is missing. */
  interface Moved {
    Map<DatePair, Change> in(Set<DatePair> steps);
  }

  /**
   * @param mapDates of the maps that speak for their days, in order
   * @param whole what came and went of all ground of the side, by the layer set of the figures
   */
  BrokenSteps(Collection<SeriesBreak> breaks, String side, List<LocalDate> mapDates, Moved whole) {
    List<SeriesBreak> own =
        breaks.stream().filter(found -> found.breaksFiguresOf(side)).sorted().toList();
    for (int i = 1; i < mapDates.size() && !own.isEmpty(); i++) {
      LocalDate opening = mapDates.get(i - 1);
      LocalDate closing = mapDates.get(i);
      var here = new ArrayList<SeriesBreak>();
      for (SeriesBreak found : own) {
        if (found.beginsBetween(opening, closing) || found.endsBetween(opening, closing)) {
          here.add(found);
        }
      }
      if (!here.isEmpty()) {
        steps.put(new DatePair(opening, closing), here);
      }
    }
    whole
        .in(steps.keySet())
        .forEach(
            (step, change) -> {
              long broken = steps.get(step).stream().mapToLong(SeriesBreak::areaM2).sum();
              if (2 * broken >= change.gainedM2() + change.lostM2()) {
                leftOut.add(step);
              }
            });
  }

  Set<DatePair> pairs() {
    return steps.keySet();
  }

  /**
   * @param moved what came and went in the steps, of the ground that is asked about; a step in
   *     which nothing did is missing
   */
  FigureBreaks within(DatePair period, Map<DatePair, Change> moved) {
    Set<SeriesBreak> told = new LinkedHashSet<>();
    Set<SeriesBreak> weighty = new LinkedHashSet<>();
    Change sum = Change.ZERO;
    for (Map.Entry<DatePair, Change> step : moved.entrySet()) {
      if (!step.getKey().opening().isBefore(period.opening())
          && !step.getKey().closing().isAfter(period.closing())) {
        told.addAll(steps.get(step.getKey()));
        if (leftOut.contains(step.getKey())) {
          weighty.addAll(steps.get(step.getKey()));
          sum = sum.plus(step.getValue());
        }
      }
    }
    if (told.isEmpty()) {
      return FigureBreaks.NONE;
    }
    Set<BreakKind> kinds = EnumSet.noneOf(BreakKind.class);
    told.forEach(found -> kinds.add(found.key().kind()));
    return new FigureBreaks(
        told.size(),
        new TreeSet<>(kinds),
        sum.gainedM2() + sum.lostM2(),
        sum.gainedM2() - sum.lostM2(),
        weighty.stream().anyMatch(found -> found.parts(period.opening(), period.closing())));
  }
}
