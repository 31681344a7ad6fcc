package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

class RegionRelationTest {
  private final RegionRelation unit = new RegionRelation(Drawing.box(0, 0, 1, 1));

  @Test
  void overlappingAreasShareGround() {
    assertThat(unit.sharesGround(Drawing.box(0.5, 0.5, 2, 2))).isTrue();
    assertThat(unit.sharesGround(Drawing.box(0.4, 0.4, 0.6, 0.6))).isTrue();
    assertThat(unit.sharesGround(Drawing.box(-1, -1, 2, 2))).isTrue();
    assertThat(unit.sharesGround(Drawing.box(0, 0, 1, 1))).isTrue();
  }

  @Test
  void neighboursShareABorderButNoGround() {
    Polygon neighbour = Drawing.box(1, 0.5, 2, 3);
    assertThat(unit.sharesGround(neighbour)).isFalse();
    assertThat(unit.sharesBorderOrGround(neighbour)).isTrue();
  }

  @Test
  void aCornerIsNoBorder() {
    Polygon diagonal = Drawing.box(1, 1, 2, 2);
    assertThat(unit.sharesGround(diagonal)).isFalse();
    assertThat(unit.sharesBorderOrGround(diagonal)).isFalse();
  }

  @Test
  void areasFarApartShareNothing() {
    Polygon far = Drawing.box(5, 5, 6, 6);
    assertThat(unit.sharesGround(far)).isFalse();
    assertThat(unit.sharesBorderOrGround(far)).isFalse();
  }

  @Test
  void anIslandInAHoleSharesItsBorderButNoGround() {
    var frame =
        new RegionRelation(Drawing.withHoles(Drawing.box(0, 0, 3, 3), Drawing.box(1, 1, 2, 2)));
    assertThat(frame.sharesGround(Drawing.box(1, 1, 2, 2))).isFalse();
    assertThat(frame.sharesBorderOrGround(Drawing.box(1, 1, 2, 2))).isTrue();
    assertThat(frame.sharesBorderOrGround(Drawing.box(1.2, 1.2, 1.8, 1.8))).isFalse();
  }

  @Test
  void anOverlapWithoutACommonStretchOfBorderIsEnough() {
    assertThat(unit.sharesBorderOrGround(Drawing.box(0.4, 0.4, 0.6, 0.6))).isTrue();
  }
}
