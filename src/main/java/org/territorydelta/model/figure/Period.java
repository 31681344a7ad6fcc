package org.territorydelta.model.figure;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Inclusive days, as people speak. The opening state is the end of the day before {@code firstDay},
 * the closing state the end of {@code lastDay}; so consecutive periods share a state and nets add
 * up along a chain, while gained ground does not.
 */
public record Period(PeriodKind kind, String id, LocalDate firstDay, LocalDate lastDay)
    implements Serializable {
  public Period {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "Cannot build period "
              + id
              + ": last-day "
              + lastDay
              + " is before first-day "
              + firstDay);
    }
  }

  public LocalDate openingDay() {
    return firstDay.minusDays(1);
  }

  public int days() {
    return (int) ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
  }
}
