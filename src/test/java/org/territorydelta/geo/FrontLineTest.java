package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground on the equator: a degree is 111.3 km by longitude, 110.6 by latitude. A side holds the
 * western half of a country of 4 by 2 degrees; its front is the meridian of 32°.
 */
class FrontLineTest {
  private static final Offset<Double> LATTICE = Offset.offset(0.03);
  private static final Polygon COUNTRY = Drawing.box(30, 0, 34, 2);
  private static final Polygon HELD = Drawing.box(30, 0, 32, 2);
  private static final Geometry NO_BORDERS = Drawing.FACTORY.createMultiLineString();

  @Test
  void whereTheGroundEndsAtABorderIsNoFront() {
    var front = FrontLine.of(List.of(HELD), COUNTRY.getBoundary(), 10);

    // 50 km are 0.449 of the 2 degrees to the front.
    assertThat(front.shareBeyond(HELD, 50)).isCloseTo(1 - 0.449 / 2, LATTICE);
    assertThat(front.shareBeyond(Drawing.box(30, 0, 31, 1), 50)).isEqualTo(1);
    assertThat(front.shareBeyond(Drawing.box(31.6, 0.5, 32, 1), 50)).isZero();
  }

  /** Without borders every side of the square is one: 50 km off each leave (2 - 0.9)² of 4. */
  @Test
  void withoutBordersEveryEndIsAFront() {
    var front = FrontLine.of(List.of(HELD), NO_BORDERS, 10);

    assertThat(front.shareBeyond(HELD, 50)).isCloseTo(1.1 * 1.1 / 4, LATTICE);
  }

  @Test
  void aBorderDrawnSomeKilometresOffStillCounts() {
    Geometry off = Drawing.box(29.95, -0.05, 34.05, 2.05).getBoundary();

    assertThat(FrontLine.of(List.of(HELD), off, 10).shareBeyond(Drawing.box(30, 0, 31, 1), 50))
        .isEqualTo(1);
    assertThat(FrontLine.of(List.of(HELD), off, 5).shareBeyond(Drawing.box(30, 0, 31, 1), 50))
        .isLessThan(1);
  }

  @Test
  void linesBetweenPolygonsOfOneSideAreNoFront() {
    var halves = List.of(Drawing.box(30, 0, 31, 2), Drawing.box(31, 0, 32, 2));

    assertThat(
            FrontLine.of(halves, COUNTRY.getBoundary(), 10)
                .shareBeyond(Drawing.box(30.8, 0, 31.2, 2), 50))
        .isEqualTo(1);
  }

  @Test
  void groundThatEndsOnlyAtBordersHasNoFrontToBeNear() {
    var front = FrontLine.of(List.of(COUNTRY), COUNTRY.getBoundary(), 10);

    assertThat(front.shareBeyond(HELD, 50)).isEqualTo(1);
  }

  @Test
  void distanceIsToTheNearestGround() {
    assertThat(
            FrontLine.distanceKm(
                Drawing.box(33, 0, 34, 1), List.of(HELD, Drawing.box(40, 0, 41, 1))))
        .isCloseTo(111.3, Offset.offset(0.3));
  }

  @Test
  void groundThatTouchesIsNoDistanceAway() {
    assertThat(FrontLine.distanceKm(Drawing.box(32, 0, 33, 2), List.of(HELD))).isZero();
    assertThat(FrontLine.distanceKm(Drawing.box(32, 0.5, 33, 1), List.of(HELD)))
        .isCloseTo(0, Offset.offset(1e-6));
  }
}
