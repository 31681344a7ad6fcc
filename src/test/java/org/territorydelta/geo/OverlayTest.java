package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class OverlayTest {
  private final Overlay overlay = new Overlay();

  @Test
  void boxesAreCutAndJoined() {
    Polygon left = Drawing.box(0, 0, 3, 1);
    Polygon right = Drawing.box(2, 0, 5, 1);
    assertThat(overlay.intersection(left, right).equalsTopo(Drawing.box(2, 0, 3, 1))).isTrue();
    assertThat(overlay.difference(left, right).equalsTopo(Drawing.box(0, 0, 2, 1))).isTrue();
    assertThat(overlay.union(List.of(left, right)).equalsTopo(Drawing.box(0, 0, 5, 1))).isTrue();
  }

  @Test
  void whereTwoPiecesOnlyTouchThereIsNoGround() {
    Polygon box = Drawing.box(0, 0, 1, 1);
    assertThat(overlay.intersection(box, Drawing.box(1, 0, 2, 1)).isEmpty()).isTrue();
    assertThat(overlay.intersection(box, Drawing.box(1, 1, 2, 2)).isEmpty()).isTrue();
  }

  @Test
  void piecesThatBothOverlapAndTouchGivePolygonsOnly() {
    // The comb meets the box in a square, and along an edge beside it.
    Polygon comb = Drawing.polygon(1, 0, 3, 0, 3, 3, 1, 3, 1, 2, 0.5, 2, 0.5, 1, 1, 1, 1, 0);
    Geometry common = overlay.intersection(Drawing.box(0, 0, 1, 3), comb);
    assertThat(common.equalsTopo(Drawing.box(0.5, 1, 1, 2))).isTrue();
  }

  @Test
  void farApartNothingIsComputed() {
    Polygon box = Drawing.box(0, 0, 1, 1);
    assertThat(overlay.intersection(box, Drawing.box(5, 0, 6, 1)).isEmpty()).isTrue();
    assertThatObject(overlay.difference(box, Drawing.box(5, 0, 6, 1))).isSameAs(box);
    assertThat(overlay.operations()).isEmpty();
  }

  @Test
  void operationsAreCounted() {
    overlay.intersection(Drawing.box(0, 0, 2, 1), Drawing.box(1, 0, 3, 1));
    overlay.difference(Drawing.box(0, 0, 2, 1), Drawing.box(1, 0, 3, 1));
    assertThat(overlay.operations()).containsOnlyKeys(Noding.FLOATING).containsValue(2);
  }

  @Test
  void theUnionOfNothingIsEmpty() {
    assertThat(overlay.union(List.of()).isEmpty()).isTrue();
    Polygon empty = Drawing.FACTORY.createPolygon();
    assertThat(overlay.union(List.of(empty, empty)).isEmpty()).isTrue();
  }

  @Test
  void randomStarsAddUp() {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      // Nearly the same star twice, 1e-12 to 1e-1 degree apart: that is what breaks overlays.
      Polygon star = Drawing.star(random, new Coordinate(37, 48), 1, 1.5, 40);
      Coordinate moved = new Coordinate(37 + Math.pow(10, -(seed % 12) - 1.0), 48);
      Polygon other = Drawing.scaled(star, moved, 1 - Math.pow(10, -(seed % 7) - 1.0));
      long common = EllipsoidalArea.m2(overlay.intersection(star, other));
      long mine = EllipsoidalArea.m2(overlay.difference(star, other));
      long its = EllipsoidalArea.m2(overlay.difference(other, star));
      long both = EllipsoidalArea.m2(overlay.union(List.of(star, other)));
      // A square metre in some 15 000 km².
      assertThat(common + mine).as("seed %d", seed).isCloseTo(m2(star), within(100L));
      assertThat(common + its).as("seed %d", seed).isCloseTo(m2(other), within(100L));
      assertThat(common + mine + its).as("seed %d", seed).isCloseTo(both, within(100L));
    }
  }

  @Test
  void polygonsOfAnyGeometryAreFound() {
    Polygon box = Drawing.box(0, 0, 1, 1);
    Geometry collection =
        Drawing.FACTORY.createGeometryCollection(
            new Geometry[] {
              box.getBoundary(), Drawing.FACTORY.createPolygon(), box, box.getCentroid()
            });
    assertThat(Overlay.polygons(collection)).containsExactly(box);
  }

  private static long m2(Geometry geometry) {
    return EllipsoidalArea.m2(geometry);
  }
}
