package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.level1;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Churn;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneMeasurer;
import org.territorydelta.scene.SceneRegions;

/** Ground that changed hands more than once in a period; areas in cells of the grid. */
class ChurnTest {
  /**
   * Blue's strip is 4, 8, 3 and 6 cells long on the 1st, 3rd, 7th and 9th. 4..6 came, went and came
   * (after 4 and 2 days), 6..8 came and went (after 4), 3..4 went and came (after 2).
   */
  private static SceneMeasurer strip() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 4, 1))
        .day("2024-01-03")
        .holds(BLUE, box(0, 0, 8, 1))
        .day("2024-01-07")
        .holds(BLUE, box(0, 0, 3, 1))
        .day("2024-01-09")
        .holds(BLUE, box(0, 0, 6, 1))
        .measurer()
        .maxStalenessDays(5)
        .named("period", "2024-01-02", "2024-01-09")
        .churned();
  }

  private static Churn churn(MeasuredScene scene, String side, RegionId region) {
    return scene.delta(side, region, "period").churn().orElseThrow();
  }

  @Test
  void groundThatChangedHandsTwiceOrMoreCountsOnce() {
    assertThat(cells(churn(strip().measure(), BLUE, RegionId.ALL).areaM2())).isEqualTo(5);
  }

  @Test
  void heldDaysAreTheMeanFromOneChangeToTheNextWeightedByGround() {
    // 2 cells x (4 + 2 days), 2 x 4, 1 x 2: 22 cell-days over 4 + 2 + 1 stretches of a cell.
    assertThat(churn(strip().measure(), BLUE, RegionId.ALL).heldDays().orElseThrow())
        .isCloseTo(22 / 7.0, Offset.offset(1e-6));
  }

  @Test
  void aRegionHasTheChurnOfItsOwnGround() {
    // FOUR is 3..7: all but the cell 7..8.
    Churn four = churn(strip().regions(SceneRegions.POWERS_OF_TWO).measure(), BLUE, level1("FOUR"));

    assertThat(cells(four.areaM2())).isEqualTo(4);
    assertThat(four.heldDays().orElseThrow()).isCloseTo(18 / 6.0, Offset.offset(1e-6));
  }

  @Test
  void aPeriodWithoutReturnHasNoChurn() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 6, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 7, 1))
            .measurer()
            .named("period", "2024-01-02", "2024-01-03")
            .churned()
            .measure();

    assertThat(churn(scene, BLUE, RegionId.ALL).areaM2()).isZero();
    assertThat(churn(scene, BLUE, RegionId.ALL).heldDays()).isEmpty();
  }

  @Test
  void betweenOneMapAndTheNextThereIsNone() {
    var scene = strip().named("step", "2024-01-02", "2024-01-03").measure();

    assertThat(scene.delta(BLUE, RegionId.ALL, "step").churn().orElseThrow().areaM2()).isZero();
  }

  @Test
  void aRenamingIsChurnOfTheSetThatItLeavesAndNotOfTheSideWhole() {
    // Two cells are held, claimed and held again.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 2, 1))
            .holds(claimed(BLUE), box(2, 0, 4, 1))
            .day("2024-01-05")
            .holds(BLUE, box(0, 0, 4, 1))
            .measurer()
            .layerSet("controlled", "held")
            .layerSet("wide", "held", "claimed")
            .named("period", "2024-01-02", "2024-01-05")
            .churned()
            .measure();

    assertThat(cells(churn(scene, BLUE, RegionId.ALL).areaM2())).isEqualTo(2);
    assertThat(churn(scene, BLUE, RegionId.ALL).heldDays().orElseThrow()).isEqualTo(3);
    assertThat(scene.delta(BLUE, "wide", RegionId.ALL, "period").churn())
        .contains(new Churn(0, OptionalDouble.empty()));
  }

  @Test
  void groundThatPassesThroughAThirdHandIsNoChurnOfTheFirst() {
    // Blue loses 2..4 to nobody, then red takes it: red came once, blue went once.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 2, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 2, 1))
            .holds(RED, box(2, 0, 4, 1))
            .measurer()
            .named("period", "2024-01-02", "2024-01-03")
            .churned()
            .measure();

    assertThat(churn(scene, BLUE, RegionId.ALL).areaM2()).isZero();
    assertThat(churn(scene, RED, RegionId.ALL).areaM2()).isZero();
  }

  @Test
  void onlyMonthsAndNamedPeriodsAreLookedThrough() {
    for (AreaDelta delta : strip().every(PeriodKind.values()).measure().summary().areaDeltas()) {
      boolean looked =
          delta.key().period().kind() == PeriodKind.MONTH
              || delta.key().period().kind() == PeriodKind.NAMED;
      boolean covered = delta.states().coverage() != Coverage.NONE;

      assertThat(delta.churn().isPresent()).as(delta.toString()).isEqualTo(looked && covered);
    }
  }

  @Test
  void whereNobodyLookedThereIsNone() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-02")
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 4, 1))
            .measurer()
            .named("period", "2024-01-02", "2024-01-03")
            .measure();

    assertThat(scene.delta(BLUE, RegionId.ALL, "period").churn()).isEmpty();
  }

  /** Measured once for all tests. */
  private static final Map<Long, SourceTables> MEASURED = new HashMap<>();

  @AfterAll
  static void forget() {
    MEASURED.clear();
  }

  private static void each(Consumer<SourceTables> check) {
    RandomScene.each(
        random ->
            check.accept(MEASURED.computeIfAbsent(random.seed(), seed -> wholeNamed(random))));
  }

  private static SourceTables wholeNamed(RandomScene random) {
    var timeline = random.scene().timeline();
    return random
        .measurer()
        .every(PeriodKind.MONTH)
        .named(
            "whole",
            timeline.firstMapDate().plusDays(1).toString(),
            timeline.lastMapDate().toString())
        .churned()
        .measure()
        .tables();
  }

  @Test
  void noLawIsBrokenInTablesWithChurn() {
    each(tables -> assertThat(SourceLaws.check(tables)).isEmpty());
  }

  /** Five maps make four steps: ground changes hands four times at most, and is regained twice. */
  @Test
  void thereIsChurnWhereMoreWasGainedThanCameInTheEnd() {
    long roundings = SquareKm.toM2(1e-3);
    each(
        tables -> {
          for (AreaDelta delta : tables.areaDeltas()) {
            delta
                .churn()
                .ifPresent(
                    churn -> {
                      Figures f = delta.figures().orElseThrow();
                      long again = f.gross().gainedM2() - f.change().gainedM2();
                      assertThat(churn.areaM2())
                          .isBetween(again / 2 - roundings, again + roundings);
                    });
          }
        });
  }
}
