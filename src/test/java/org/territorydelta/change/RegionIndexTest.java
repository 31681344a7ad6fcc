package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.SceneRegions.region;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.map.Cell;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneRegions;

/** Cells as {@code regions area}, a region of the border band with a star. */
class RegionIndexTest {
  private static List<String> cells(SceneRegions regions, Polygon... ground) {
    return regions.index().measure(List.of(ground), new Overlay()).entrySet().stream()
        .map(cell -> text(cell.getKey()) + " " + Grid.cells(cell.getValue()))
        .toList();
  }

  private static String text(Cell cell) {
    return cell.memberships().stream()
        .map(m -> m.region().id() + (m.inBorderBand() ? "*" : ""))
        .collect(Collectors.joining("+"));
  }

  @Test
  void groundIsSplitByRegion() {
    // Two rows of 15: the lower over regions of 1, 2, 4 and 8, the upper over none.
    assertThat(cells(SceneRegions.POWERS_OF_TWO, box(0, 0, 15, 2)))
        .containsExactly(" 15", "EIGHT 8", "FOUR 4", "ONE 1", "TWO 2");
  }

  @Test
  void severalPolygonsOfOneCellAddUp() {
    assertThat(
            cells(SceneRegions.POWERS_OF_TWO, box(7, 0, 9, 1), box(10, 0, 11, 1), box(3, 0, 4, 1)))
        .containsExactly("EIGHT 3", "FOUR 1");
  }

  @Test
  void groundOutsideEveryRegionIsUnassigned() {
    assertThat(cells(SceneRegions.POWERS_OF_TWO, box(20, 0, 22, 1))).containsExactly(" 2");
  }

  @Test
  void withoutRegionsAllGroundIsUnassigned() {
    assertThat(cells(SceneRegions.of(), box(0, 0, 3, 3))).containsExactly(" 9");
  }

  @Test
  void groundThatOnlyTouchesARegionIsNotInIt() {
    assertThat(cells(SceneRegions.of(region("A", "AA", box(0, 0, 2, 2))), box(2, 0, 4, 2)))
        .containsExactly(" 4");
  }

  @Test
  void cellsOfTwoLevelsNameBothRegions() {
    // Level 1 splits at x=2, level 2 at x=3; ground 0..4 by 1 row.
    var regions =
        SceneRegions.of(
            region("west", 1, "AA", box(0, 0, 2, 1)),
            region("east", 1, "AA", box(2, 0, 4, 1)),
            region("near", 2, "AA", box(0, 0, 3, 1)),
            region("far", 2, "AA", box(3, 0, 4, 1)));

    assertThat(cells(regions, box(0, 0, 4, 1)))
        .containsExactly("east+far 1", "east+near 1", "west+near 2");
  }

  @Test
  void groundOfOneLevelOnlyIsUnassignedInTheOther() {
    var regions =
        SceneRegions.of(
            region("A", 1, "AA", box(0, 0, 2, 1)), region("B", 2, "AA", box(1, 0, 4, 1)));

    assertThat(cells(regions, box(0, 0, 5, 1))).containsExactly(" 1", "A 1", "A+B 1", "B 2");
  }

  @Test
  void regionsOfAnOverlappingLevelAreLayersOfTheirOwn() {
    // A 0..4, B 2..6: the two columns between are in both.
    var regions =
        SceneRegions.of(region("A", "AA", box(0, 0, 4, 1)), region("B", "AA", box(2, 0, 6, 1)));

    assertThat(cells(regions, box(0, 0, 7, 1))).containsExactly(" 1", "A 2", "A+B 2", "B 2");
  }

  @Test
  void groundOfABorderDrawnTwiceGoesToTheFirstIdWhateverTheOrder() {
    // A ends at 2 + 1/64, B begins at 2; the strip of 1/64 cell between is in both.
    var a = region("A", "AA", box(0, 0, 2 + 1.0 / 64, 1));
    var b = region("B", "AA", box(2, 0, 4, 1));
    var ground = List.of(box(2, 0, 2 + 1.0 / 64, 1));

    var inOrder = SceneRegions.of(a, b).index().measure(ground, new Overlay());
    assertThat(inOrder.keySet()).extracting(RegionIndexTest::text).containsExactly("A");
    assertThat(SceneRegions.of(b, a).index().measure(ground, new Overlay())).isEqualTo(inOrder);
  }

  @Test
  void groundJustBeyondTheBorderGoesToTheNearestRegionInScope() {
    // Band of 5 km = 11 units. Home ends at x=40; 40..42 is 0..0.9 km off, 80..82 is 17 km off.
    var regions = SceneRegions.of(region("home", "AA", box(0, 0, 40, 40))).inScope("AA", 5);

    assertThat(cells(regions, box(38, 20, 42, 21), box(80, 20, 82, 21)))
        .containsExactly(" 2", "home 2", "home* 2");
  }

  @Test
  void theBandTakesGroundFromRegionsOutOfScope() {
    // The neighbour begins at x=40; its first 11 units lie in the band, the rest do not.
    var regions =
        SceneRegions.of(
                region("home", "AA", box(0, 0, 40, 40)), region("abroad", "BB", box(40, 0, 90, 40)))
            .inScope("AA", 5);

    assertThat(cells(regions, box(39, 20, 42, 21), box(70, 20, 73, 21)))
        .containsExactly("abroad 3", "home 1", "home* 2");
  }

  @Test
  void eachRegionGetsTheBandNearestToIt() {
    // South and north meet at y=20; ground 3 units off the east border, well within each half.
    var regions =
        SceneRegions.of(
                region("south", "AA", box(0, 0, 40, 20)), region("north", "AA", box(0, 20, 40, 40)))
            .inScope("AA", 5);

    assertThat(cells(regions, box(43, 8, 44, 9), box(43, 31, 44, 32)))
        .containsExactly("north* 1", "south* 1");
  }

  @Test
  void aBandOfZeroIsARawOverlay() {
    var regions =
        SceneRegions.of(
                region("home", "AA", box(0, 0, 40, 40)), region("abroad", "BB", box(40, 0, 90, 40)))
            .inScope("AA", 0);

    assertThat(cells(regions, box(39, 20, 42, 21))).containsExactly("abroad 2", "home 1");
  }

  @Test
  void withoutAScopeThereIsNoBand() {
    var regions = new SceneRegions(List.of(region("home", "AA", box(0, 0, 40, 40))), Set.of(), 5);

    assertThat(cells(regions, box(39, 20, 42, 21))).containsExactly(" 2", "home 1");
  }

  @Test
  void cellsAddUpToTheGroundWhateverTheRegions() {
    RandomScene.each(
        random -> {
          for (var map : random.scene().snapshots()) {
            var polygons = map.ground().values().stream().flatMap(List::stream).toList();
            var cells = random.regions().index().measure(polygons, new Overlay());
            long whole = polygons.stream().mapToLong(EllipsoidalArea::m2).sum();

            // Every piece is rounded by at most half a square metre, and slanting cuts are
            // noded within 1e-12 of the coordinates: square metres on these scenes.
            assertThat(cells.values().stream().mapToLong(Long::longValue).sum())
                .isCloseTo(whole, Offset.offset(100L));
          }
        });
  }
}
