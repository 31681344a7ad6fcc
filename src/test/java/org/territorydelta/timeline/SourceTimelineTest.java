package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.timeline.FactsOf.day;
import static org.territorydelta.timeline.FactsOf.map;
import static org.territorydelta.timeline.FactsOf.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.SnapshotFacts;

class SourceTimelineTest {
  private static SourceTimeline of(SnapshotFacts... maps) {
    return SourceTimeline.of("alpha", List.of(maps));
  }

  @Test
  void beforeTheFirstMapThereIsNoState() {
    assertThat(timeline("2024-01-05").asOf(day("2024-01-04"))).isEmpty();
  }

  @Test
  void aMapSpeaksForItsOwnDay() {
    assertThat(timeline("2024-01-05").asOf(day("2024-01-05")))
        .hasValueSatisfying(facts -> assertThat(facts.path()).isEqualTo("2024-01-05"));
  }

  @Test
  void theLatestMapUpToADaySpeaksForIt() {
    assertThat(timeline("2024-01-05", "2024-01-08").asOf(day("2024-01-07")))
        .hasValueSatisfying(facts -> assertThat(facts.path()).isEqualTo("2024-01-05"));
  }

  @Test
  void theLastMapSpeaksForEveryDayAfterIt() {
    assertThat(timeline("2024-01-05", "2024-01-08").asOf(day("2030-01-01")))
        .hasValueSatisfying(facts -> assertThat(facts.path()).isEqualTo("2024-01-08"));
  }

  @Test
  void theRevisionFiledLastSpeaks() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-20", "B", "late"),
            map("2024-01-05", "2024-01-07", "A", "early"));

    assertThat(timeline.current()).extracting(SnapshotFacts::path).containsExactly("late");
  }

  @Test
  void everyRevisionStaysOnRecord() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-20", "B", "late"),
            map("2024-01-05", "2024-01-07", "A", "early"));

    assertThat(timeline.recorded())
        .extracting(recorded -> recorded.facts().path() + " " + recorded.current())
        .containsExactly("early false", "late true");
  }

  @Test
  void aReplacedMapsFileIsSuperseded() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-07", "A", "early"),
            map("2024-01-05", "2024-01-20", "B", "late"));

    assertThat(timeline.roles())
        .isEqualTo(Map.of("early", FileRole.SUPERSEDED, "late", FileRole.USED));
  }

  @Test
  void theSameGroundFiledAgainIsADuplicateAndTheFirstFileKeepsTheRecord() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-20", "A", "again"),
            map("2024-01-05", "2024-01-07", "A", "first"));

    assertThat(timeline.recorded())
        .extracting(recorded -> recorded.facts().path())
        .containsExactly("first");
    assertThat(timeline.roles())
        .isEqualTo(Map.of("first", FileRole.USED, "again", FileRole.DUPLICATE));
  }

  @Test
  void theSameGroundOnAnotherDayIsNoDuplicate() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-07", "A", "one"),
            map("2024-01-06", "2024-01-07", "A", "two"));

    assertThat(timeline.roles()).isEqualTo(Map.of("one", FileRole.USED, "two", FileRole.USED));
  }

  @Test
  void ofTwoMapsFiledOnOneDayTheGreaterHashSpeaks() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-07", "B", "a-path"),
            map("2024-01-05", "2024-01-07", "A", "z-path"));

    assertThat(timeline.current()).extracting(SnapshotFacts::path).containsExactly("a-path");
  }

  @Test
  void ofOneGroundFiledTwiceOnOneDayTheFirstPathKeepsTheRecord() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-07", "A", "z-path"),
            map("2024-01-05", "2024-01-07", "A", "a-path"));

    assertThat(timeline.roles())
        .isEqualTo(Map.of("a-path", FileRole.USED, "z-path", FileRole.DUPLICATE));
  }

  @Test
  void goingBackToAnEarlierGroundIsARevisionOfItsOwn() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-06", "A", "first"),
            map("2024-01-05", "2024-01-07", "B", "second"),
            map("2024-01-05", "2024-01-08", "A", "third"));

    assertThat(timeline.recorded())
        .extracting(recorded -> recorded.facts().path() + " " + recorded.current())
        .containsExactly("first false", "second false", "third true");
    assertThat(timeline.roles())
        .isEqualTo(
            Map.of(
                "first", FileRole.SUPERSEDED,
                "second", FileRole.SUPERSEDED,
                "third", FileRole.USED));
  }

  @Test
  void aFileWithSeveralMapsIsUsedWhenOneOfThemSpeaks() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-07", "A", "archive"),
            map("2024-01-06", "2024-01-07", "C", "archive"),
            map("2024-01-05", "2024-01-20", "B", "correction"));

    assertThat(timeline.roles())
        .isEqualTo(Map.of("archive", FileRole.USED, "correction", FileRole.USED));
  }

  @Test
  void aFileThatRepeatsOneMapAndWasOverruledOnAnotherIsSuperseded() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-06", "A", "first"),
            map("2024-01-05", "2024-01-07", "A", "both"),
            map("2024-01-06", "2024-01-07", "B", "both"),
            map("2024-01-06", "2024-01-08", "C", "last"));

    assertThat(timeline.roles()).containsEntry("both", FileRole.SUPERSEDED);
  }

  @Test
  void aFileWhoseMapsWereAllKnownIsADuplicate() {
    var timeline =
        of(
            map("2024-01-05", "2024-01-06", "A", "first"),
            map("2024-01-06", "2024-01-06", "B", "first"),
            map("2024-01-05", "2024-01-07", "A", "again"),
            map("2024-01-06", "2024-01-07", "B", "again"));

    assertThat(timeline.roles())
        .isEqualTo(Map.of("first", FileRole.USED, "again", FileRole.DUPLICATE));
  }

  @Test
  void theOrderOfReadingDoesNotMatter() {
    List<SnapshotFacts> maps =
        List.of(
            map("2024-01-05", "2024-01-06", "A", "a"),
            map("2024-01-05", "2024-01-07", "B", "b"),
            map("2024-01-05", "2024-01-07", "A", "c"),
            map("2024-01-05", "2024-01-08", "A", "d"),
            map("2024-01-06", "2024-01-08", "A", "d"),
            map("2024-01-06", "2024-01-08", "A", "e"));
    SourceTimeline inOrder = SourceTimeline.of("alpha", maps);
    for (int seed = 1; seed <= 50; seed++) {
      var shuffled = new ArrayList<>(maps);
      Collections.shuffle(shuffled, new Random(seed));
      SourceTimeline timeline = SourceTimeline.of("alpha", shuffled);

      assertThat(timeline.recorded()).as("seed %d", seed).isEqualTo(inOrder.recorded());
      assertThat(timeline.roles()).as("seed %d", seed).isEqualTo(inOrder.roles());
    }
  }

  @Test
  void aChainIsCutAtBothEndsInclusively() {
    assertThat(
            timeline("2024-01-01", "2024-01-03", "2024-01-05", "2024-01-09")
                .mapDates(day("2024-01-03"), day("2024-01-05")))
        .containsExactly(day("2024-01-03"), day("2024-01-05"));
  }

  @Test
  void aSourceWithoutMapsIsEmpty() {
    assertThat(of().isEmpty()).isTrue();
  }

  @Test
  void aMapMayStandForItsDayAndForAFewAfterButForNoneAfterTheLast() {
    SourceTimeline maps = timeline("2024-01-02", "2024-01-09");

    assertThat(maps.standing(day("2024-01-01"), 3)).isEmpty();
    assertThat(maps.standing(day("2024-01-02"), 3)).contains(day("2024-01-02"));
    assertThat(maps.standing(day("2024-01-05"), 3)).contains(day("2024-01-02"));
    assertThat(maps.standing(day("2024-01-06"), 3)).isEmpty();
    assertThat(maps.standing(day("2024-01-09"), 3)).contains(day("2024-01-09"));
    assertThat(maps.standing(day("2024-01-10"), 3)).isEmpty();
  }
}
