package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;
import static org.territorydelta.timeline.FactsOf.timeline;

import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.MapState;

class PeriodStatesTest {
  private static final int MAX_STALENESS_DAYS = 3;

  private static PeriodStates states(String firstDay, String lastDay, String... mapDates) {
    var period = new Period(PeriodKind.NAMED, "period", day(firstDay), day(lastDay));
    return PeriodStates.of(period, timeline(mapDates), MAX_STALENESS_DAYS);
  }

  @Test
  void mapsOfTheDayBeforeAndOfTheLastDayCoverAPeriodFully() {
    PeriodStates states = states("2024-01-02", "2024-01-08", "2024-01-01", "2024-01-08");

    assertThat(states.coverage()).isEqualTo(Coverage.FULL);
    assertThat(states.opening()).contains(new MapState(day("2024-01-01"), 0));
    assertThat(states.closing()).contains(new MapState(day("2024-01-08"), 0));
  }

  @Test
  void mapsThreeDaysStaleAtBothEndsStillCoverFully() {
    // Opening day 9 January, map of the 6th; last day 20 January, map of the 17th.
    PeriodStates states = states("2024-01-10", "2024-01-20", "2024-01-06", "2024-01-17");

    assertThat(states.coverage()).isEqualTo(Coverage.FULL);
    assertThat(states.opening()).contains(new MapState(day("2024-01-06"), 3));
    assertThat(states.closing()).contains(new MapState(day("2024-01-17"), 3));
  }

  @Test
  void anOpeningFourDaysStaleCoversPartially() {
    // Opening day 9 January, map of the 5th.
    assertThat(states("2024-01-10", "2024-01-20", "2024-01-05", "2024-01-20").coverage())
        .isEqualTo(Coverage.PARTIAL);
  }

  @Test
  void aClosingFourDaysStaleCoversPartially() {
    assertThat(states("2024-01-10", "2024-01-20", "2024-01-09", "2024-01-16").coverage())
        .isEqualTo(Coverage.PARTIAL);
  }

  @Test
  void theFirstMapInsideStandsInForAMissingOpening() {
    // No map up to 9 January; that of the 12th is three days after it.
    PeriodStates states = states("2024-01-10", "2024-01-20", "2024-01-12", "2024-01-20");

    assertThat(states.coverage()).isEqualTo(Coverage.PARTIAL);
    assertThat(states.opening()).contains(new MapState(day("2024-01-12"), -3));
    assertThat(states.pair()).isEqualTo(new DatePair(day("2024-01-12"), day("2024-01-20")));
  }

  @Test
  void aSingleMapInsideCoversNothing() {
    assertThat(states("2024-01-10", "2024-01-20", "2024-01-12").coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void aPeriodBeforeTheFirstMapIsNotCovered() {
    PeriodStates states = states("2024-01-10", "2024-01-20", "2024-02-01", "2024-02-02");

    assertThat(states.coverage()).isEqualTo(Coverage.NONE);
    assertThat(states.opening()).isEmpty();
    assertThat(states.closing()).isEmpty();
  }

  @Test
  void theDayOfTheFirstMapIsNotCovered() {
    assertThat(states("2024-01-10", "2024-01-10", "2024-01-10", "2024-01-11").coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void aDayBetweenMapsIsFullyCoveredByTheMapBefore() {
    PeriodStates states = states("2024-01-03", "2024-01-03", "2024-01-01", "2024-01-04");

    assertThat(states.coverage()).isEqualTo(Coverage.FULL);
    assertThat(states.pair().isSame()).isTrue();
  }

  @Test
  void theThirdDayWithoutAMapIsTheLastThatIsCovered() {
    assertThat(states("2024-01-04", "2024-01-04", "2024-01-01", "2024-01-09").coverage())
        .isEqualTo(Coverage.FULL);
    assertThat(states("2024-01-05", "2024-01-05", "2024-01-01", "2024-01-09").coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void oneStaleMapAtBothEndsIsNoZero() {
    assertThat(states("2024-01-10", "2024-01-20", "2024-01-01", "2024-01-25").coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void theDayAfterTheLastMapIsNotCovered() {
    // The last map is fresh enough, but nothing can be known of the day after it.
    assertThat(states("2024-01-09", "2024-01-09", "2024-01-01", "2024-01-08").coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void daysAfterTheLastMapAreNotCovered() {
    assertThat(states("2024-01-09", "2024-01-11", "2024-01-01", "2024-01-08").coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void aPeriodThatTheLastMapLiesInIsCoveredWhileTheMapIsFresh() {
    // Last day 11 January, last map of the 8th: three days stale.
    assertThat(states("2024-01-02", "2024-01-11", "2024-01-01", "2024-01-08").coverage())
        .isEqualTo(Coverage.FULL);
  }

  @Test
  void withNoStalenessAllowedOnlyMapsOfTheVeryDaysCoverFully() {
    var period = new Period(PeriodKind.NAMED, "week", day("2024-01-02"), day("2024-01-08"));

    assertThat(PeriodStates.of(period, timeline("2024-01-01", "2024-01-08"), 0).coverage())
        .isEqualTo(Coverage.FULL);
    assertThat(PeriodStates.of(period, timeline("2024-01-01", "2024-01-07"), 0).coverage())
        .isEqualTo(Coverage.PARTIAL);
  }
}
