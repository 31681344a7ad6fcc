package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.timeline;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.SnapshotFacts;

class MapDayTest {
  private static final int MAX_STALENESS_DAYS = 3;

  private static List<String> days(SourceTimeline... timelines) {
    return MapDay.of(List.of(timelines), MAX_STALENESS_DAYS).stream()
        .map(
            day ->
                day.day()
                    + " "
                    + day.state().word()
                    + " "
                    + day.stalenessDays().map(String::valueOf).orElse("-"))
        .toList();
  }

  private static SourceTimeline named(String sourceId, SourceTimeline maps) {
    List<SnapshotFacts> facts = maps.current();
    return SourceTimeline.of(sourceId, facts);
  }

  @Test
  void aDayWithItsOwnMapIsMapped() {
    assertThat(days(timeline("2024-01-01"))).containsExactly("2024-01-01 mapped 0");
  }

  @Test
  void aMapIsCarriedForThreeDaysAndThenMissing() {
    assertThat(days(timeline("2024-01-01", "2024-01-06")))
        .containsExactly(
            "2024-01-01 mapped 0",
            "2024-01-02 carried 1",
            "2024-01-03 carried 2",
            "2024-01-04 carried 3",
            "2024-01-05 missing 4",
            "2024-01-06 mapped 0");
  }

  @Test
  void everySourceHasTheDaysOfAllSources() {
    // Alpha has maps of the 1st and 2nd, beta of the 2nd and 3rd.
    var alpha = named("alpha", timeline("2024-01-01", "2024-01-02"));
    var beta = named("beta", timeline("2024-01-02", "2024-01-03"));

    assertThat(days(alpha, beta))
        .containsExactly(
            "2024-01-01 mapped 0",
            "2024-01-02 mapped 0",
            "2024-01-03 carried 1",
            "2024-01-01 missing -",
            "2024-01-02 mapped 0",
            "2024-01-03 mapped 0");
  }

  @Test
  void aSourceWithoutMapsHasNoDays() {
    assertThat(days(timeline())).isEmpty();
  }

  @Test
  void aDayNamesTheMapThatStandsForIt() {
    assertThat(MapDay.of(List.of(timeline("2024-01-01", "2024-01-03")), MAX_STALENESS_DAYS))
        .extracting(day -> day.mapDate().orElseThrow().toString())
        .containsExactly("2024-01-01", "2024-01-01", "2024-01-03");
  }
}
