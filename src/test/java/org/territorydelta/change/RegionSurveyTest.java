package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.SceneRegions.level1;
import static org.territorydelta.scene.SceneRegions.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.Region;
import org.territorydelta.model.RegionId;
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

  @Test
  void aBorderDrawnTwiceIsTolerated() {
    // Two cells high and 1/64 cell wide: 1/32 of 0.19 km² is 0.006 km², under the 0.01 allowed.
    var survey =
        survey(region("A", "AA", box(0, 0, 2 + 1.0 / 64, 2)), region("B", "AA", box(2, 0, 4, 2)));

    assertThat(survey.overlappingLevels()).isEmpty();
  }

  @Test
  void aStripTwiceAsWideIsNot() {
    // 1/16 of 0.19 km² is 0.012 km².
    var survey =
        survey(region("A", "AA", box(0, 0, 2 + 1.0 / 32, 2)), region("B", "AA", box(2, 0, 4, 2)));

    assertThat(survey.overlappingLevels()).containsExactly(1);
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
