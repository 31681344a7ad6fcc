package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class EllipsoidalAreaTest {
  private static final double METRES_PER_DEGREE = 111_195;

  /** NIMA TR8350.2. */
  private static final double A = 6_378_137.0;

  private static final double E = Math.sqrt((2 - 1 / 298.257223563) / 298.257223563);

  @ParameterizedTest
  @CsvSource({
    "0, 1000", "0, 20000", "0, 300000", "0, 2000000",
    "30, 1000", "30, 20000", "30, 300000", "30, 2000000",
    "48, 1000", "48, 20000", "48, 300000", "48, 2000000",
    "60, 1000", "60, 20000", "60, 300000", "60, 2000000",
    "75, 1000", "75, 20000", "75, 300000", "75, 2000000",
    "-45, 1000", "-45, 20000", "-45, 300000", "-45, 2000000"
  })
  void starsAgreeWithGeographicLib(double lat, double sizeMetres) {
    for (long seed = 1; seed <= 2; seed++) {
      Polygon star = star(seed, lat, sizeMetres);
      double expected = GeodesicOracle.squareMetres(star);
      assertThat(EllipsoidalArea.squareMetres(star))
          .as("seed %d, latitude %s, size %s m", seed, lat, sizeMetres)
          .isCloseTo(expected, within(1e-8 * expected));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 500000", "48, 1000", "48, 50000", "48, 1500000", "75, 20000", "-45, 800000"})
  void starsWithALargeHoleAgreeWithGeographicLib(double lat, double sizeMetres) {
    for (long seed = 11; seed <= 12; seed++) {
      Polygon star = star(seed, lat, sizeMetres);
      Polygon frame = Drawing.withHoles(star, Drawing.scaled(star, new Coordinate(37, lat), 0.8));
      double expected = GeodesicOracle.squareMetres(frame);
      assertThat(EllipsoidalArea.squareMetres(frame))
          .as("seed %d, latitude %s, size %s m", seed, lat, sizeMetres)
          .isCloseTo(expected, within(1e-8 * expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 20, 100, 1000})
  void anyNumberOfEdgesAgreesWithGeographicLib(int points) {
    for (long seed = 21; seed <= 22; seed++) {
      Polygon star = Drawing.star(new Random(seed), new Coordinate(37, 48), 1, 1.5, points);
      double expected = GeodesicOracle.squareMetres(star);
      assertThat(EllipsoidalArea.squareMetres(star))
          .as("seed %d, %d points", seed, points)
          .isCloseTo(expected, within(1e-8 * expected));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 48, 60, 75, -45})
  void starsOfAHundredMetresAgreeWithTheirLocalExpansion(double lat) {
    for (long seed = 31; seed <= 40; seed++) {
      Polygon star = star(seed, lat, 100);
      double expected = localExpansion(star, new Coordinate(37, lat));
      assertThat(EllipsoidalArea.squareMetres(star))
          .as("seed %d, latitude %s", seed, lat)
          .isCloseTo(expected, within(1e-8 * expected));
    }
  }

  /** Between two parallels of a box the integral is that of q itself: a²/2 Δlon (q2 - q1). */
  @ParameterizedTest
  @CsvSource({"30, 40, 45, 55", "-10, -20, 10, 20", "36, 48, 37, 49", "170, 70, 180, 85"})
  void graticuleBoxHasItsClosedForm(double west, double south, double east, double north) {
    double expected = A * A / 2 * Math.toRadians(east - west) * (q(north) - q(south));
    assertThat(EllipsoidalArea.squareMetres(Drawing.box(west, south, east, north)))
        .isCloseTo(expected, within(1e-11 * expected));
  }

  /** The whole ellipsoid has 510 065 621.724 km² (Moritz, "Geodetic Reference System 1980"). */
  @Test
  void anOctantIsAnEighthOfTheEllipsoid() {
    assertThat(EllipsoidalArea.squareMetres(Drawing.box(0, 0, 90, 90)) / 1e6)
        .isCloseTo(510_065_621.724 / 8, within(0.001));
  }

  @Test
  void edgesOfAHundredKilometresAreExact() {
    for (double lat : new double[] {0, 30, 48, 60, 75, -45}) {
      // About 100 km each way; no edge runs along a meridian or a parallel.
      double width = 0.9 / Math.cos(Math.toRadians(lat));
      Polygon coarse =
          Drawing.polygon(37, lat, 37 + width, lat + 0.3, 37 + 0.8 * width, lat + 0.9, 37, lat);
      Geometry fine = Densifier.densify(coarse, 0.001);
      double expected = EllipsoidalArea.squareMetres((Polygon) fine);
      assertThat(EllipsoidalArea.squareMetres(coarse))
          .as("latitude %s", lat)
          .isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Test
  void ringDirectionDoesNotMatter() {
    Polygon frame = Drawing.withHoles(Drawing.box(36, 48, 38, 50), Drawing.box(36.5, 48, 37, 49));
    assertThat(EllipsoidalArea.m2(frame.reverse())).isEqualTo(EllipsoidalArea.m2(frame));
    assertThat(EllipsoidalArea.m2(frame)).isPositive();
  }

  @Test
  void aHoleWoundLikeItsShellStillSubtracts() {
    Polygon shell = Drawing.box(36, 48, 38, 49);
    Polygon hole = Drawing.box(36.5, 48, 37.5, 49);
    // Two degrees wide with a hole of one degree, in one band of latitude: half is left.
    assertThat(EllipsoidalArea.squareMetres(Drawing.withHoles(shell, hole)))
        .isCloseTo(EllipsoidalArea.squareMetres(shell) / 2, within(1e-3));
    assertThat(EllipsoidalArea.squareMetres(Drawing.withHoles(shell, hole.reverse())))
        .isCloseTo(EllipsoidalArea.squareMetres(shell) / 2, within(1e-3));
  }

  @Test
  void everyPolygonOfACollectionCounts() {
    Polygon box = Drawing.box(36, 48, 37, 49);
    Geometry nested =
        Drawing.FACTORY.createGeometryCollection(
            new Geometry[] {
              Drawing.FACTORY.createPoint(new Coordinate(1, 1)),
              Drawing.FACTORY.createMultiPolygon(new Polygon[] {box}),
              Drawing.FACTORY.createMultiPolygon(new Polygon[] {box, Drawing.box(37, 48, 38, 49)})
            });
    assertThat(EllipsoidalArea.m2(nested)).isEqualTo(3 * EllipsoidalArea.m2(box));
  }

  @Test
  void pointsLinesAndEmptyGeometriesHaveNoArea() {
    assertThat(EllipsoidalArea.m2(Drawing.FACTORY.createPoint(new Coordinate(1, 1)))).isZero();
    assertThat(EllipsoidalArea.m2(Drawing.box(0, 0, 1, 1).getBoundary())).isZero();
    assertThat(EllipsoidalArea.m2(Drawing.FACTORY.createPolygon())).isZero();
    assertThat(EllipsoidalArea.m2(Drawing.FACTORY.createMultiPolygon())).isZero();
  }

  private static Polygon star(long seed, double lat, double sizeMetres) {
    double radius = sizeMetres / METRES_PER_DEGREE / 2;
    double stretch = 1 / Math.cos(Math.toRadians(lat));
    return Drawing.star(new Random(seed), new Coordinate(37, lat), radius, stretch, 9);
  }

  /**
   * The area element M N cos φ, which is a²(1 - e²) cos φ / w² with w = 1 - e² sin² φ, expanded to
   * first order around a place: f + f' y, integrated by the shoelace formula and its first moment.
   * What is left out is second order: 1e-10 of the area for a ring of a hundred metres.
   */
  private static double localExpansion(Polygon polygon, Coordinate place) {
    double sine = Math.sin(Math.toRadians(place.getY()));
    double cosine = Math.cos(Math.toRadians(place.getY()));
    double w = 1 - E * E * sine * sine;
    double f = A * A * (1 - E * E) * cosine / (w * w);
    double slope = A * A * (1 - E * E) * sine * (4 * E * E * cosine * cosine / w - 1) / (w * w);
    Coordinate[] points = polygon.getExteriorRing().getCoordinates();
    double area = 0;
    double moment = 0;
    for (int i = 0; i + 1 < points.length; i++) {
      double x1 = Math.toRadians(points[i].getX() - place.getX());
      double y1 = Math.toRadians(points[i].getY() - place.getY());
      double x2 = Math.toRadians(points[i + 1].getX() - place.getX());
      double y2 = Math.toRadians(points[i + 1].getY() - place.getY());
      area += (x1 * y2 - x2 * y1) / 2;
      moment += (x1 * y2 - x2 * y1) * (y1 + y2) / 6;
    }
    return f * area + slope * moment;
  }

  /** Snyder (1987) eq. 3-12 as printed. */
  private static double q(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return (1 - E * E)
        * (sine / (1 - E * E * sine * sine) - Math.log((1 - E * sine) / (1 + E * sine)) / (2 * E));
  }
}
