package org.territorydelta.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.SnapshotFacts;

/**
 * A period as one source covers it: the states it opens and closes with.
 *
 * @param coverage with {@link Coverage#NONE} no figure may be given, whatever states there are
 */
public record PeriodStates(
    Period period, Coverage coverage, Optional<MapState> opening, Optional<MapState> closing) {

  /** How a source covers a period; the rules are {@link Coverage}'s. */
  public static PeriodStates of(Period period, SourceTimeline timeline, int maxStalenessDays) {
    Optional<MapState> opening = state(timeline.asOf(period.openingDay()), period.openingDay());
    Optional<MapState> closing = state(timeline.asOf(period.lastDay()), period.lastDay());
    if (opening.isPresent() && closing.isPresent()) {
      boolean fresh =
          opening.get().stalenessDays() <= maxStalenessDays
              && closing.get().stalenessDays() <= maxStalenessDays;
      // From its last map on a source says nothing: what follows is unknown, not quiet.
      boolean told = period.openingDay().isBefore(timeline.lastMapDate());
      if (fresh && told) {
        return new PeriodStates(period, Coverage.FULL, opening, closing);
      }
    }
    if (opening.isEmpty()) {
      opening =
          state(
              timeline
                  .firstFrom(period.firstDay())
                  .filter(facts -> !facts.id().mapDate().isAfter(period.lastDay())),
              period.openingDay());
    }
    boolean distinct =
        opening.isPresent()
            && closing.isPresent()
            && !opening.get().mapDate().equals(closing.get().mapDate());
    return new PeriodStates(period, distinct ? Coverage.PARTIAL : Coverage.NONE, opening, closing);
  }

  private static Optional<MapState> state(Optional<SnapshotFacts> facts, LocalDate day) {
    return facts
        .map(found -> found.id().mapDate())
        .map(mapDate -> new MapState(mapDate, (int) ChronoUnit.DAYS.between(mapDate, day)));
  }

  /** Whether figures may be given. */
  public boolean isCovered() {
    return coverage != Coverage.NONE;
  }

  /** The two states' map dates; only for a covered period. */
  public DatePair pair() {
    return new DatePair(opening.orElseThrow().mapDate(), closing.orElseThrow().mapDate());
  }
}
