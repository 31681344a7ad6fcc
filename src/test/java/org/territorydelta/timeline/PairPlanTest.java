package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;
import static org.territorydelta.timeline.FactsOf.timeline;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

class PairPlanTest {
  private static final int MAX_STALENESS_DAYS = 3;

  private static DatePair pair(String opening, String closing) {
    return new DatePair(day(opening), day(closing));
  }

  private static PairPlan plan(SourceTimeline timeline, PeriodKind... kinds) {
    var calendar = new PeriodCalendar(Arrays.asList(kinds), List.of());
    return PairPlan.of(timeline, calendar, MAX_STALENESS_DAYS);
  }

  @Test
  void everyMapIsComparedWithTheNext() {
    assertThat(plan(timeline("2024-01-01", "2024-01-03", "2024-01-04")).consecutive())
        .containsExactly(pair("2024-01-01", "2024-01-03"), pair("2024-01-03", "2024-01-04"));
  }

  @Test
  void aPeriodsOpeningIsComparedWithItsClosing() {
    assertThat(plan(timeline("2024-01-01", "2024-01-03", "2024-01-04"), PeriodKind.ALL).period())
        .containsExactly(pair("2024-01-01", "2024-01-04"));
  }

  @Test
  void daysNeedNoPairsOfTheirOwn() {
    assertThat(plan(timeline("2024-01-01", "2024-01-02"), PeriodKind.DAY).period()).isEmpty();
  }

  @Test
  void aPairOfBothListsIsComputedOnce() {
    PairPlan plan = plan(timeline("2024-01-01", "2024-01-02"), PeriodKind.ALL);

    assertThat(plan.consecutive()).isEqualTo(plan.period());
    assertThat(plan.distinct()).containsExactly(pair("2024-01-01", "2024-01-02"));
  }

  @Test
  void periodsThatShareTheirMapsShareThePair() {
    // Month, quarter and year stand on the same two maps.
    PairPlan plan =
        plan(
            timeline("2023-12-31", "2024-01-30"),
            PeriodKind.MONTH,
            PeriodKind.QUARTER,
            PeriodKind.YEAR);

    assertThat(plan.period()).containsExactly(pair("2023-12-31", "2024-01-30"));
  }

  @Test
  void aPeriodThatIsNotCoveredIsNotCompared() {
    // 2 to 8 February lies between maps of 1 January and 1 March: one stale map at both ends.
    var named = new Period(PeriodKind.NAMED, "gap", day("2024-02-02"), day("2024-02-08"));
    var calendar = new PeriodCalendar(List.of(), List.of(named));

    assertThat(
            PairPlan.of(timeline("2024-01-01", "2024-03-01"), calendar, MAX_STALENESS_DAYS)
                .period())
        .isEmpty();
  }

  @Test
  void aQuietPeriodIsNotCompared() {
    // 3 to 4 January opens and closes with the map of the 2nd.
    var named = new Period(PeriodKind.NAMED, "quiet", day("2024-01-03"), day("2024-01-04"));
    var calendar = new PeriodCalendar(List.of(), List.of(named));

    assertThat(
            PairPlan.of(timeline("2024-01-02", "2024-01-09"), calendar, MAX_STALENESS_DAYS)
                .period())
        .isEmpty();
  }

  @Test
  void monthsAndNamedPeriodsWithAMapInsideAreLookedThroughForChurn() {
    // January has maps on 31 December, 10 and 31 January; "short" has two maps and none between.
    var named =
        List.of(
            new Period(PeriodKind.NAMED, "long", day("2024-01-11"), day("2024-02-20")),
            new Period(PeriodKind.NAMED, "short", day("2024-01-01"), day("2024-01-10")));
    var calendar = new PeriodCalendar(List.of(PeriodKind.WEEK, PeriodKind.MONTH), named);
    SourceTimeline maps = timeline("2023-12-31", "2024-01-10", "2024-01-31", "2024-02-20");

    PairPlan plan = PairPlan.of(maps, calendar, MAX_STALENESS_DAYS);

    assertThat(plan.churned())
        .containsExactly(pair("2023-12-31", "2024-01-31"), pair("2024-01-10", "2024-02-20"));
    assertThat(plan.period()).contains(pair("2023-12-31", "2024-01-10"));
  }

  @Test
  void aSourceWithoutMapsNeedsNothing() {
    PairPlan plan = plan(timeline(), PeriodKind.ALL);

    assertThat(plan.distinct()).isEmpty();
  }

  @Test
  void aSingleMapNeedsNothing() {
    assertThat(plan(timeline("2024-01-01"), PeriodKind.ALL).distinct()).isEmpty();
  }
}
