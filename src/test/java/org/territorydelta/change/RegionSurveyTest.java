package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.SceneRegions.level1;
import static org.territorydelta.scene.SceneRegions.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.summary.RegionTree;

class RegionSurveyTest {
  private static RegionSurvey survey(Region... regions) {
    return RegionSurvey.of(List.of(regions));
  }

  @Test
  void aRegionsAreaIsMeasured() {
    assertThat(Grid.cells(survey(region("A", "AA", box(0, 0, 3, 2))).areaM2(level1("A"))))
        .isEqualTo(6);
  }

  @Test
  void aSharedStretchOfBorderMakesNeighbours() {
    // C touches half of A's east edge: a corner on an edge.
    var survey =
        survey(
            region("A", "AA", box(0, 0, 2, 4)),
            region("B", "AA", box(0, 4, 2, 5)),
            region("C", "AA", box(2, 2, 4, 8)));

    assertThat(survey.neighbours(level1("A"))).containsExactly("B", "C");
    assertThat(survey.neighbours(level1("B"))).containsExactly("A", "C");
  }

  @Test
  void aSharedPointDoesNot() {
    var survey = survey(region("A", "AA", box(0, 0, 2, 2)), region("B", "AA", box(2, 2, 4, 4)));

    assertThat(survey.neighbours(level1("A"))).isEmpty();
  }

  @Test
  void overlappingRegionsAreNeighbours() {
    var survey = survey(region("A", "AA", box(0, 0, 3, 3)), region("B", "AA", box(2, 2, 4, 4)));

    assertThat(survey.neighbours(level1("B"))).containsExactly("A");
  }

  @Test
  void regionsOfTwoLevelsAreNoNeighbours() {
    var survey =
        survey(region("A", 1, "AA", box(0, 0, 2, 2)), region("B", 2, "AA", box(2, 0, 4, 2)));

    assertThat(survey.neighbours(level1("A"))).isEmpty();
  }

  @Test
  void aLevelWhoseRegionsOverlapIsFound() {
    var survey =
        survey(
            region("A", 1, "AA", box(0, 0, 2, 2)),
            region("B", 1, "AA", box(2, 0, 4, 2)),
            region("C", 2, "AA", box(0, 0, 3, 2)),
            region("D", 2, "AA", box(2, 0, 4, 2)));

    assertThat(survey.overlappingLevels()).containsExactly(2);
  }

  @Test
  void abuttingRegionsDoNotOverlap() {
    assertThat(RegionSurvey.of(SceneRegions.POWERS_OF_TWO.regions()).overlappingLevels()).isEmpty();
  }

  /** B begins at 2 cells; A ends some metres later: 1/64 unit is 6.7 m. */
  private static RegionSurvey drawnTwice(double overlapUnits, double borderWidthMetres) {
    return RegionSurvey.of(
        List.of(
            region("A", "AA", box(0, 0, 2 + overlapUnits, 2)), region("B", "AA", box(2, 0, 4, 2))),
        borderWidthMetres);
  }

  @Test
  void aBorderDrawnTwiceIsNoOverlapAndItsGroundIsTheFirstRegions() {
    RegionSurvey survey = drawnTwice(1.0 / 64, 10);

    assertThat(survey.overlappingLevels()).isEmpty();
    // Eight cells in all, and none of them twice: 2 x 2 1/64 for A, the rest for B.
    long a = survey.areaM2(level1("A"));
    long b = survey.areaM2(level1("B"));
    assertThat(Grid.cells(a + b)).isEqualTo(8);
    assertThat(a / (double) Grid.CELL_M2).isCloseTo(4 + 2.0 / 64, within(1e-4));
    assertThat(survey.neighbours(level1("B"))).containsExactly("A");
    assertThat(EllipsoidalArea.m2(survey.regions().get(1).geometry())).isEqualTo(b);
  }

  @Test
  void aStripAsWideAsABorderMayBeIsAnOverlapHoweverSmall() {
    // 13.4 m, and a tenth of a border's length.
    assertThat(drawnTwice(1.0 / 32, 10).overlappingLevels()).containsExactly(1);
    assertThat(drawnTwice(1.0 / 32, 20).overlappingLevels()).isEmpty();
  }

  @Test
  void withoutABordersWidthAllCommonGroundIsAnOverlap() {
    assertThat(drawnTwice(1.0 / 64, 0).overlappingLevels()).containsExactly(1);
  }

  @Test
  void aCountryIsTheSumOfItsRegionsOfTheLowestLevel() {
    // AA has 1 + 2, BB 4 + 8; the level 2 region adds nothing.
    var regions = new ArrayList<>(SceneRegions.POWERS_OF_TWO.regions());
    regions.add(region("district", 2, "AA", box(0, 0, 1, 1)));

    Map<String, Long> cells = new TreeMap<>();
    new RegionTree(RegionSurvey.of(regions).facts())
        .regions().stream()
            .filter(facts -> facts.id().level() == RegionId.COUNTRY_LEVEL)
            .filter(facts -> !facts.id().isUnassigned())
            .forEach(facts -> cells.put(facts.id().id(), Grid.cells(facts.areaM2())));
    assertThat(cells).isEqualTo(Map.of("AA", 3L, "BB", 12L));
  }
}
