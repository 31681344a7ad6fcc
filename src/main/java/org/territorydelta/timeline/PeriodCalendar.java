package org.territorydelta.timeline;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

/**
 * The periods that figures are given for: every one of the wanted kinds that has a day between a
 * source's first map and its last, and the named ones whatever the maps cover.
 *
 * <p>Ids: {@code 2024-08-12}, {@code 2024-W33} (ISO weeks, Monday to Sunday), {@code 2024-08},
 * {@code 2024-Q3}, {@code 2024}, the last of 28 rolling days, {@code all}, the given name.
 */
public record PeriodCalendar(List<PeriodKind> every, List<Period> named) implements Serializable {
  private static final int ROLLING_DAYS = 28;

  /** Days before the first map have no opening; so periods start with the day after it. */
  public List<Period> periods(LocalDate firstMapDate, LocalDate lastMapDate) {
    List<Period> periods = new ArrayList<>();
    for (PeriodKind kind : every) {
      if (kind != PeriodKind.NAMED && firstMapDate.isBefore(lastMapDate)) {
        addAll(periods, kind, firstMapDate.plusDays(1), lastMapDate);
      }
    }
    periods.addAll(named);
    return periods;
  }

  private static void addAll(
      List<Period> periods, PeriodKind kind, LocalDate first, LocalDate last) {
    for (LocalDate day = first; !day.isAfter(last); ) {
      Period period = containing(kind, day, first, last);
      periods.add(period);
      boolean overlapping = kind == PeriodKind.ROLLING_28_DAY;
      day = overlapping ? day.plusDays(1) : period.lastDay().plusDays(1);
    }
  }

  private static Period containing(
      PeriodKind kind, LocalDate day, LocalDate first, LocalDate last) {
    return switch (kind) {
      case DAY -> new Period(kind, day.toString(), day, day);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String id =
            String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        yield new Period(kind, id, monday, monday.plusDays(6));
      }
      case MONTH ->
          new Period(
              kind,
              day.toString().substring(0, "2024-08".length()),
              day.withDayOfMonth(1),
              day.with(TemporalAdjusters.lastDayOfMonth()));
      case QUARTER -> {
        LocalDate start = day.with(IsoFields.DAY_OF_QUARTER, 1);
        String id =
            String.format(
                Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        yield new Period(kind, id, start, start.plusMonths(3).minusDays(1));
      }
      case YEAR ->
          new Period(
              kind,
              String.format(Locale.ROOT, "%04d", day.getYear()),
              day.withDayOfYear(1),
              day.with(TemporalAdjusters.lastDayOfYear()));
      case ROLLING_28_DAY -> new Period(kind, day.toString(), day.minusDays(ROLLING_DAYS - 1), day);
      case ALL -> new Period(kind, kind.word(), first, last);
      case NAMED ->
          throw new IllegalArgumentException("Cannot lay out named periods by a calendar");
    };
  }
}
