package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.SourcePair;

class ComparedMonthTest {
  private static final int MAX_STALENESS_DAYS = 1;

  private static SourceTimeline maps(String sourceId, String... mapDates) {
    return SourceTimeline.of(
        sourceId,
        Arrays.stream(mapDates).map(date -> FactsOf.map(date, date, date, date)).toList());
  }

  private static List<ComparedMonth> months(
      SourceTimeline a, SourceTimeline b, AgreementDays told) {
    return ComparedMonth.of(a, b, told, MAX_STALENESS_DAYS);
  }

  private static List<LocalDate> days(List<ComparedMonth> months) {
    return months.stream()
        .flatMap(month -> month.days().stream())
        .map(ComparedMonth.Day::day)
        .toList();
  }

  private static List<LocalDate> told(List<ComparedMonth> months) {
    return months.stream()
        .flatMap(month -> month.days().stream())
        .filter(ComparedMonth.Day::told)
        .map(ComparedMonth.Day::day)
        .toList();
  }

  /** Alpha's map of the 1st is one day old on the 2nd and too old on the 3rd. */
  @Test
  void daysCountOnWhichBothHaveAMapThatIsFresh() {
    List<ComparedMonth> months =
        months(
            maps("alpha", "2024-03-01", "2024-03-05", "2024-03-06"),
            maps("beta", "2024-03-02", "2024-03-03", "2024-03-04", "2024-03-05"),
            AgreementDays.DAY);

    assertThat(days(months)).containsExactly(day("2024-03-02"), day("2024-03-05"));
    ComparedMonth.Day first = months.get(0).days().get(0);
    assertThat(first.stateA().mapDate()).isEqualTo(day("2024-03-01"));
    assertThat(first.stateA().stalenessDays()).isEqualTo(1);
    assertThat(first.stateB().stalenessDays()).isZero();
    assertThat(months.get(0).sources()).isEqualTo(new SourcePair("alpha", "beta"));
  }

  @Test
  void afterItsLastMapASourceSaysNothing() {
    assertThat(
            days(
                months(
                    maps("alpha", "2024-03-01"),
                    maps("beta", "2024-03-01", "2024-03-02"),
                    AgreementDays.DAY)))
        .containsExactly(day("2024-03-01"));
  }

  @Test
  void monthsAreCalendarMonths() {
    String[] dates = {"2024-03-30", "2024-03-31", "2024-04-01"};

    assertThat(months(maps("alpha", dates), maps("beta", dates), AgreementDays.DAY))
        .extracting(ComparedMonth::month)
        .containsExactly(YearMonth.of(2024, 3), YearMonth.of(2024, 4));
  }

  /** 2024-03-31 is a Sunday. */
  @Test
  void ofAWeekTheLastComparedDayIsTold() {
    String[] dates = {"2024-03-29", "2024-03-30", "2024-04-01", "2024-04-02"};
    var months = months(maps("alpha", dates), maps("beta", dates), AgreementDays.WEEK);

    assertThat(told(months)).containsExactly(day("2024-03-31"), day("2024-04-02"));
    assertThat(days(months)).hasSize(5);
  }

  @Test
  void ofAMonthTheLastComparedDayIsTold() {
    String[] dates = {"2024-03-29", "2024-03-30", "2024-04-01", "2024-04-02"};
    var months = months(maps("alpha", dates), maps("beta", dates), AgreementDays.MONTH);

    assertThat(told(months)).containsExactly(day("2024-03-31"), day("2024-04-02"));
  }

  @Test
  void neverIsNoMonthAtAll() {
    var maps = maps("alpha", "2024-03-01");

    assertThat(months(maps, maps("beta", "2024-03-01"), AgreementDays.NEVER)).isEmpty();
  }

  @Test
  void withoutACommonDayThereIsNoMonth() {
    assertThat(months(maps("alpha", "2024-03-01"), maps("beta", "2024-03-02"), AgreementDays.DAY))
        .isEmpty();
  }
}
