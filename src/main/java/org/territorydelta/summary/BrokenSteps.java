package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.FigureBreaks;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.timeline.DatePair;

/**
 * The steps from one map to the next in which breaks of a side's ground begin or end. What such a
 * step moved is left out of a net without breaks for all ground of the side: where on the map a
 * break lies is not known. A step that moved nothing of a region has nothing to leave out, so there
 * the break is not told.
 */
final class BrokenSteps {
  private final SortedMap<DatePair, List<SeriesBreak>> steps = new TreeMap<>();

  /**
   * @param mapDates of the maps that speak for their days, in order
   */
  BrokenSteps(Collection<SeriesBreak> breaks, String side, List<LocalDate> mapDates) {
    List<SeriesBreak> own =
        breaks.stream().filter(found -> found.breaksFiguresOf(side)).sorted().toList();
    for (int i = 1; i < mapDates.size() && !own.isEmpty(); i++) {
      LocalDate opening = mapDates.get(i - 1);
      LocalDate closing = mapDates.get(i);
      List<SeriesBreak> here = new ArrayList<>();
      for (SeriesBreak found : own) {
        if (found.beginsBetween(opening, closing) || found.endsBetween(opening, closing)) {
          here.add(found);
        }
      }
      if (!here.isEmpty()) {
        steps.put(new DatePair(opening, closing), here);
      }
    }
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
    Change sum = Change.ZERO;
    for (Map.Entry<DatePair, Change> step : moved.entrySet()) {
      if (!step.getKey().opening().isBefore(period.opening())
          && !step.getKey().closing().isAfter(period.closing())) {
        told.addAll(steps.get(step.getKey()));
        sum = sum.plus(step.getValue());
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
        told.stream().anyMatch(found -> found.parts(period.opening(), period.closing())));
  }
}
