package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.JudgedScene;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.timeline.SourceTimeline;

/** Each rule where it just speaks and where it just does not. A cell has 0.189 km². */
class SeriesBreaksTest {
  private static final LocalDate FIRST = LocalDate.parse("2024-03-01");
  private static final SceneRegions LAND =
      new SceneRegions(
          List.of(SceneRegions.region("LAND", "AA", box(-5, -5, 1205, 405))), Set.of("AA"), 5);

  private static List<SeriesBreak> breaks(ControlScene scene) {
    return JudgedScene.of(scene, LAND).breaks();
  }

  private static List<String> found(ControlScene scene) {
    return breaks(scene).stream()
        .map(b -> b.key().mapDate() + " " + b.key().kind().word() + " " + b.key().side())
        .toList();
  }

  private static ControlScene scene() {
    return ControlScene.of("alpha");
  }

  /** 30 x 20 cells are 113 km², 30 x 17 are 96. */
  @Test
  void aStretchThatIsMissingOnOneMapIsADropoutFromAHundredKm2On() {
    assertThat(found(missingOnce(20))).containsExactly("2024-03-02 dropout RED");
    assertThat(found(missingOnce(17))).isEmpty();
  }

  @Test
  void whatIsABreakIsTheConfigsToSay() {
    // 113 km² are gone for a day and no break from 120 on; 96 are one from 90 on.
    BreakLimits usual = BreakLimits.DEFAULT;
    BreakLimits larger = with(usual, new BreakLimits.Reversal(SquareKm.toM2(120), 7));
    BreakLimits smaller = with(usual, new BreakLimits.Reversal(SquareKm.toM2(90), 7));

    assertThat(JudgedScene.of(missingOnce(20), LAND, larger).breaks()).isEmpty();
    assertThat(JudgedScene.of(missingOnce(17), LAND, smaller).breaks()).hasSize(1);
  }

  private static BreakLimits with(BreakLimits limits, BreakLimits.Reversal reversal) {
    return new BreakLimits(
        limits.base(),
        reversal,
        limits.misplaced(),
        limits.implausible(),
        limits.batch(),
        limits.reclassifiedM2(),
        limits.settledMaps());
  }

  private static ControlScene missingOnce(int rows) {
    return scene()
        .day("2024-03-01")
        .holds(RED, box(0, 0, 130, 100))
        .day("2024-03-02")
        .holds(RED, box(0, 0, 100, 100), box(100, rows, 130, 100))
        .day("2024-03-03")
        .holds(RED, box(0, 0, 131, 100));
  }

  @Test
  void aReversalNamesTheMapsThatShowIt() {
    SeriesBreak found = breaks(missingOnce(20)).get(0);

    assertThat(found.maps().opening().mapDate()).isEqualTo("2024-03-01");
    assertThat(found.maps().first().file()).isEqualTo("alpha/2024-03-02.json");
    assertThat(found.maps().last().mapDate()).isEqualTo("2024-03-02");
    assertThat(found.rule()).isEqualTo("reversal");
    assertThat(found.excluded()).isFalse();
  }

  @Test
  void groundThatIsThereForAFewDaysOnlyIsASpike() {
    ControlScene scene =
        scene()
            .day("2024-03-01")
            .holds(RED, box(0, 0, 100, 100))
            .day("2024-03-02")
            .holds(RED, box(0, 0, 130, 100))
            .day("2024-03-05")
            .holds(RED, box(0, 0, 130, 100))
            .day("2024-03-08")
            .holds(RED, box(0, 0, 100, 100));

    assertThat(found(scene)).containsExactly("2024-03-02 spike RED");
    assertThat(breaks(scene).get(0).maps().last().mapDate()).isEqualTo("2024-03-05");
  }

  @Test
  void groundThatGoesAgainAfterMoreThanAWeekIsNone() {
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(0, 0, 100, 100))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 130, 100))
                    .day("2024-03-10")
                    .holds(RED, box(0, 0, 100, 100))))
        .isEmpty();
  }

  @Test
  void groundLostHereAndTakenThereIsNoReversal() {
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(0, 0, 130, 100))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 130, 75))
                    .day("2024-03-03")
                    .holds(RED, box(0, 0, 158, 75))))
        .isEmpty();
  }

  /** 100 x 100 cells in the rear go for good, then come back after a month. */
  @Test
  void aBlockThatGoesInTheRearIsABaseRedefined() {
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(0, 0, 600, 400))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 100, 400), box(200, 0, 600, 400))
                    .day("2024-04-05")
                    .holds(RED, box(0, 0, 600, 400))))
        .containsExactly("2024-03-02 base-redefined RED", "2024-04-05 base-redefined RED");
  }

  @Test
  void aFrontThatFallsBackFarInADayIsNone() {
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(0, 0, 600, 400))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 500, 400))))
        .isEmpty();
  }

  /** 50 x 40 cells are 378 km²; 80 units are 35 km, 60 units 26. */
  @Test
  void aLargeIslandFarFromItsSideIsABaseRedefined() {
    assertThat(found(island(80))).containsExactly("2024-03-02 base-redefined RED");
    assertThat(found(island(60))).isEmpty();
  }

  private static ControlScene island(int away) {
    return scene()
        .day("2024-03-01")
        .holds(RED, box(0, 0, 300, 400))
        .day("2024-03-02")
        .holds(RED, box(0, 0, 300, 400), box(300 + away, 100, 350 + away, 140));
  }

  /** 10 x 10 cells are 19 km²; 250 units are 109 km, 200 units 87. */
  @Test
  void groundAHundredKilometresFromAllOtherIsMisplaced() {
    assertThat(found(remote(250))).containsExactly("2024-03-02 misplaced RED");
    assertThat(found(remote(200))).isEmpty();
  }

  private static ControlScene remote(int away) {
    return scene()
        .day("2024-03-01")
        .holds(RED, box(0, 0, 100, 100))
        .day("2024-03-02")
        .holds(RED, box(0, 0, 100, 100), box(100 + away, 0, 110 + away, 10));
  }

  @Test
  void groundOutsideTheScopeIsMisplacedOnTheFirstMapAndWhereItGrows() {
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(1100, 0, 1240, 100))
                    .day("2024-03-02")
                    .holds(RED, box(1100, 0, 1240, 100))
                    .day("2024-03-03")
                    .holds(RED, box(1100, 0, 1242, 100))))
        .containsExactly("2024-03-01 misplaced ALL", "2024-03-03 misplaced ALL");
  }

  @Test
  void groundJustOutsideTheBorderIsInTheBand() {
    assertThat(found(scene().day("2024-03-01").holds(RED, box(1100, 0, 1212, 100)))).isEmpty();
  }

  /** From 3,780 km² to 17,000 in a day; a tenth of it is nothing to wonder at. */
  @Test
  void moreThanTwiceAllGroundBeforeIsImplausible() {
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(0, 0, 100, 200))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 300, 300))))
        .containsExactly("2024-03-02 implausible-area ALL");
    assertThat(
            found(
                scene()
                    .day("2024-03-01")
                    .holds(RED, box(0, 0, 30, 20))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 90, 30))))
        .isEmpty();
  }

  /** 20 maps of 4 rows of 30 cells a day (23 km²); two days of nothing, then three days at once. */
  @Test
  void severalDaysAtOnceAfterQuietDaysAreABatch() {
    assertThat(found(front(20, 0, 0, 3))).containsExactly("2024-03-23 batch-release RED");
    assertThat(found(front(20, 0, 3))).isEmpty();
    assertThat(found(front(20, 1, 1, 3))).isEmpty();
  }

  @Test
  void moreThanFiveTimesTheUsualIsABatchWhateverWentBefore() {
    assertThat(found(front(20, 1, 6))).containsExactly("2024-03-22 batch-release RED");
    assertThat(found(front(20, 1, 4))).isEmpty();
  }

  @Test
  void aShortSeriesDoesNotTellWhatIsUsual() {
    assertThat(found(front(8, 0, 0, 5))).isEmpty();
  }

  /** A front that takes 4 rows a day, then as many times that as it says for each day. */
  private static ControlScene front(int usualDays, int... times) {
    ControlScene scene = scene();
    int rows = 100;
    LocalDate day = FIRST;
    for (int i = 0; i < usualDays + times.length; i++) {
      rows += 4 * (i < usualDays ? 1 : times[i - usualDays]);
      scene.day(day.toString()).holds(RED, box(0, 0, 30, rows));
      day = day.plusDays(1);
    }
    return scene;
  }

  /** 30 x 20 cells are 113 km². */
  @Test
  void aBlockOfTheSameSideUnderAnotherStatusIsReclassified() {
    assertThat(found(renamed(claimed(RED), 20)))
        .containsExactly("2024-03-02 block-reclassification RED");
    assertThat(found(renamed(claimed(RED), 17))).isEmpty();
    assertThat(found(renamed(new Holding(Holding.DISPUTED, "unknown"), 20)))
        .containsExactly("2024-03-02 block-reclassification RED");
    assertThat(found(renamed(claimed(BLUE), 20))).isEmpty();
  }

  private static ControlScene renamed(Holding other, int rows) {
    return scene()
        .day("2024-03-01")
        .holds(RED, box(0, 0, 100, 100))
        .day("2024-03-02")
        .holds(other, box(0, 0, 30, rows))
        .holds(RED, box(0, 0, 100, 100));
  }

  @Test
  void whatADropoutExplainsIsNoBatch() {
    ControlScene scene = front(20);
    scene.day("2024-03-21").holds(RED, box(0, 0, 30, 100));
    scene.day("2024-03-22").holds(RED, box(0, 0, 30, 184));

    assertThat(found(scene)).containsExactly("2024-03-21 dropout RED");
  }

  @Test
  void excludedMapsGoFromTheTimelineAndTheirFilesAreNamed() {
    JudgedScene judged = JudgedScene.of(missingOnce(20), LAND);
    List<SeriesBreak> marked = SeriesBreaks.marked(judged.breaks(), Set.of(BreakKind.DROPOUT));
    SortedSet<SnapshotId> excluded = SeriesBreaks.excluded(judged.timeline(), marked);
    SourceTimeline without = judged.timeline().without(excluded);

    assertThat(marked).allMatch(SeriesBreak::excluded);
    assertThat(excluded).extracting(SnapshotId::mapDate).containsExactly(FIRST.plusDays(1));
    assertThat(without.mapDates(FIRST, FIRST.plusDays(9)))
        .containsExactly(FIRST, FIRST.plusDays(2));
    assertThat(without.roles())
        .containsEntry("alpha/2024-03-02.json", FileRole.EXCLUDED)
        .containsEntry("alpha/2024-03-01.json", FileRole.USED);
    assertThat(without.asOf(FIRST.plusDays(1)).orElseThrow().id().mapDate()).isEqualTo(FIRST);
  }

  @Test
  void kindsThatAreNotExcludedStay() {
    JudgedScene judged = JudgedScene.of(missingOnce(20), LAND);
    List<SeriesBreak> marked = SeriesBreaks.marked(judged.breaks(), Set.of(BreakKind.SPIKE));

    assertThat(marked).isEqualTo(judged.breaks());
    assertThat(SeriesBreaks.excluded(judged.timeline(), marked)).isEmpty();
  }
}
