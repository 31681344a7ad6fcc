package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Cell.Membership;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.SceneRegions;

class RegionTreeTest {
  private static Cell cell(String region, String country) {
    return new Cell(List.of(new Membership(SceneRegions.level1(region), country, false)));
  }

  @Test
  void areasByCellAddUpToRegionsCountriesAndTheWhole() {
    var areas =
        new TreeMap<>(Map.of(cell("ONE", "AA"), 1L, cell("TWO", "AA"), 2L, cell("FOUR", "BB"), 4L));
    areas.put(Cell.OUTSIDE, 16L);

    assertThat(SceneRegions.POWERS_OF_TWO.tree().sums(areas))
        .containsOnly(
            Map.entry(RegionId.ALL, 23L),
            Map.entry(RegionId.country("AA"), 3L),
            Map.entry(RegionId.country("BB"), 4L),
            Map.entry(RegionId.unassigned(0), 16L),
            Map.entry(SceneRegions.level1("ONE"), 1L),
            Map.entry(SceneRegions.level1("TWO"), 2L),
            Map.entry(SceneRegions.level1("FOUR"), 4L),
            Map.entry(RegionId.unassigned(1), 16L));
  }
}
