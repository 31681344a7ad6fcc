package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.Grid.box;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.ControlScene;

/** Maps of the 1st, 2nd, 4th and 20th of January; that of the 2nd is filed again on the 10th. */
class MapChainTest {
  private static final int MAX_STALENESS_DAYS = 3;

  private static final SourceTimeline TIMELINE =
      ControlScene.of("alpha")
          .day("2024-01-01")
          .holds(BLUE, box(0, 0, 1, 1))
          .day("2024-01-02")
          .holds(BLUE, box(0, 0, 2, 1))
          .revised("2024-01-02", "2024-01-10")
          .holds(BLUE, box(0, 0, 3, 1))
          .day("2024-01-04")
          .holds(BLUE, box(0, 0, 4, 1))
          .day("2024-01-20")
          .holds(BLUE, box(0, 0, 5, 1))
          .timeline();

  @Test
  void aPeriodIsToldByTheMapsFromItsOpeningToItsClosing() {
    MapChain chain = over(2, 5);

    assertThat(chain.maps())
        .extracting(SnapshotId::mapDate)
        .containsExactly(day(1), day(2), day(4));
    assertThat(chain.maps().get(1).fileDate()).isEqualTo(day(10));
    assertThat(chain.states().coverage()).isEqualTo(Coverage.FULL);
    assertThat(chain.consecutive())
        .extracting(MapPair::dates)
        .containsExactly(new DatePair(day(1), day(2)), new DatePair(day(2), day(4)));
    assertThat(chain.ends()).map(MapPair::dates).contains(new DatePair(day(1), day(4)));
  }

  @Test
  void aPeriodThatNoMapTellsHasNoChain() {
    MapChain chain = over(21, 25);

    assertThat(chain.states().coverage()).isEqualTo(Coverage.NONE);
    assertThat(chain.maps()).isEmpty();
    assertThat(chain.ends()).isEmpty();
    assertThat(chain.consecutive()).isEmpty();
  }

  @Test
  void aPeriodThatRunsOnAfterTheLastMapIsPartlyTold() {
    MapChain chain = over(2, 30);

    assertThat(chain.states().coverage()).isEqualTo(Coverage.PARTIAL);
    assertThat(chain.states().closing().orElseThrow().mapDate()).isEqualTo(day(20));
    assertThat(chain.states().closing().orElseThrow().stalenessDays()).isEqualTo(10);
    assertThat(chain.maps()).hasSize(4);
  }

  @Test
  void aDayIsToldByTheMapThatStandsForIt() {
    MapChain chain = MapChain.at(day(5), TIMELINE, MAX_STALENESS_DAYS);

    assertThat(chain.states().opening()).isEmpty();
    assertThat(chain.states().closing().orElseThrow().stalenessDays()).isEqualTo(1);
    assertThat(chain.states().coverage()).isEqualTo(Coverage.FULL);
    assertThat(chain.maps()).extracting(SnapshotId::mapDate).containsExactly(day(4));
  }

  @Test
  void aDayFarFromItsMapIsPartlyTold() {
    assertThat(MapChain.at(day(8), TIMELINE, MAX_STALENESS_DAYS).states().coverage())
        .isEqualTo(Coverage.PARTIAL);
    assertThat(
            MapChain.at(LocalDate.of(2023, 12, 31), TIMELINE, MAX_STALENESS_DAYS)
                .states()
                .coverage())
        .isEqualTo(Coverage.NONE);
  }

  @Test
  void beforeARevisionWasFiledTheFirstMapSpoke() {
    SourceTimeline known = TIMELINE.asKnownAt(day(9));

    assertThat(known.asOf(day(2)).orElseThrow().id().fileDate()).isEqualTo(day(2));
    assertThat(known.lastMapDate()).isEqualTo(day(4));
    assertThat(TIMELINE.asKnownAt(day(10)).asOf(day(2)).orElseThrow().id().fileDate())
        .isEqualTo(day(10));
  }

  @Test
  void whatIsKnownAtTheEndIsEverything() {
    assertThat(TIMELINE.asKnownAt(day(31)).recorded()).isEqualTo(TIMELINE.recorded());
  }

  @Test
  void beforeTheFirstFileNothingIsKnown() {
    SourceTimeline known = TIMELINE.asKnownAt(LocalDate.of(2023, 12, 31));

    assertThat(known.isEmpty()).isTrue();
    assertThat(MapChain.at(day(1), known, MAX_STALENESS_DAYS).maps()).isEmpty();
    assertThat(MapChain.over(january(1, 2), known, MAX_STALENESS_DAYS).maps()).isEmpty();
  }

  private static MapChain over(int first, int last) {
    return MapChain.over(january(first, last), TIMELINE, MAX_STALENESS_DAYS);
  }

  private static Period january(int first, int last) {
    return new Period(PeriodKind.NAMED, "january", day(first), day(last));
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }
}
