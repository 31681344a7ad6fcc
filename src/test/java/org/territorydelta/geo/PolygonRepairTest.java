package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

class PolygonRepairTest {
  @Test
  void aValidPolygonComesBackAsItIs() {
    Polygon box = Drawing.box(0, 0, 1, 1);
    PolygonRepair repair = PolygonRepair.of(box);
    assertThat(repair.wasNeeded()).isFalse();
    assertThatObject(repair.polygons().get(0)).isSameAs(box);
    assertThat(repair.afterM2()).isEqualTo(repair.beforeM2()).isEqualTo(EllipsoidalArea.m2(box));
  }

  @Test
  void bothWingsOfABowTieAreKept() {
    // Drawn, one wing is taken off the other and nothing is left; repaired, both are ground.
    PolygonRepair repair = PolygonRepair.of(Drawing.polygon(0, -1, 2, 1, 2, -1, 0, 1, 0, -1));
    long wing = EllipsoidalArea.m2(Drawing.polygon(0, -1, 1, 0, 0, 1, 0, -1));
    assertThat(repair.fault()).startsWith("Self-intersection at 1.0 0.0");
    assertThat(repair.polygons()).hasSize(2).allMatch(Polygon::isValid);
    assertThat(repair.beforeM2()).isZero();
    assertThat(repair.afterM2()).isCloseTo(2 * wing, within(2L));
  }

  @Test
  void aHoleOutsideTheShellIsAccountedFor() {
    // Drawn: three degrees of shell less one of hole. JTS takes the stray ring for a shell.
    Polygon drawn = Drawing.withHoles(Drawing.box(0, 0, 3, 1), Drawing.box(5, 0, 6, 1));
    PolygonRepair repair = PolygonRepair.of(drawn);
    long degree = EllipsoidalArea.m2(Drawing.box(0, 0, 1, 1));
    assertThat(repair.fault()).startsWith("Hole lies outside shell");
    assertThat(repair.beforeM2()).isCloseTo(2 * degree, within(2L));
    assertThat(repair.afterM2()).isCloseTo(4 * degree, within(2L));
  }

  @Test
  void aRingThatTouchesItselfAlongAnEdgeIsSplit() {
    // Two boxes of one degree, joined by a corridor of no width along the parallel.
    Polygon drawn =
        Drawing.polygon(0, 0, 1, 0, 3, 0, 4, 0, 4, 1, 3, 1, 3, 0, 1, 0, 1, 1, 0, 1, 0, 0);
    PolygonRepair repair = PolygonRepair.of(drawn);
    assertThat(repair.wasNeeded()).isTrue();
    assertThat(repair.polygons()).hasSize(2).allMatch(Polygon::isValid);
    // Two pieces are rounded instead of one.
    assertThat(repair.afterM2()).isCloseTo(repair.beforeM2(), within(1L));
  }

  @Test
  void holesThatOverlapAreTakenOffOnce() {
    // Five degrees less 1-3 and 2-4: as drawn one degree is taken off twice.
    Polygon drawn =
        Drawing.withHoles(
            Drawing.box(0, 0, 5, 3), Drawing.box(1, 1, 3, 2), Drawing.box(2, 1, 4, 2));
    PolygonRepair repair = PolygonRepair.of(drawn);
    long twice = EllipsoidalArea.m2(Drawing.box(2, 1, 3, 2));
    assertThat(repair.afterM2() - repair.beforeM2()).isCloseTo(twice, within(4L));
  }

  @Test
  void aRingWithoutInsideLeavesNothing() {
    PolygonRepair repair = PolygonRepair.of(Drawing.polygon(0, 0, 1, 1, 2, 2, 0, 0));
    assertThat(repair.wasNeeded()).isTrue();
    assertThat(repair.polygons()).isEmpty();
    assertThat(repair.afterM2()).isZero();
  }
}
