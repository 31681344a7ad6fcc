package org.territorydelta.timeline;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.MapState;

/**
 * The days of one month on which two sources can be held against each other: those for which both
 * have a map that is not older than the config allows. After its last map a source says nothing.
 *
 * @param days in order, at least one
 */
public record ComparedMonth(SourcePair sources, YearMonth month, List<Day> days)
    implements Serializable {

  /**
   * One day with the maps that stand for it.
   *
   * @param told whether the tables have figures for it
   */
  public record Day(LocalDate day, LocalDate mapDateA, LocalDate mapDateB, boolean told)
      implements Serializable {
    public MapState stateA() {
      return new MapState(mapDateA, (int) ChronoUnit.DAYS.between(mapDateA, day));
    }

    public MapState stateB() {
      return new MapState(mapDateB, (int) ChronoUnit.DAYS.between(mapDateB, day));
    }
  }

  public ComparedMonth {
    days = new ArrayList<>(days);
  }

  /** Every month in which there is a day to compare two sources on, in order. */
  public static List<ComparedMonth> of(
      SourceTimeline a, SourceTimeline b, AgreementDays told, int maxStalenessDays) {
    if (told == AgreementDays.NEVER || a.isEmpty() || b.isEmpty()) {
      return List.of();
    }
    List<Day> days = new ArrayList<>();
    LocalDate first = later(a.firstMapDate(), b.firstMapDate());
    LocalDate last = earlier(a.lastMapDate(), b.lastMapDate());
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Optional<LocalDate> byA = fresh(a, day, maxStalenessDays);
      Optional<LocalDate> byB = fresh(b, day, maxStalenessDays);
      if (byA.isPresent() && byB.isPresent()) {
        days.add(new Day(day, byA.get(), byB.get(), true));
      }
    }
    Map<YearMonth, List<Day>> months = new TreeMap<>();
    for (Day day : chosen(days, told)) {
      months.computeIfAbsent(YearMonth.from(day.day), month -> new ArrayList<>()).add(day);
    }
    var sources = new SourcePair(a.sourceId(), b.sourceId());
    return months.entrySet().stream()
        .map(month -> new ComparedMonth(sources, month.getKey(), month.getValue()))
        .toList();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static Optional<LocalDate> fresh(
      SourceTimeline timeline, LocalDate day, int maxStalenessDays) {
    return timeline
        .asOf(day)
        .map(facts -> facts.id().mapDate())
        .filter(mapDate -> !mapDate.isBefore(day.minusDays(maxStalenessDays)));
  }

  private static List<Day> chosen(List<Day> days, AgreementDays told) {
    Map<LocalDate, LocalDate> lastOfSpan = new TreeMap<>();
    days.forEach(day -> lastOfSpan.put(span(day.day, told), day.day));
    var chosen = new TreeSet<>(lastOfSpan.values());
    return days.stream()
        .map(day -> new Day(day.day, day.mapDateA, day.mapDateB, chosen.contains(day.day)))
        .toList();
  }

  /** The first day of what a day is the last one of, if it is told. */
  private static LocalDate span(LocalDate day, AgreementDays told) {
    return switch (told) {
      case NEVER, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
