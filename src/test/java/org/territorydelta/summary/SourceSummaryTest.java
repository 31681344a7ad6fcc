package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;

import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;

/** Figures of the whole map, in cells of the grid. */
class SourceSummaryTest {
  private static ControlScene first() {
    return ControlScene.of("alpha").day("2024-01-01");
  }

  private static Figures all(MeasuredScene scene, String side) {
    return scene.figures(side, RegionId.ALL, "all");
  }

  @Test
  void openingAndClosingAreTheStocks() {
    // 10x4 and 12x3.
    var figures =
        all(
            first()
                .holds(BLUE, box(0, 0, 10, 4))
                .day("2024-01-08")
                .holds(BLUE, box(0, 0, 12, 3))
                .measured(),
            BLUE);

    assertThat(cells(figures.opening().areaM2())).isEqualTo(40);
    assertThat(cells(figures.closing().areaM2())).isEqualTo(36);
  }

  @Test
  void gainedAndLostAreByOverlayAndNetIsTheirDifference() {
    // Two columns of 3 come, a row of 10 goes.
    var figures =
        all(
            first()
                .holds(BLUE, box(0, 0, 10, 4))
                .day("2024-01-08")
                .holds(BLUE, box(0, 0, 12, 3))
                .measured(),
            BLUE);

    assertThat(cells(figures.change().gainedM2())).isEqualTo(6);
    assertThat(cells(figures.change().lostM2())).isEqualTo(10);
    assertThat(cells(figures.netM2())).isEqualTo(-4);
  }

  @Test
  void whatOneSideGainsAtTheBorderTheOtherLoses() {
    // The border moves from x=5 to x=7.
    var scene =
        first()
            .holds(BLUE, box(0, 0, 5, 4))
            .holds(RED, box(5, 0, 10, 4))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 7, 4))
            .holds(RED, box(7, 0, 10, 4))
            .measured();

    assertThat(cells(all(scene, BLUE).change().gainedM2())).isEqualTo(8);
    assertThat(cells(all(scene, RED).change().lostM2())).isEqualTo(8);
    assertThat(cells(all(scene, RED).change().gainedM2())).isZero();
  }

  /** A strip of 4, 6, 3 and 5 cells: +2, -3, +2. */
  private static MeasuredScene takenLostAndRetaken() {
    return first()
        .holds(BLUE, box(0, 0, 4, 1))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 6, 1))
        .day("2024-01-03")
        .holds(BLUE, box(0, 0, 3, 1))
        .day("2024-01-04")
        .holds(BLUE, box(0, 0, 5, 1))
        .measured();
  }

  @Test
  void grossCountsGroundEveryTimeItIsTakenAndLost() {
    Figures figures = all(takenLostAndRetaken(), BLUE);

    assertThat(cells(figures.gross().gainedM2())).isEqualTo(4);
    assertThat(cells(figures.gross().lostM2())).isEqualTo(3);
  }

  @Test
  void gainedFromEndToEndDoesNot() {
    Figures figures = all(takenLostAndRetaken(), BLUE);

    assertThat(cells(figures.change().gainedM2())).isEqualTo(1);
    assertThat(cells(figures.change().lostM2())).isZero();
  }

  @Test
  void overASingleStepGrossIsGained() {
    Figures day = takenLostAndRetaken().figures(BLUE, RegionId.ALL, "2024-01-03");

    assertThat(cells(day.gross().lostM2())).isEqualTo(3);
    assertThat(day.gross()).isEqualTo(day.change());
  }

  @Test
  void aStatusRaisedIntoTheLayerSetIsGainedButNotNewGround() {
    // Claimed 0..5 becomes held; 8..10 is new.
    var figures =
        all(
            first()
                .holds(BLUE, box(5, 0, 8, 1))
                .holds(claimed(BLUE), box(0, 0, 5, 1))
                .day("2024-01-02")
                .holds(BLUE, box(0, 0, 10, 1))
                .measured(),
            BLUE);

    assertThat(cells(figures.change().gainedM2())).isEqualTo(7);
    assertThat(cells(figures.reclassified().gainedM2())).isEqualTo(5);
    assertThat(cells(figures.newGroundM2())).isEqualTo(2);
  }

  @Test
  void aStatusLoweredOutOfTheLayerSetIsLostByReclassification() {
    // Of 8 held, 5 become claimed and 1 is lost outright.
    var figures =
        all(
            first()
                .holds(BLUE, box(0, 0, 8, 1))
                .day("2024-01-02")
                .holds(claimed(BLUE), box(0, 0, 5, 1))
                .holds(BLUE, box(5, 0, 7, 1))
                .measured(),
            BLUE);

    assertThat(cells(figures.change().lostM2())).isEqualTo(6);
    assertThat(cells(figures.reclassified().lostM2())).isEqualTo(5);
    assertThat(cells(figures.reclassified().gainedM2())).isZero();
  }

  @Test
  void groundTheOtherSideClaimedIsNewGround() {
    var figures =
        all(
            first()
                .holds(BLUE, box(0, 0, 1, 1))
                .holds(claimed(RED), box(1, 0, 5, 1))
                .day("2024-01-02")
                .holds(BLUE, box(0, 0, 5, 1))
                .measured(),
            BLUE);

    assertThat(cells(figures.reclassified().gainedM2())).isZero();
    assertThat(cells(figures.newGroundM2())).isEqualTo(4);
  }

  @Test
  void aWiderLayerSetSeesNoChangeInARenaming() {
    // Claimed 5 + held 3, then held 10: the wide set only gains 2.
    var scene =
        first()
            .holds(BLUE, box(5, 0, 8, 1))
            .holds(claimed(BLUE), box(0, 0, 5, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 10, 1))
            .measurer()
            .layerSet("controlled", "held")
            .layerSet("wide", "held", "claimed")
            .measure();

    var wide = scene.delta(BLUE, "wide", RegionId.ALL, "all").figures().orElseThrow();
    assertThat(cells(wide.opening().areaM2())).isEqualTo(8);
    assertThat(cells(wide.change().gainedM2())).isEqualTo(2);
    assertThat(wide.reclassified()).isEqualTo(AreaDelta.Change.ZERO);
    assertThat(cells(all(scene, BLUE).change().gainedM2())).isEqualTo(7);
  }

  @Test
  void anIdenticalMapChangesNothing() {
    var figures =
        all(
            first()
                .holds(BLUE, box(0, 0, 4, 1))
                .day("2024-01-02")
                .holds(BLUE, box(0, 0, 4, 1))
                .measured(),
            BLUE);

    assertThat(figures.change()).isEqualTo(AreaDelta.Change.ZERO);
    assertThat(figures.gross()).isEqualTo(AreaDelta.Change.ZERO);
    assertThat(cells(figures.closing().areaM2())).isEqualTo(4);
  }

  @Test
  void aDayWithoutAMapIsQuietWithItsStocks() {
    AreaDelta quiet =
        first()
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 6, 1))
            .measured()
            .delta(BLUE, RegionId.ALL, "2024-01-02");

    assertThat(quiet.states().coverage()).isEqualTo(Coverage.FULL);
    assertThat(quiet.figures()).isPresent();
    assertThat(quiet.figures().get().change()).isEqualTo(AreaDelta.Change.ZERO);
    assertThat(cells(quiet.figures().get().closing().areaM2())).isEqualTo(4);
  }

  @Test
  void aPeriodWithoutCoverageHasARowWithoutFigures() {
    AreaDelta before =
        first()
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 6, 1))
            .measurer()
            .named("before", "2023-06-01", "2023-06-30")
            .measure()
            .delta(BLUE, RegionId.ALL, "before");

    assertThat(before.states().coverage()).isEqualTo(Coverage.NONE);
    assertThat(before.figures()).isEmpty();
  }

  @Test
  void theDayAfterTheLastMapHasNoFigures() {
    AreaDelta after =
        first()
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 6, 1))
            .measurer()
            .named("after", "2024-01-04", "2024-01-04")
            .measure()
            .delta(BLUE, RegionId.ALL, "after");

    assertThat(after.figures()).isEmpty();
  }

  @Test
  void aRevisionReplacesTheMapOfItsDay() {
    // 4, then 6, which a later file corrects to 5.
    var figures =
        all(
            first()
                .holds(BLUE, box(0, 0, 4, 1))
                .day("2024-01-02")
                .holds(BLUE, box(0, 0, 6, 1))
                .revised("2024-01-02", "2024-01-09")
                .holds(BLUE, box(0, 0, 5, 1))
                .measured(),
            BLUE);

    assertThat(cells(figures.change().gainedM2())).isEqualTo(1);
    assertThat(cells(figures.gross().gainedM2())).isEqualTo(1);
  }

  @Test
  void aReplacedMapStillHasItsControlAreas() {
    var scene =
        first()
            .holds(BLUE, box(0, 0, 6, 1))
            .revised("2024-01-01", "2024-01-09")
            .holds(BLUE, box(0, 0, 5, 1))
            .measured();

    assertThat(scene.controlAreas())
        .filteredOn(area -> area.region().equals(RegionId.ALL))
        .extracting(area -> area.snapshot().fileDate() + " " + cells(area.areaM2()))
        .containsExactlyInAnyOrder("2024-01-01 6", "2024-01-09 5");
  }
}
