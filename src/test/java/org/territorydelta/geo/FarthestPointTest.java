package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** In metres of a plane. The judges are sums in the head and {@link FarthestBySquares}. */
class FarthestPointTest {
  private static final Predicate<Coordinate> NOWHERE = point -> false;

  private static double tolerance(double metres) {
    return Math.max(
        FarthestPoint.TOLERANCE_METRES, FarthestPoint.TOLERANCE_SHARE * Math.abs(metres));
  }

  private static SegmentTree line(Geometry outline) {
    double[] segments =
        Rim.of(outline).ends().stream()
            .flatMap(end -> Arrays.asList(end.x, end.y).stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    return new SegmentTree(segments);
  }

  private static double farthest(Geometry area, Geometry outline) {
    return FarthestPoint.in(area, line(outline), NOWHERE).metres();
  }

  private static Predicate<Coordinate> inside(Geometry ground) {
    return point -> SimplePointInAreaLocator.locate(point, ground) != Location.EXTERIOR;
  }

  private static Polygon star(Random random, double x, double y, double radius) {
    return Drawing.star(random, new Coordinate(x, y), radius, 1.3, 4 + random.nextInt(40));
  }

  private static void assertAsBySquares(String what, Geometry area, Geometry ground) {
    var facets = new IndexedFacetDistance(ground.getBoundary());
    Predicate<Coordinate> inGround = inside(ground);
    double fromLine = facets(facets, FarthestBySquares.in(area, at -> facets(facets, at)));
    Coordinate outside =
        FarthestBySquares.in(
            area, at -> inGround.test(at) ? -facets(facets, at) : facets(facets, at));
    double fromGround = inGround.test(outside) ? 0 : facets(facets, outside);

    FarthestPoint.Found found = FarthestPoint.in(area, line(ground), NOWHERE);
    FarthestPoint.Found foundOutside = FarthestPoint.in(area, line(ground), inGround);

    assertThat(found.metres()).as(what).isCloseTo(fromLine, within(tolerance(fromLine)));
    assertThat(foundOutside.metres())
        .as(what + ", outside the ground")
        .isCloseTo(fromGround, within(tolerance(fromGround)));
    assertReal(what, found, area, facets);
    if (foundOutside.metres() > 0) {
      assertThat(inGround.test(foundOutside.point())).as(what).isFalse();
      assertReal(what, foundOutside, area, facets);
    }
  }

  /** The point is one of the area, and as far from the line as is said. */
  private static void assertReal(
      String what, FarthestPoint.Found found, Geometry area, IndexedFacetDistance facets) {
    assertThat(found.metres())
        .as(what)
        .isCloseTo(facets(facets, found.point()), within(1e-6))
        .isCloseTo(found.point().distance(found.nearestOfLine()), within(1e-6));
    assertThat(area.distance(LocalPlane.point(found.point()))).as(what).isLessThan(1e-6);
  }

  private static double facets(IndexedFacetDistance facets, Coordinate at) {
    return facets.distance(LocalPlane.point(at));
  }

  @ParameterizedTest
  @CsvSource({"0, 1500", "700, 1500", "3000, 900", "40000, 2000"})
  void starsAgreeWithTheSearchBySquares(double apart, double radius) {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new Random(seed);
      Polygon ground = star(random, 0, 0, 2500);
      Polygon piece = star(random, apart, apart / 3, radius);
      assertAsBySquares("seed " + seed + ", apart " + apart, piece, ground);
    }
  }

  @Test
  void piecesThatShareTheLineAgreeWithTheSearchBySquares() {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new Random(seed);
      Polygon ground = star(random, 0, 0, 4000);
      Polygon drawn = star(random, 3000, 1000, 3000);
      Geometry gained = new Overlay().difference(drawn, ground);
      Geometry lost = new Overlay().difference(ground, drawn);
      assertAsBySquares("gained, seed " + seed, gained, ground);
      assertAsBySquares("lost, seed " + seed, lost, ground);
    }
  }

  @Test
  void piecesAroundHolesAgreeWithTheSearchBySquares() {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new Random(seed);
      Polygon shell = star(random, 0, 0, 4000);
      Polygon piece =
          Drawing.withHoles(shell, Drawing.scaled(shell, new Coordinate(0, 0), 0.3 + 0.01 * seed));
      assertAsBySquares("line in the hole, seed " + seed, piece, star(random, 0, 0, 500));
      assertAsBySquares("line across, seed " + seed, piece, star(random, 2500, 0, 2000));
      assertAsBySquares(
          "ground around, seed " + seed,
          Drawing.scaled(shell, new Coordinate(0, 0), 0.9),
          Drawing.withHoles(Drawing.box(-9000, -9000, 9000, 9000), shell));
    }
  }

  @Test
  void aCornerIsFoundToTheLastDigit() {
    // The nearest of the line is its corner at (0, 0); 3-4-5.
    Polygon piece = Drawing.box(0, 0, 3000, 4000);

    assertThat(farthest(piece, Drawing.box(-1000, -1000, 0, 0))).isEqualTo(5000);
  }

  @Test
  void halfwayBetweenTwoLinesAnEdgeIsFarthest() {
    // A strip from one box to the other, 2 km long and 100 m wide, half way up both.
    Polygon strip = Drawing.box(0, 0, 2000, 100);
    Geometry boxes =
        Drawing.FACTORY.createMultiPolygon(
            new Polygon[] {
              Drawing.box(-9000, -9000, 0, 9000), Drawing.box(2000, -9000, 11_000, 9000)
            });

    assertThat(farthest(strip, boxes)).isCloseTo(1000, within(5.0));
  }

  @Test
  void aHoleKeepsTheMiddleOut() {
    // The middle of the line's square, 2 km from it, lies in the hole, whose sides are 1 km off.
    Polygon square = Drawing.box(0, 0, 4000, 4000);
    Polygon piece = Drawing.withHoles(square, Drawing.box(1000, 1000, 3000, 3000));

    assertThat(farthest(square, square)).isCloseTo(2000, within(10.0));
    assertThat(farthest(piece, square)).isCloseTo(1000, within(5.0));
  }

  @Test
  void whatHasNoDistanceDoesNotCount() {
    // 3 km of the piece lie inside the ground, as far as 1 km from its line, 200 m beyond it.
    Polygon ground = Drawing.box(-5000, -1000, 0, 1000);
    Polygon piece = Drawing.box(-3000, -500, 200, 500);
    SegmentTree line = line(ground);

    assertThat(FarthestPoint.in(piece, line, NOWHERE).metres()).isCloseTo(1000, within(5.0));
    assertThat(FarthestPoint.in(piece, line, inside(ground)).metres()).isEqualTo(200);
    assertThat(FarthestPoint.in(Drawing.box(-3000, -500, -200, 500), line, inside(ground)).metres())
        .isZero();
  }
}
