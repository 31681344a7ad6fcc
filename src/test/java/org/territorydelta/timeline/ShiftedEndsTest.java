package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;
import static org.territorydelta.timeline.FactsOf.timeline;

import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

class ShiftedEndsTest {
  private static final int MAX_STALENESS_DAYS = 1;

  private static ShiftedEnds ends(int days, String firstDay, String lastDay, String... mapDates) {
    var period = new Period(PeriodKind.NAMED, "period", day(firstDay), day(lastDay));
    SourceTimeline maps = timeline(mapDates);
    return ShiftedEnds.of(
        PeriodStates.of(period, maps, MAX_STALENESS_DAYS),
        days,
        day -> maps.standing(day, MAX_STALENESS_DAYS));
  }

  private static DatePair pair(int openingDay, int closingDay) {
    return new DatePair(
        day("2024-01-01").plusDays(openingDay - 1), day("2024-01-01").plusDays(closingDay - 1));
  }

  private static String[] daily(int days) {
    String[] dates = new String[days];
    for (int i = 0; i < days; i++) {
      dates[i] = day("2024-01-01").plusDays(i).toString();
    }
    return dates;
  }

  @Test
  void togetherBothEndsKeepTheirDistance() {
    // 6 to 10 January opens on the 5th and closes on the 10th.
    assertThat(ends(2, "2024-01-06", "2024-01-10", daily(20)).together())
        .containsExactly(pair(3, 8), pair(4, 9), pair(5, 10), pair(6, 11), pair(7, 12));
  }

  @Test
  void apartEachEndGoesItsOwnWay() {
    assertThat(ends(1, "2024-01-06", "2024-01-10", daily(20)).apart())
        .containsExactly(
            pair(4, 9),
            pair(4, 10),
            pair(4, 11),
            pair(5, 9),
            pair(5, 10),
            pair(5, 11),
            pair(6, 9),
            pair(6, 10),
            pair(6, 11));
  }

  @Test
  void theOpeningStaysBeforeTheClosing() {
    // The 6th alone: opening 4, 5 or 6, closing 5, 6 or 7; 5 to 5, 6 to 5 and 6 to 6 are none.
    assertThat(ends(1, "2024-01-06", "2024-01-06", daily(20)).apart())
        .containsExactly(pair(4, 5), pair(4, 6), pair(4, 7), pair(5, 6), pair(5, 7), pair(6, 7));
  }

  @Test
  void withoutShiftThereIsThePeriodAlone() {
    ShiftedEnds ends = ends(0, "2024-01-06", "2024-01-10", daily(20));

    assertThat(ends.together()).containsExactly(pair(5, 10));
    assertThat(ends.apart()).containsExactly(pair(5, 10));
    assertThat(ends.daysWithoutMap()).isZero();
  }

  @Test
  void aDayWithoutAMapIsStoodForByTheLast() {
    // No map on the 6th: shifted by a day the period still opens with the 5th.
    ShiftedEnds ends =
        ends(
            1,
            "2024-01-06",
            "2024-01-10",
            "2024-01-04",
            "2024-01-05",
            "2024-01-09",
            "2024-01-10",
            "2024-01-11");

    assertThat(ends.openings()).containsEntry(1, day("2024-01-05"));
    assertThat(ends.daysWithoutMap()).isZero();
  }

  @Test
  void daysThatNoMapStandsForAreCountedAndLeftOut() {
    // Maps from the 5th to the 10th: the 4th is before them; the 11th, after them, is unknown.
    ShiftedEnds ends =
        ends(1, "2024-01-06", "2024-01-10", "2024-01-05", "2024-01-09", "2024-01-10");

    assertThat(ends.together()).containsExactly(pair(5, 10));
    assertThat(ends.daysWithoutMap()).isEqualTo(2);
  }

  @Test
  void aMapThatIsTooOldStandsForNoShiftedDay() {
    // The 5th has its map; on the 7th, two days later, that map is too old.
    ShiftedEnds ends =
        ends(2, "2024-01-06", "2024-01-20", "2024-01-03", "2024-01-05", "2024-01-19", "2024-01-20");

    assertThat(ends.openings()).containsOnlyKeys(-2, -1, 0, 1);
    assertThat(ends.closings()).containsOnlyKeys(-1, 0);
    assertThat(ends.daysWithoutMap()).isEqualTo(4);
  }

  @Test
  void theEndsOwnMapsCountHoweverOld() {
    // The 15th is closed by the map of the 10th; no other day near has one.
    ShiftedEnds ends =
        ends(1, "2024-01-06", "2024-01-15", "2024-01-05", "2024-01-10", "2024-01-30");

    assertThat(ends.closings()).containsOnlyKeys(0).containsEntry(0, day("2024-01-10"));
  }

  @Test
  void aMapThatStandsInForTheOpeningIsShiftedAroundItsOwnDay() {
    // The first map of all, on the 8th, stands in for the 5th.
    ShiftedEnds ends =
        ends(1, "2024-01-06", "2024-01-15", "2024-01-08", "2024-01-09", "2024-01-15");

    assertThat(ends.openings()).containsOnlyKeys(0, 1).containsEntry(1, day("2024-01-09"));
    assertThat(ends.spanDays()).isEqualTo(7);
  }
}
