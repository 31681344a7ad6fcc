package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

/** Periods by {@code id first..last}, for maps from a first day to a last. */
class PeriodCalendarTest {
  private static List<String> periods(PeriodKind kind, String firstMap, String lastMap) {
    return new PeriodCalendar(List.of(kind), List.of())
        .periods(day(firstMap), day(lastMap)).stream()
            .map(p -> p.id() + " " + p.firstDay() + ".." + p.lastDay())
            .toList();
  }

  @Test
  void daysStartTheDayAfterTheFirstMapAndEndWithTheLast() {
    assertThat(periods(PeriodKind.DAY, "2024-08-11", "2024-08-13"))
        .containsExactly("2024-08-12 2024-08-12..2024-08-12", "2024-08-13 2024-08-13..2024-08-13");
  }

  @Test
  void weeksRunFromMondayToSunday() {
    // 2024-08-12 is a Monday; the week before it is laid out whole, for it has days in range.
    assertThat(periods(PeriodKind.WEEK, "2024-08-09", "2024-08-12"))
        .containsExactly("2024-W32 2024-08-05..2024-08-11", "2024-W33 2024-08-12..2024-08-18");
  }

  @Test
  void aWeekWithItsThursdayInTheNewYearIsTheNewYearsFirst() {
    // 2024-12-30 is a Monday, its Thursday 2025-01-02.
    assertThat(periods(PeriodKind.WEEK, "2024-12-29", "2024-12-30"))
        .containsExactly("2025-W01 2024-12-30..2025-01-05");
  }

  @Test
  void aWeekWithItsThursdayInTheOldYearIsTheOldYearsLast() {
    // 2021-01-01 is a Friday, its Thursday 2020-12-31; 2020 has 53 weeks.
    assertThat(periods(PeriodKind.WEEK, "2020-12-31", "2021-01-01"))
        .containsExactly("2020-W53 2020-12-28..2021-01-03");
  }

  @Test
  void februaryOfALeapYearHas29Days() {
    assertThat(periods(PeriodKind.MONTH, "2024-02-10", "2024-02-11"))
        .containsExactly("2024-02 2024-02-01..2024-02-29");
  }

  @Test
  void februaryOfACommonYearHas28Days() {
    assertThat(periods(PeriodKind.MONTH, "2023-02-10", "2023-02-11"))
        .containsExactly("2023-02 2023-02-01..2023-02-28");
  }

  @Test
  void aMonthWhoseOnlyMapIsItsLastDaysFirstMapIsLeftOut() {
    // The first map is of 31 January: no day of January comes after it.
    assertThat(periods(PeriodKind.MONTH, "2024-01-31", "2024-02-01"))
        .containsExactly("2024-02 2024-02-01..2024-02-29");
  }

  @Test
  void quartersHaveThreeMonthsEach() {
    assertThat(periods(PeriodKind.QUARTER, "2023-12-31", "2024-10-01"))
        .containsExactly(
            "2024-Q1 2024-01-01..2024-03-31",
            "2024-Q2 2024-04-01..2024-06-30",
            "2024-Q3 2024-07-01..2024-09-30",
            "2024-Q4 2024-10-01..2024-12-31");
  }

  @Test
  void yearsRunFromNewYearToItsEve() {
    assertThat(periods(PeriodKind.YEAR, "2023-12-30", "2024-01-01"))
        .containsExactly("2023 2023-01-01..2023-12-31", "2024 2024-01-01..2024-12-31");
  }

  @Test
  void rollingPeriodsEndOnEveryDayAndHave28() {
    // 1 March 2024 less 27 days: 29 of February are gone through, so 3 February.
    assertThat(periods(PeriodKind.ROLLING_28_DAY, "2024-02-28", "2024-03-01"))
        .containsExactly("2024-02-29 2024-02-02..2024-02-29", "2024-03-01 2024-02-03..2024-03-01");
  }

  @Test
  void allRunsFromTheDayAfterTheFirstMapToTheLast() {
    assertThat(periods(PeriodKind.ALL, "2024-01-05", "2024-03-09"))
        .containsExactly("all 2024-01-06..2024-03-09");
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "week", "month", "quarter", "year", "rolling-28-day", "all"})
  void aSingleMapHasNoPeriods(String kind) {
    assertThat(periods(PeriodKind.parse(kind), "2024-01-05", "2024-01-05")).isEmpty();
  }

  @Test
  void namedPeriodsAreGivenWhateverTheMapsCover() {
    var named = new Period(PeriodKind.NAMED, "mine", day("1999-01-01"), day("1999-01-31"));
    var calendar = new PeriodCalendar(List.of(), List.of(named));

    assertThat(calendar.periods(day("2024-01-05"), day("2024-01-05"))).containsExactly(named);
  }

  @Test
  void kindsFollowInTheOrderAsked() {
    var calendar = new PeriodCalendar(List.of(PeriodKind.ALL, PeriodKind.DAY), List.of());

    assertThat(calendar.periods(day("2024-01-05"), day("2024-01-06")))
        .extracting(Period::id)
        .containsExactly("all", "2024-01-06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "it-IT", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext"})
  void idsAreWrittenAlikeInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(periods(PeriodKind.WEEK, "2024-12-29", "2024-12-30"))
          .containsExactly("2025-W01 2024-12-30..2025-01-05");
      assertThat(periods(PeriodKind.QUARTER, "2024-01-01", "2024-01-02"))
          .containsExactly("2024-Q1 2024-01-01..2024-03-31");
      assertThat(periods(PeriodKind.YEAR, "2024-01-01", "2024-01-02"))
          .containsExactly("2024 2024-01-01..2024-12-31");
    } finally {
      Locale.setDefault(before);
    }
  }
}
