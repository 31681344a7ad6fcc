package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.timeline.SourceTimeline.Recorded;

/** Several versions of one day, told apart by the time of day in their file dates. */
class RevisionTimeTest {
  private static final String DAY = "2024-08-02";

  /** Hashes and paths that would order them the other way round. */
  private static final SnapshotFacts MORNING = version("06:00", "c", "3.json");

  private static final SnapshotFacts NOON = version("12:00", "b", "2.json");
  private static final SnapshotFacts EVENING = version("18:00", "a", "1.json");

  @Test
  void theLatestTimeOfADaySpeaks() {
    SourceTimeline timeline = SourceTimeline.of("alpha", List.of(EVENING, MORNING, NOON));

    assertThat(timeline.current()).containsExactly(EVENING);
    assertThat(timeline.recorded())
        .containsExactly(
            new Recorded(MORNING, false), new Recorded(NOON, false), new Recorded(EVENING, true));
    assertThat(timeline.roles())
        .isEqualTo(
            Map.of(
                "1.json", FileRole.USED,
                "2.json", FileRole.SUPERSEDED,
                "3.json", FileRole.SUPERSEDED));
  }

  @Test
  void aLaterFileDateSpeaksWhateverTheTime() {
    SnapshotFacts next = FactsOf.map(DAY, "2024-08-03", "d", "0.json");
    assertThat(SourceTimeline.of("alpha", List.of(next, EVENING)).current()).containsExactly(next);
  }

  @Test
  void ofOneInstantTheContentsHashDecides() {
    SnapshotFacts other = version("18:00", "z", "0.json");
    assertThat(SourceTimeline.of("alpha", List.of(other, EVENING)).current())
        .containsExactly(other);
  }

  @Test
  void aFileWithoutATimeIsTheFirstOfItsDay() {
    SnapshotFacts untimed = FactsOf.map(DAY, DAY, "z", "9.json");
    assertThat(SourceTimeline.of("alpha", List.of(untimed, MORNING)).current())
        .containsExactly(MORNING);
  }

  @Test
  void aVersionThatComesBackSpeaksAgainAndIsRecordedOnce() {
    SnapshotFacts back = version("20:00", "b", "4.json");
    SourceTimeline timeline = SourceTimeline.of("alpha", List.of(NOON, EVENING, back));

    assertThat(timeline.current()).containsExactly(back);
    assertThat(timeline.recorded())
        .containsExactly(new Recorded(EVENING, false), new Recorded(back, true));
    assertThat(timeline.roles())
        .isEqualTo(
            Map.of(
                "1.json", FileRole.SUPERSEDED,
                "2.json", FileRole.DUPLICATE,
                "4.json", FileRole.USED));
    assertThat(timeline.asKnownAt(Instant.parse("2024-08-02T15:00:00Z")).current())
        .containsExactly(NOON);
  }

  @Test
  void atAnInstantLaterVersionsAreNotKnown() {
    SourceTimeline timeline = SourceTimeline.of("alpha", List.of(MORNING, NOON, EVENING));

    assertThat(timeline.asKnownAt(Instant.parse("2024-08-02T11:59:59Z")).current())
        .containsExactly(MORNING);
    assertThat(timeline.asKnownAt(Instant.parse("2024-08-02T12:00:00Z")).current())
        .containsExactly(NOON);
    assertThat(timeline.asKnownAt(Instant.parse("2024-08-02T05:00:00Z")).isEmpty()).isTrue();
    assertThat(timeline.asKnownAt(day(DAY)).current()).containsExactly(EVENING);
  }

  @Test
  void aFileWithoutATimeIsKnownWhenItsDayIsOver() {
    SourceTimeline timeline = FactsOf.timeline(DAY);

    assertThat(timeline.asKnownAt(Instant.parse("2024-08-02T23:59:59Z")).isEmpty()).isTrue();
    assertThat(timeline.asKnownAt(Instant.parse("2024-08-03T00:00:00Z")).isEmpty()).isFalse();
  }

  private static SnapshotFacts version(String time, String ground, String path) {
    SnapshotFacts facts = FactsOf.map(DAY, DAY, ground, path);
    return new SnapshotFacts(
        facts.id(),
        new SnapshotFacts.Origin(path, Instant.parse(DAY + "T" + time + ":00Z")),
        facts.size(),
        facts.mended(),
        facts.groundM2());
  }
}
