package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.withHoles;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;

class StockMeasurerTest {
  private static Map<Holding, List<Long>> stocks(ControlScene scene) {
    Map<Holding, List<Long>> cells = new TreeMap<>();
    StockMeasurer.measure(
            scene.snapshots().get(0), SceneRegions.POWERS_OF_TWO.index(), new Overlay())
        .forEach(
            (holding, areas) ->
                cells.put(holding, areas.values().stream().map(Grid::cells).toList()));
    return cells;
  }

  @Test
  void everyHoldingIsMeasuredInEveryCell() {
    // Blue over regions of 1 and 2 cells and half of the 4, red over the rest of the row.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 5, 1))
            .holds(RED, box(5, 0, 15, 1));

    // Cells in order of region: EIGHT, FOUR, ONE, TWO.
    assertThat(stocks(scene))
        .isEqualTo(Map.of(held(BLUE), List.of(2L, 1L, 2L), held(RED), List.of(8L, 2L)));
  }

  @Test
  void statusesOfOneSideAreMeasuredApart() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 1, 1))
            .holds(claimed(BLUE), box(1, 0, 3, 1));

    assertThat(stocks(scene))
        .isEqualTo(Map.of(held(BLUE), List.of(1L), claimed(BLUE), List.of(2L)));
  }

  @Test
  void groundDrawnTwiceIsTheFirmersOnly() {
    // Claimed 7..15, of which 7..10 is held: 5 left.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(7, 0, 10, 1))
            .holds(claimed(BLUE), box(7, 0, 15, 1));

    assertThat(stocks(scene))
        .isEqualTo(Map.of(held(BLUE), List.of(3L), claimed(BLUE), List.of(5L)));
  }

  @Test
  void holesAreTakenOff() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, withHoles(box(6, -1, 16, 2), box(7, 0, 15, 1)));

    // 10x3 less the hole over EIGHT is 22, of which the cell 6..7 lies in FOUR.
    assertThat(stocks(scene)).isEqualTo(Map.of(held(BLUE), List.of(21L, 1L)));
  }

  @Test
  void anEmptyMapHasNoStocks() {
    assertThat(stocks(ControlScene.of("alpha").day("2024-01-01"))).isEmpty();
  }

  @Test
  void groundOutsideIsInTheCellOutside() {
    var scene = ControlScene.of("alpha").day("2024-01-01").holds(BLUE, box(20, 0, 21, 1));

    assertThat(
            StockMeasurer.measure(
                    scene.snapshots().get(0), SceneRegions.POWERS_OF_TWO.index(), new Overlay())
                .get(held(BLUE)))
        .containsOnlyKeys(Cell.OUTSIDE);
  }
}
