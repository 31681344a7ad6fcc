package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.Grid.polygon;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

/** Each polygon adds its letter to what lies under it; areas are in cells of the grid. */
class PolygonMosaicTest {
  private static void lay(PolygonMosaic<String> ground, String letter, Polygon polygon) {
    ground.lay(polygon, before -> before.orElse("") + letter);
  }

  private static Map<String, Long> areas(PolygonMosaic<String> ground) {
    Map<String, Long> areas = new TreeMap<>();
    ground.forEach(
        (polygon, letters) -> areas.merge(letters, EllipsoidalArea.m2(polygon), Long::sum));
    areas.replaceAll((letters, area) -> cells(area));
    return areas;
  }

  @Test
  void groundOnBareGroundLiesAsItIs() {
    var ground = new PolygonMosaic<String>(new Overlay());
    lay(ground, "a", box(0, 0, 4, 2));
    lay(ground, "b", box(4, 0, 6, 2));

    assertThat(areas(ground)).isEqualTo(Map.of("a", 8L, "b", 4L));
  }

  @Test
  void groundThatOverlapsIsCutInThree() {
    // a 0..4, b 2..7: two columns each of a alone and both, three of b alone.
    var ground = new PolygonMosaic<String>(new Overlay());
    lay(ground, "a", box(0, 0, 4, 2));
    lay(ground, "b", box(2, 0, 7, 2));

    assertThat(areas(ground)).isEqualTo(Map.of("a", 4L, "ab", 4L, "b", 6L));
  }

  @Test
  void groundInsideOtherGroundLeavesARing() {
    var ground = new PolygonMosaic<String>(new Overlay());
    lay(ground, "a", box(0, 0, 4, 4));
    lay(ground, "b", box(1, 1, 3, 3));

    assertThat(areas(ground)).isEqualTo(Map.of("a", 12L, "ab", 4L));
  }

  @Test
  void groundOverManyPiecesMeetsEachOnce() {
    // c covers a's last column, the bare one between, and b's first.
    var ground = new PolygonMosaic<String>(new Overlay());
    lay(ground, "a", box(0, 0, 2, 1));
    lay(ground, "b", box(3, 0, 5, 1));
    lay(ground, "c", box(1, 0, 4, 1));
    lay(ground, "d", box(0, 0, 5, 1));

    assertThat(areas(ground)).isEqualTo(Map.of("ad", 1L, "acd", 1L, "cd", 1L, "bcd", 1L, "bd", 1L));
  }

  @Test
  void theSameGroundTwiceIsNotCut() {
    var ground = new PolygonMosaic<String>(new Overlay());
    Polygon triangle = polygon(0, 0, 4, 0, 0, 4);
    lay(ground, "a", triangle);
    lay(ground, "b", triangle);

    assertThat(areas(ground)).isEqualTo(Map.of("ab", 8L));
  }

  @Test
  void groundThatOnlyTouchesIsLeftAlone() {
    var ground = new PolygonMosaic<String>(new Overlay());
    lay(ground, "a", box(0, 0, 2, 2));
    lay(ground, "b", box(2, 2, 4, 4));
    lay(ground, "c", box(2, 0, 4, 2));

    assertThat(areas(ground)).isEqualTo(Map.of("a", 4L, "b", 4L, "c", 4L));
  }
}
