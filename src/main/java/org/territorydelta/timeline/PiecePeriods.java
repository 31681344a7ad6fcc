package org.territorydelta.timeline;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

/**
 * The periods whose changed ground is written piece by piece.
 *
 * @param kinds of them; named periods always are
 */
public record PiecePeriods(Set<PeriodKind> kinds) implements Serializable {
  /** A period with the states it compares. */
  public record Compared(Period period, DatePair pair) {}

  public PiecePeriods {
    Set<PeriodKind> all = EnumSet.of(PeriodKind.NAMED);
    all.addAll(kinds);
    kinds = all;
  }

  /** Every such period of the calendar that is covered and has two states. */
  public List<Compared> of(SourceTimeline timeline, PeriodCalendar calendar, int maxStalenessDays) {
    List<Compared> compared = new ArrayList<>();
    for (Period period : calendar.periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      var states = PeriodStates.of(period, timeline, maxStalenessDays);
      if (kinds.contains(period.kind()) && states.isCovered() && !states.pair().isSame()) {
        compared.add(new Compared(period, states.pair()));
      }
    }
    return compared;
  }
}
