package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.level1;
import static org.territorydelta.scene.SceneRegions.region;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.model.InputException;
import org.territorydelta.model.claim.StatedArea;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.SceneRegions;

/** Regions of 1, 2, 4 and 8 cells in a row; a wrong sum names its culprit. */
class RegionFiguresTest {
  private static final RegionId OUTSIDE = RegionId.unassigned(1);
  private static final RegionId NO_COUNTRY = RegionId.unassigned(0);

  /** From 1 cell to 18: the row of all regions and 3 cells beyond. */
  private static MeasuredScene strip() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 1, 1))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 18, 1))
        .measurer()
        .regions(SceneRegions.POWERS_OF_TWO)
        .measure();
  }

  private static Map<String, Long> gained(MeasuredScene scene, String side) {
    Map<String, Long> gained = new TreeMap<>();
    for (AreaDelta delta : scene.summary().areaDeltas()) {
      if (delta.key().side().equals(side) && delta.key().period().id().equals("all")) {
        RegionId region = delta.key().region().id();
        gained.put(
            region.level() + " " + region.id(),
            cells(delta.figures().orElseThrow().change().gainedM2()));
      }
    }
    return gained;
  }

  @Test
  void everyRegionHasItsShareOfAChange() {
    // AA has ONE, which was held already, and TWO; BB has FOUR and EIGHT.
    assertThat(gained(strip(), BLUE))
        .isEqualTo(
            Map.of(
                "-1 ALL", 17L,
                "0 AA", 2L,
                "0 BB", 12L,
                "0 UNASSIGNED", 3L,
                "1 ONE", 0L,
                "1 TWO", 2L,
                "1 FOUR", 4L,
                "1 EIGHT", 8L,
                "1 UNASSIGNED", 3L));
  }

  @Test
  void aRegionWhereASideNeverHeldGroundHasNoRow() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(RED, box(0, 0, 1, 1))
            .day("2024-01-02")
            .holds(RED, box(0, 0, 1, 1))
            .holds(BLUE, box(3, 0, 4, 1))
            .measurer()
            .regions(SceneRegions.POWERS_OF_TWO)
            .measure();

    assertThat(gained(scene, RED)).containsOnlyKeys("-1 ALL", "0 AA", "1 ONE");
  }

  @Test
  void aRegionTakenForAMomentKeepsItsRow() {
    // FOUR is entered on the second day and left on the third.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 1, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 1, 1), box(4, 0, 6, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 1, 1))
            .measurer()
            .regions(SceneRegions.POWERS_OF_TWO)
            .measure();

    var figures = scene.figures(BLUE, level1("FOUR"), "all");
    assertThat(figures.change()).isEqualTo(AreaDelta.Change.ZERO);
    assertThat(cells(figures.gross().gainedM2())).isEqualTo(2);
    assertThat(cells(figures.gross().lostM2())).isEqualTo(2);
  }

  @Test
  void aShareIsGroundInTheRegionOverTheRegion() {
    // 3..5 is half of FOUR.
    var delta =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 1, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 5, 1))
            .measurer()
            .regions(SceneRegions.POWERS_OF_TWO)
            .measure()
            .delta(BLUE, level1("FOUR"), "all");

    assertThat(delta.figures().orElseThrow().closing().shareOf(delta.key().region()).orElseThrow())
        .isCloseTo(0.5, Offset.offset(1e-5));
  }

  private static RegionTree stated(RegionId region, long areaM2) {
    var area = new StatedArea(region, new Denominator(areaM2, "an atlas"));
    return new RegionTree(
        RegionSurvey.of(SceneRegions.POWERS_OF_TWO.regions()).facts(), List.of(area));
  }

  @Test
  void aShareMayBeOfAStatedArea() {
    // Three cells, one of them in the border band, of five that a country is said to have.
    RegionId country = RegionId.country("AA");
    RegionFacts facts = stated(country, 5 * Grid.CELL_M2).facts(country);
    var stock = new AreaDelta.Stock(3 * Grid.CELL_M2, Grid.CELL_M2);

    assertThat(stock.shareOf(facts)).hasValue(0.6);
    assertThat(facts.areaM2()).isNotEqualTo(5 * Grid.CELL_M2);
  }

  @Test
  void aShareOfARegionsOwnAreaLeavesTheBorderBandOut() {
    RegionFacts four = stated(RegionId.country("AA"), 1).facts(level1("FOUR"));
    var stock = new AreaDelta.Stock(3 * Grid.CELL_M2, Grid.CELL_M2);

    assertThat(stock.shareOf(four).orElseThrow()).isCloseTo(0.5, Offset.offset(1e-5));
  }

  @Test
  void anAreaOfARegionThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> stated(level1("SIXTEEN"), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("region=SIXTEEN level 1");
  }

  @Test
  void groundOutsideEveryRegionHasNoShare() {
    AreaDelta delta = strip().delta(BLUE, OUTSIDE, "all");

    assertThat(delta.figures().orElseThrow().closing().shareOf(delta.key().region())).isEmpty();
  }

  @Test
  void groundOfTheBorderBandIsCountedAndMarked() {
    // Home ends at x=40, the band is 11 units wide: 2 cells at home, 2 beyond, 1 far away.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(39, 20, 40, 21))
            .day("2024-01-02")
            .holds(BLUE, box(38, 20, 42, 21), box(80, 20, 81, 21))
            .measurer()
            .regions(SceneRegions.of(region("home", "AA", box(0, 0, 40, 40))).inScope("AA", 5))
            .measure();

    var home = scene.figures(BLUE, level1("home"), "all");
    assertThat(cells(home.closing().areaM2())).isEqualTo(4);
    assertThat(cells(home.closing().borderMismatchM2())).isEqualTo(2);
    assertThat(home.opening().borderMismatchM2()).isZero();
    assertThat(cells(home.change().gainedM2())).isEqualTo(3);
    assertThat(
            cells(scene.figures(BLUE, RegionId.country("AA"), "all").closing().borderMismatchM2()))
        .isEqualTo(2);
    assertThat(cells(scene.figures(BLUE, OUTSIDE, "all").closing().areaM2())).isEqualTo(1);
  }

  @Test
  void aShareLeavesTheBorderBandOut() {
    // 2 of home's 4 cells are held, and 1 beyond its border.
    var delta =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(2, 0, 4, 1))
            .day("2024-01-02")
            .holds(BLUE, box(2, 0, 5, 1))
            .measurer()
            .regions(SceneRegions.of(region("home", "AA", box(0, 0, 4, 1))).inScope("AA", 5))
            .measure()
            .delta(BLUE, level1("home"), "all");

    var closing = delta.figures().orElseThrow().closing();
    assertThat(cells(closing.areaM2())).isEqualTo(3);
    assertThat(closing.shareOf(delta.key().region()).orElseThrow())
        .isCloseTo(0.5, Offset.offset(1e-5));
  }

  @Test
  void overlappingRegionsEachCountTheirGround() {
    // A 0..4 and B 2..6 share two cells; of 0..7 one is in neither.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 7, 1))
            .measurer()
            .regions(
                SceneRegions.of(
                    region("A", "AA", box(0, 0, 4, 1)), region("B", "AA", box(2, 0, 6, 1))))
            .measure();

    assertThat(gained(scene, BLUE))
        .containsEntry("1 A", 4L)
        .containsEntry("1 B", 4L)
        .containsEntry("1 UNASSIGNED", 1L)
        .containsEntry("-1 ALL", 7L);
  }

  @Test
  void countriesCountTheLowestLevelOnly() {
    // Level 1 gives AA 3 cells; level 2 splits one of them off and adds nothing.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 5, 1))
            .measurer()
            .regions(
                SceneRegions.of(
                    region("A", 1, "AA", box(0, 0, 3, 1)), region("a", 2, "AA", box(0, 0, 1, 1))))
            .measure();

    assertThat(gained(scene, BLUE))
        .isEqualTo(
            Map.of(
                "-1 ALL", 5L,
                "0 AA", 3L,
                "0 UNASSIGNED", 2L,
                "1 A", 3L,
                "1 UNASSIGNED", 2L,
                "2 a", 1L,
                "2 UNASSIGNED", 4L));
    assertThat(cells(scene.figures(BLUE, NO_COUNTRY, "all").closing().areaM2())).isEqualTo(2);
  }

  /** Ends of month: 4, 10, 7, 7 cells: February +6, March -3, April 0. */
  private static ControlScene months() {
    return ControlScene.of("alpha")
        .day("2024-01-31")
        .holds(BLUE, box(0, 0, 4, 1))
        .day("2024-02-29")
        .holds(BLUE, box(0, 0, 10, 1))
        .day("2024-03-31")
        .holds(BLUE, box(0, 0, 7, 1))
        .day("2024-04-30")
        .holds(BLUE, box(0, 0, 7, 1));
  }

  @Test
  void aSideIsSummedUpByItsEndsAndItsLargestMonth() {
    SideSummary side = months().measured().summary().sides().get(0);

    assertThat(side.side()).isEqualTo(BLUE);
    assertThat(side.first().mapDate()).isEqualTo("2024-01-31");
    assertThat(cells(side.first().areaM2())).isEqualTo(4);
    assertThat(cells(side.last().areaM2())).isEqualTo(7);
    assertThat(side.largestMonth().month()).isEqualTo("2024-02");
    assertThat(cells(side.largestMonth().netM2())).isEqualTo(6);
  }

  @Test
  void aMonthThatIsNotFullyCoveredIsNotTheLargest() {
    // May would lose 7, but its last map is of the 10th, 21 days stale on the 31st.
    SideSummary side = months().day("2024-05-10").measured().summary().sides().get(0);

    assertThat(side.largestMonth().month()).isEqualTo("2024-02");
    assertThat(cells(side.last().areaM2())).isZero();
  }

  @Test
  void aSideWithoutGroundOfTheLayerSetIsNotSummedUp() {
    var scene = months().holds(claimed(RED), box(20, 0, 22, 1)).measured();

    assertThat(scene.summary().sides()).extracting(SideSummary::side).containsExactly(BLUE);
  }
}
