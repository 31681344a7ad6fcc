package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class GeneraliserTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int BENDS = 2_000;

  @Test
  void regionsShareTheirBordersAfterwardsAsBefore() {
    List<Geometry> drawn = Generaliser.borders(twoRegions(11), 100_000);

    assertThat(vertices(drawn)).isLessThan(BENDS);
    assertThat(drawn).allMatch(Geometry::isValid);
    assertThat(drawn.get(0).intersection(drawn.get(1)).getArea()).isZero();
    // Two boxes of one by one degree: no gap between them.
    assertThat(drawn.get(0).union(drawn.get(1)).getArea()).isBetween(1.9999, 2.0001);
  }

  @Test
  void noMoreVerticesAreLeftThanAskedFor() {
    assertThat(vertices(Generaliser.borders(twoRegions(12), 60))).isLessThanOrEqualTo(60);
    assertThat(vertices(Generaliser.shapes(twoRegions(12), 60))).isLessThanOrEqualTo(60);
  }

  @Test
  void shellsRunClockwise() {
    for (Geometry shape : Generaliser.shapes(twoRegions(13), 500)) {
      assertThat(Orientation.isCCW(((Polygon) shape).getExteriorRing().getCoordinates())).isFalse();
    }
  }

  @Test
  void whatIsTooSmallToBeSeenIsStillThere() {
    Geometry speck = FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(0, 1e-5, 0, 1e-5));

    assertThat(Generaliser.shapes(List.of(speck), 100).get(0).isEmpty()).isFalse();
  }

  @Test
  void nothingStaysNothing() {
    assertThat(Generaliser.borders(List.of(), 100)).isEmpty();
    assertThat(Generaliser.shapes(List.of(), 100)).isEmpty();
  }

  /** Two boxes of one degree side by side; the border between them wavers by a thousandth. */
  private static List<Geometry> twoRegions(long seed) {
    var random = new Random(seed);
    List<Coordinate> border = new ArrayList<>();
    for (int i = 0; i <= BENDS; i++) {
      border.add(new Coordinate(31 + (random.nextDouble() - 0.5) / 1000, 49 + i / (double) BENDS));
    }
    List<Coordinate> west = new ArrayList<>(border);
    west.add(new Coordinate(30, 50));
    west.add(new Coordinate(30, 49));
    west.add(border.get(0));
    List<Coordinate> east = new ArrayList<>(border);
    east.add(new Coordinate(32, 50));
    east.add(new Coordinate(32, 49));
    east.add(border.get(0));
    return List.of(polygon(west), polygon(east));
  }

  private static Geometry polygon(List<Coordinate> ring) {
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static int vertices(List<Geometry> shapes) {
    return shapes.stream().mapToInt(Geometry::getNumPoints).sum();
  }
}
