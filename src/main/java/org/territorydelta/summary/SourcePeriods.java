package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.ShiftedEnds;
import org.territorydelta.timeline.SourceTimeline;

/** The periods that a source has rows for, the same in every region. */
record SourcePeriods(List<Covered> periods) {
  /** One period, and where its ends lie when shifted, if its nets have a band. */
  record Covered(PeriodStates states, Optional<ShiftedEnds> ends) {}

  static SourcePeriods of(SourceTimeline timeline, SummaryFrame frame) {
    List<Covered> periods = new ArrayList<>();
    for (var period : frame.calendar().periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      var states = PeriodStates.of(period, timeline, frame.maxStalenessDays());
      periods.add(new Covered(states, ends(states, timeline, frame)));
    }
    return new SourcePeriods(periods);
  }

  private static Optional<ShiftedEnds> ends(
      PeriodStates states, SourceTimeline timeline, SummaryFrame frame) {
    if (!states.isCovered() || !states.period().kind().isBanded()) {
      return Optional.empty();
    }
    return ShiftedEnds.ofFresh(
        states,
        frame.options().bandLagDays(),
        day -> timeline.standing(day, frame.maxStalenessDays()));
  }
}
