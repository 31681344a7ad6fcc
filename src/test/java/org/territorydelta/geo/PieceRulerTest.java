package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.geo.MetreDrawing.box;
import static org.territorydelta.geo.MetreDrawing.polygon;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Drawn in metres; the judge of lengths and directions over land is GeographicLib. */
class PieceRulerTest {
  /** How squared the paper is. */
  private static final double PAPER_METRES = 0.1;

  private static final double PAPER_DEGREES = 0.05;

  private static PieceRuler.Contact contact(Geometry piece, Geometry ground) {
    return new PieceRuler(piece).contact(new PreparedArea(ground));
  }

  private static PieceRuler.Reach fromGround(Geometry piece, Geometry ground) {
    var ruler = new PieceRuler(piece);
    var area = new PreparedArea(ground);
    return ruler.farthestFromGround(area, ruler.distanceMetres(area, 1e6).orElseThrow());
  }

  private static PieceRuler.Reach fromOutline(Geometry piece, Geometry ground) {
    var ruler = new PieceRuler(piece);
    var area = new PreparedArea(ground);
    return ruler.farthestFromOutline(area, ruler.distanceMetres(area, 1e6).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.01, 1e-6",
    "48, 0.01, 1e-6",
    "75, 0.01, 1e-6",
    "-45, 0.01, 1e-6",
    "0, 0.5, 2e-5",
    "48, 0.5, 2e-5",
    "75, 0.5, 2e-5",
    "48, 5, 1e-3"
  })
  void perimetersAgreeWithGeographicLib(double lat, double radiusDegrees, double share) {
    for (long seed = 1; seed <= 3; seed++) {
      Polygon star =
          Drawing.star(new Random(seed), new Coordinate(36, lat), radiusDegrees, 1.5, 20);
      Polygon holed = Drawing.withHoles(star, Drawing.scaled(star, new Coordinate(36, lat), 0.4));
      double expected = 0;
      Coordinate[] shell = Densifier.densify(star, radiusDegrees / 1000).getCoordinates();
      for (int i = 1; i < shell.length; i++) {
        expected += MetreDrawing.way(shell[i - 1], shell[i]).s12;
      }
      Polygon hole = Drawing.FACTORY.createPolygon(holed.getInteriorRingN(0));
      Coordinate[] rim = Densifier.densify(hole, radiusDegrees / 1000).getCoordinates();
      for (int i = 1; i < rim.length; i++) {
        expected += MetreDrawing.way(rim[i - 1], rim[i]).s12;
      }

      assertThat(new PieceRuler(holed).perimeterMetres())
          .as("seed %d, latitude %s", seed, lat)
          .isCloseTo(expected, within(share * expected));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1000, 3000, 90", "-2000, 0, -1000, 3000, 270",
    "-1000, 3000, 0, 4000, 0", "-1000, -1000, 0, 0, 180"
  })
  void aPieceBesideGroundIsThatWayFromIt(
      double west, double south, double east, double north, double bearing) {
    // The ground is a box 1 km by 3 km, whose sides the pieces take up whole.
    PieceRuler.Contact contact = contact(box(west, south, east, north), box(-1000, 0, 0, 3000));

    double side = bearing % 180 == 0 ? 1000 : 3000;
    assertThat(contact.metres()).isCloseTo(side, within(PAPER_METRES));
    assertThat(Math.cos(Math.toRadians(contact.bearingDegrees().orElseThrow() - bearing)))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void eachSideCountsByItsLength() {
    // 2 km of rim facing north and 1 km facing east: the mean leans to the north, by atan(1/2).
    Polygon ground = polygon(-500, -500, 2000, -500, 2000, 0, 0, 0, 0, 1000, -500, 1000);
    PieceRuler.Contact contact = contact(box(0, 0, 2000, 1000), ground);

    assertThat(contact.metres()).isCloseTo(3000, within(PAPER_METRES));
    assertThat(contact.bearingDegrees().orElseThrow())
        .isCloseTo(Math.toDegrees(Math.atan(0.5)), within(PAPER_DEGREES));
  }

  @Test
  void aLopsidedPieceLiesSquareToTheLineAllTheSame() {
    // Its middle is 1.7 km along the line and 70 m off it.
    PieceRuler.Contact contact = contact(polygon(0, 0, 5000, 0, 0, 200), box(0, -1000, 5000, 0));

    assertThat(Math.cos(Math.toRadians(contact.bearingDegrees().orElseThrow())))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void aPieceInsideGroundIsSquareToTheRimItShares() {
    // A strip along the eastern rim: from there it lies to the west. Graticule boxes, so that its
    // ends lie on the ground's sides to the last digit.
    PieceRuler.Contact contact =
        contact(Drawing.box(36.015, 48, 36.02, 48.02), Drawing.box(36, 48, 36.02, 48.02));

    double expected =
        metres(36.02, 48, 36.02, 48.02)
            + metres(36.015, 48, 36.02, 48)
            + metres(36.015, 48.02, 36.02, 48.02);
    assertThat(contact.metres()).isCloseTo(expected, within(0.001));
    assertThat(contact.bearingDegrees().orElseThrow()).isCloseTo(270, within(PAPER_DEGREES));
  }

  private static double metres(double lon, double lat, double toLon, double toLat) {
    return MetreDrawing.way(new Coordinate(lon, lat), new Coordinate(toLon, toLat)).s12;
  }

  @Test
  void aPieceWithGroundAllAroundHasNoBearing() {
    Polygon pocket = box(0, 0, 1000, 1000);
    PieceRuler.Contact contact =
        contact(pocket, Drawing.withHoles(box(-500, -500, 1500, 1500), pocket));

    assertThat(contact.metres()).isCloseTo(4000, within(PAPER_METRES));
    assertThat(contact.bearingDegrees()).isEmpty();
  }

  @Test
  void rimsDrawnWithMoreVerticesTouchAsWell() {
    Polygon ground = box(-1000, 0, 0, 3000);
    Polygon piece = box(0, 0, 1000, 3000);
    var finer = (Polygon) Densifier.densify(piece, 0.003);
    var finerGround = (Polygon) Densifier.densify(ground, 0.0017);

    assertThat(contact(finer, ground).metres()).isCloseTo(3000, within(PAPER_METRES));
    assertThat(contact(piece, finerGround).metres()).isCloseTo(3000, within(PAPER_METRES));
  }

  @Test
  void toTouchInAPointOrToLieNearIsNoContact() {
    assertThat(contact(box(0, 0, 1000, 1000), box(-1000, -1000, 0, 0)).metres()).isZero();
    assertThat(contact(box(3, 0, 1000, 1000), box(-1000, 0, 0, 1000)).metres()).isZero();
  }

  @Test
  void aLineDrawnAnewByCentimetresIsTouchedStill() {
    assertThat(contact(box(0.2, 0, 1000, 3000), box(-1000, 0, 0, 3000)).metres())
        .isCloseTo(3000, within(PAPER_METRES));
  }

  @Test
  void distancesAreKnownAsFarAsAsked() {
    var ruler = new PieceRuler(box(7000, 0, 8000, 1000));
    var ground = new PreparedArea(box(-1000, 0, 0, 1000));

    assertThat(ruler.distanceMetres(ground, 7001).orElseThrow())
        .isCloseTo(7000, within(PAPER_METRES));
    assertThat(ruler.distanceMetres(ground, 6999)).isEmpty();
  }

  @Test
  void theFarRimIsFarthest() {
    PieceRuler.Reach reach = fromGround(box(0, 0, 1000, 3000), box(-1000, 0, 0, 3000));

    assertThat(reach.metres()).isCloseTo(1000, within(PAPER_METRES));
    assertThat(reach.bearingDegrees().orElseThrow()).isCloseTo(90, within(PAPER_DEGREES));
  }

  @Test
  void roundACornerTheWayIsSlanting() {
    // The ground ends at the piece's south-western corner; 3-4-5.
    PieceRuler.Reach reach = fromGround(box(0, 0, 3000, 4000), box(-1000, -1000, 0, 0));

    assertThat(reach.metres()).isCloseTo(5000, within(PAPER_METRES));
    assertThat(reach.bearingDegrees().orElseThrow())
        .isCloseTo(Math.toDegrees(Math.atan2(3, 4)), within(PAPER_DEGREES));
  }

  @Test
  void theMiddleOfAPocketIsFarthest() {
    Polygon pocket = box(0, 0, 4000, 2000);
    Polygon ground = Drawing.withHoles(box(-500, -500, 4500, 2500), pocket);

    assertThat(fromGround(pocket, ground).metres())
        .isCloseTo(1000, within(FarthestPoint.TOLERANCE_METRES));
  }

  @Test
  void whatLiesInsideTheGroundIsNoWayFromIt() {
    // From 500 m inside to 1000 m outside.
    PieceRuler.Reach across = fromGround(box(-500, 0, 1000, 900), box(-2000, -2000, 0, 3000));
    PieceRuler.Reach inside = fromGround(box(-1500, 0, -500, 900), box(-2000, -2000, 0, 3000));

    assertThat(across.metres()).isCloseTo(1000, within(PAPER_METRES));
    assertThat(inside.metres()).isZero();
    assertThat(inside.bearingDegrees()).isEmpty();
  }

  @Test
  void fromAnOutlineInsideCountsAsWell() {
    // A strip of 300 m along the eastern rim of ground 2 km wide.
    PieceRuler.Reach reach = fromOutline(box(700, 0, 1000, 3000), box(-1000, 0, 1000, 3000));

    assertThat(reach.metres()).isCloseTo(300, within(PAPER_METRES));
    assertThat(reach.bearingDegrees().orElseThrow()).isCloseTo(270, within(PAPER_DEGREES));
  }

  @Test
  void groundFarAwayIsReachedToo() {
    PieceRuler.Reach reach = fromGround(box(0, 0, 1000, 1000), box(-91_000, 0, -90_000, 1000));

    assertThat(reach.metres()).isCloseTo(91_000, within(2.0));
  }

  /** Strewn points of the piece against points every 200 m or less of the ground's outline. */
  @Test
  void theFarthestReachAgreesWithGeographicLib() {
    for (long seed = 1; seed <= 6; seed++) {
      var random = new Random(seed);
      Polygon ground = Drawing.star(random, new Coordinate(36, 48), 0.1, 1.5, 9);
      Polygon drawn = Drawing.star(random, new Coordinate(36.2, 48.1), 0.15, 1.5, 9);
      Geometry piece = new Overlay().difference(drawn, ground);
      Coordinate[] outline = Densifier.densify(ground, 0.0015).getCoordinates();
      List<Coordinate> points = new ArrayList<>(List.of(piece.getCoordinates()));
      for (Coordinate at : DrawnPoints.within(piece.getEnvelopeInternal(), 150, random)) {
        if (piece.contains(Drawing.FACTORY.createPoint(at))) {
          points.add(at);
        }
      }
      double farthest = 0;
      double bearing = 0;
      for (Coordinate point : points) {
        Coordinate nearest = outline[0];
        for (Coordinate other : outline) {
          boolean nearer =
              MetreDrawing.way(other, point).s12 < MetreDrawing.way(nearest, point).s12;
          nearest = nearer ? other : nearest;
        }
        var way = MetreDrawing.way(nearest, point);
        if (way.s12 > farthest) {
          farthest = way.s12;
          bearing = way.azi1;
        }
      }
      PieceRuler.Reach reach = fromGround(piece, ground);

      assertThat(reach.metres()).as("seed %d", seed).isCloseTo(farthest, within(60.0));
      assertThat(Math.cos(Math.toRadians(reach.bearingDegrees().orElseThrow() - bearing)))
          .as("seed %d", seed)
          .isCloseTo(1, within(5e-4));
    }
  }
}
