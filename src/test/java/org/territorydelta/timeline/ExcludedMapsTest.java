package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.SnapshotFacts;

/** A timeline without some of its snapshots. */
class ExcludedMapsTest {
  private static SourceTimeline without(SnapshotFacts excluded, SnapshotFacts... all) {
    return SourceTimeline.of("alpha", List.of(all)).without(Set.of(excluded.id()));
  }

  @Test
  void theMapBeforeStandsForTheDay() {
    var first = FactsOf.map("2024-03-01", "2024-03-01", "a", "1.json");
    var second = FactsOf.map("2024-03-02", "2024-03-02", "b", "2.json");
    SourceTimeline timeline = without(second, first, second);

    assertThat(timeline.asOf(day("2024-03-02"))).contains(first);
    assertThat(timeline.recorded()).hasSize(1);
    assertThat(timeline.roles())
        .containsEntry("1.json", FileRole.USED)
        .containsEntry("2.json", FileRole.EXCLUDED);
  }

  @Test
  void anEarlierRevisionSpeaksAgain() {
    var early = FactsOf.map("2024-03-01", "2024-03-01", "a", "early.json");
    var late = FactsOf.map("2024-03-01", "2024-03-05", "b", "late.json");
    SourceTimeline timeline = without(late, early, late);

    assertThat(timeline.current()).containsExactly(early);
    assertThat(timeline.roles())
        .containsEntry("early.json", FileRole.USED)
        .containsEntry("late.json", FileRole.EXCLUDED);
  }

  @Test
  void aFileWithAnotherMapStaysUsed() {
    var first = FactsOf.map("2024-03-01", "2024-03-03", "a", "both.json");
    var second = FactsOf.map("2024-03-02", "2024-03-03", "b", "both.json");

    assertThat(without(second, first, second).roles()).containsEntry("both.json", FileRole.USED);
  }

  @Test
  void aDuplicateOfWhatIsExcludedStaysADuplicate() {
    var first = FactsOf.map("2024-03-01", "2024-03-01", "a", "1.json");
    var again = FactsOf.map("2024-03-01", "2024-03-02", "a", "2.json");
    var next = FactsOf.map("2024-03-04", "2024-03-04", "c", "4.json");

    assertThat(without(first, first, again, next).roles())
        .containsEntry("1.json", FileRole.EXCLUDED)
        .containsEntry("2.json", FileRole.DUPLICATE);
  }

  @Test
  void withNothingExcludedNothingChanges() {
    SourceTimeline timeline = FactsOf.timeline("2024-03-01", "2024-03-02");

    assertThat(timeline.without(Set.of()).recorded()).isEqualTo(timeline.recorded());
    assertThat(timeline.without(Set.of()).roles()).isEqualTo(timeline.roles());
  }
}
