package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An expression of time and the days it stands for.
 *
 * @param first none where it only says up to which day
 */
record TimeAt(Span span, Kind kind, Optional<LocalDate> first, LocalDate last) {
  enum Kind {
    DAY,
    PERIOD,
    /** So many days up to the day that it is said on. */
    COUNTED,
    SINCE,
    UP_TO,
    /** "At its peak": no day of the calendar. */
    UNDATED
  }

  boolean isDay() {
    return kind == Kind.DAY;
  }

  TimeAt with(Span other, Kind otherKind, Optional<LocalDate> otherFirst, LocalDate otherLast) {
    return new TimeAt(other, otherKind, otherFirst, otherLast);
  }
}
