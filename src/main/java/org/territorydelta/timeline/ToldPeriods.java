package org.territorydelta.timeline;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.territorydelta.model.Period;
import org.territorydelta.model.PeriodKind;

/**
 * The periods whose changed ground is told piece by piece.
 *
 * @param kinds of them; named periods always are
 */
public record ToldPeriods(Set<PeriodKind> kinds) implements Serializable {
  /** A period with the states it compares. */
  public record Told(Period period, DatePair pair) {}

  public ToldPeriods {
    Set<PeriodKind> all = EnumSet.of(PeriodKind.NAMED);
    all.addAll(kinds);
    kinds = all;
  }

  /** Every such period of the calendar that is covered and has two states. */
  public List<Told> of(SourceTimeline timeline, PeriodCalendar calendar, int maxStalenessDays) {
    List<Told> told = new ArrayList<>();
    for (Period period : calendar.periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      var states = PeriodStates.of(period, timeline, maxStalenessDays);
      if (kinds.contains(period.kind()) && states.isCovered() && !states.pair().isSame()) {
        told.add(new Told(period, states.pair()));
      }
    }
    return told;
  }
}
