package org.territorydelta.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

/**
 * Which snapshots of a source have to be compared.
 *
 * @param consecutive every snapshot with the next one
 * @param period opening with closing of each covered period that is not a single day; a pair may be
 *     in both lists and is computed once
 * @param churned those of {@code period} whose chain of maps is looked through for ground that
 *     changed hands more than once; each has a map between its two
 */
public record PairPlan(List<DatePair> consecutive, List<DatePair> period, List<DatePair> churned) {
  public static PairPlan of(
      SourceTimeline timeline, PeriodCalendar calendar, int maxStalenessDays) {
    if (timeline.isEmpty()) {
      return new PairPlan(List.of(), List.of(), List.of());
    }
    List<LocalDate> dates = timeline.mapDates(timeline.firstMapDate(), timeline.lastMapDate());
    List<DatePair> consecutive = new ArrayList<>();
    for (int i = 1; i < dates.size(); i++) {
      consecutive.add(new DatePair(dates.get(i - 1), dates.get(i)));
    }
    SortedSet<DatePair> pairs = new TreeSet<>();
    SortedSet<DatePair> churned = new TreeSet<>();
    for (Period period : calendar.periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      var states = PeriodStates.of(period, timeline, maxStalenessDays);
      if (states.isCovered() && period.kind() != PeriodKind.DAY && !states.pair().isSame()) {
        pairs.add(states.pair());
        if (period.kind().isChurned() && !consecutive.contains(states.pair())) {
          churned.add(states.pair());
        }
      }
    }
    return new PairPlan(consecutive, List.copyOf(pairs), List.copyOf(churned));
  }

  /** Every pair once, in order. */
  public Set<DatePair> distinct() {
    var pairs = new TreeSet<>(consecutive);
    pairs.addAll(period);
    return pairs;
  }
}
