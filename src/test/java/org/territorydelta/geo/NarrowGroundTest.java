package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.geo.MetreDrawing.box;
import static org.territorydelta.geo.MetreDrawing.polygon;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Drawn in metres; the width asked for is 50 m. */
class NarrowGroundTest {
  private static final double WIDTH = 50;

  private static double squareMetres(Geometry ground) {
    return EllipsoidalArea.m2(ground);
  }

  private static Object narrow(Geometry ground) {
    return NarrowGround.of(ground, WIDTH, new Overlay());
  }

  private static double narrowSquareMetres(Geometry ground) {
    return squareMetres(NarrowGround.of(ground, WIDTH, new Overlay()));
  }

  @Test
  void aBoxOfAKilometreHasNoneInItsCornersEither() {
    assertThat(narrowSquareMetres(box(0, 0, 1000, 1000))).isZero();
  }

  @Test
  void aStripOfTenMetresIsAllNarrow() {
    Polygon strip = box(0, 0, 5000, 10);

    assertThat(narrow(strip)).isSameAs(strip);
  }

  @Test
  void aStripIsNarrowUpToTheWidth() {
    assertThat(narrowSquareMetres(box(0, 0, 5000, 49))).isCloseTo(245_000, within(10.0));
    assertThat(narrowSquareMetres(box(0, 0, 5000, 51))).isZero();
  }

  @Test
  void theTailOfABoxIsNarrow() {
    // 500 m by 10 m, less half a metre of slack and as much that a disc bulges into its mouth.
    Polygon tailed = polygon(0, 0, 1000, 0, 1000, 400, 1500, 400, 1500, 410, 1000, 410, 1000, 900);

    assertThat(narrowSquareMetres(tailed)).isCloseTo(5000, within(15.0));
  }

  @Test
  void aCorridorBetweenTwoBoxesIsNarrow() {
    // 300 m by 20 m; what is grown back bulges up to 5 m into each mouth, 4.4 by its mitre.
    Polygon dumbbell =
        polygon(
            0, 0, 500, 0, 500, 240, 800, 240, 800, 0, 1300, 0, 1300, 500, 800, 500, 800, 260, 500,
            260, 500, 500, 0, 500);

    assertThat(narrowSquareMetres(dumbbell)).isBetween(6000 - 2 * 5 * 20.0, 6000.0);
  }

  @Test
  void aStripThatTurnsACornerIsAsWideAsItsArms() {
    Polygon angle = polygon(0, 0, 1000, 0, 1000, 60, 60, 60, 60, 1000, 0, 1000);

    assertThat(narrowSquareMetres(angle)).isZero();
  }

  @Test
  void aRimAroundAHoleIsNarrowToo() {
    Polygon frame = Drawing.withHoles(box(0, 0, 1000, 1000), box(30, 30, 970, 970));

    assertThat(narrow(frame)).isSameAs(frame);
  }

  @ParameterizedTest
  @ValueSource(doubles = {90, 60, 40, 25})
  void cornersAreNotNarrow(double degrees) {
    double half = 1000 * Math.tan(Math.toRadians(degrees / 2));

    assertThat(narrowSquareMetres(polygon(0, 0, 1000, -half, 1000, half))).isZero();
  }

  @Test
  void theTipOfAWedgeIsNarrow() {
    // 10 degrees: narrower than 50 m over the last 286 m, of which the mitre gives back 125 - 25.
    double half = 2000 * Math.tan(Math.toRadians(5));
    double allThatIsNarrower = 286 * WIDTH / 2;

    assertThat(narrowSquareMetres(polygon(0, 0, 2000, -half, 2000, half)))
        .isBetween(allThatIsNarrower / 4, allThatIsNarrower);
  }

  @Test
  void slendererThanAnyDrawingIsAllNarrow() {
    for (long seed = 1; seed <= 200; seed++) {
      var random = new Random(seed);
      double lon = 36 + random.nextDouble();
      double lat = 47 + random.nextDouble();
      double width = Math.pow(10, -5 - 8 * random.nextDouble());
      Polygon sliver =
          Drawing.polygon(
              lon,
              lat,
              lon + 0.1,
              lat + 0.07,
              lon + 0.2,
              lat + 0.3,
              lon + 0.1 - width,
              lat + 0.07 + width,
              lon,
              lat);
      if (sliver.isValid()) {
        assertThat(narrow(sliver)).as("seed %d", seed).isSameAs(sliver);
      }
    }
  }

  /**
   * Whatever lies in a disc of the width that lies in the ground is not narrow, and what is not
   * narrow lies within the mitre's reach of such a disc's middle.
   */
  @Test
  void narrowIsWhereNoDiscFits() {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      Polygon star = Drawing.star(random, new Coordinate(36, 48), 0.004, 1.5, 12);
      Geometry narrow = NarrowGround.of(star, WIDTH, new Overlay());
      LocalPlane plane = LocalPlane.around(star);
      Geometry inPlane = plane.toPlane(star);
      Geometry narrowInPlane = plane.toPlane(narrow);
      Geometry middles = inPlane.buffer(-WIDTH / 2, 64);
      assertThat(squareMetres(narrow)).as("seed %d", seed).isLessThanOrEqualTo(squareMetres(star));
      for (Coordinate at : DrawnPoints.within(inPlane.getEnvelopeInternal(), 400, random)) {
        Point point = LocalPlane.point(at);
        if (inPlane.contains(point)) {
          double toMiddle = middles.distance(point);
          if (toMiddle < WIDTH / 2 - 0.1) {
            assertThat(narrowInPlane.contains(point)).as("seed %d, %s", seed, at).isFalse();
          } else if (toMiddle > 5 * WIDTH / 2 + 3) {
            assertThat(narrowInPlane.contains(point)).as("seed %d, %s", seed, at).isTrue();
          }
        }
      }
    }
  }
}
