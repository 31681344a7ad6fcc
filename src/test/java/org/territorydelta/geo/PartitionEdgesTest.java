package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.geo.Drawing.box;
import static org.territorydelta.geo.Drawing.polygon;
import static org.territorydelta.geo.Drawing.withHoles;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.map.Holding;

class PartitionEdgesTest {
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Holding RED = new Holding("RED", "held");

  private static PartitionEdges edges(Map<Holding, List<Polygon>> ground) {
    return PartitionEdges.of(new TreeMap<>(ground));
  }

  private static long boundaries(PartitionEdges edges) {
    long boundaries = 0;
    for (int i = 0; i < edges.size(); i++) {
      boundaries += edges.isBoundary(i) ? 1 : 0;
    }
    return boundaries;
  }

  private static Holding at(PartitionEdges edges, double lon, double lat) {
    return edges.holdingAt(new Coordinate(lon, lat));
  }

  @Test
  void anEdgeOfTwoPolygonsIsOne() {
    // 4 + 4 edges, one of them shared.
    assertThat(edges(Map.of(BLUE, List.of(box(0, 0, 1, 1)), RED, List.of(box(1, 0, 2, 1)))).size())
        .isEqualTo(7);
  }

  @Test
  void anEdgeInsideOneHoldingIsNoBoundary() {
    var edges = edges(Map.of(BLUE, List.of(box(0, 0, 1, 1), box(1, 0, 2, 1))));

    assertThat(boundaries(edges)).isEqualTo(6);
  }

  @Test
  void edgesOfNoLengthAreSkipped() {
    var edges = edges(Map.of(BLUE, List.of(polygon(0, 0, 1, 0, 1, 0, 1, 1, 0, 0))));

    assertThat(edges.size()).isEqualTo(3);
  }

  @Test
  void theTwoZerosAreOneCoordinate() {
    var edges =
        edges(Map.of(BLUE, List.of(box(0.0, 0.0, 1, 1)), RED, List.of(box(-1, 0.0, -0.0, 1))));

    assertThat(edges.size()).isEqualTo(7);
  }

  @Test
  void aPointIsHeldByTheHoldingItLiesIn() {
    var hole = box(1, 1, 2, 2);
    var edges = edges(Map.of(BLUE, List.of(withHoles(box(0, 0, 4, 4), hole)), RED, List.of(hole)));

    assertThat(at(edges, 0.5, 1.5)).isEqualTo(BLUE);
    assertThat(at(edges, 1.5, 1.5)).isEqualTo(RED);
    assertThat(at(edges, 3, 1)).isEqualTo(BLUE);
    assertThat(at(edges, 5, 1)).isEqualTo(Holding.NONE);
    assertThat(at(edges, -1, 1)).isEqualTo(Holding.NONE);
    assertThat(at(edges, 1, 9)).isEqualTo(Holding.NONE);
  }

  @Test
  void aPointBesideATJunctionIsHeldByWhomItShould() {
    // Red draws the border at longitude 1 whole, blue in two parts.
    var edges =
        edges(
            Map.of(BLUE, List.of(box(0, 0, 1, 1), box(0, 1, 1, 2)), RED, List.of(box(1, 0, 2, 2))));

    assertThat(at(edges, 0.5, 0.5)).isEqualTo(BLUE);
    assertThat(at(edges, 0.5, 1.5)).isEqualTo(BLUE);
    assertThat(at(edges, 1.5, 1)).isEqualTo(RED);
  }

  @Test
  void nothingIsHeldWhereNothingIsDrawn() {
    assertThat(at(edges(Map.of()), 1, 1)).isEqualTo(Holding.NONE);
  }

  @Test
  void locationAgreesWithThatOfThePolygonsThemselves() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      Polygon blue = Drawing.star(random, new Coordinate(30, 48), 1, 1.5, 200);
      Polygon red = Drawing.star(random, new Coordinate(34, 48), 1, 1.5, 50);
      SortedMap<Holding, List<Polygon>> ground =
          new TreeMap<>(Map.of(BLUE, List.of(blue), RED, List.of(red)));
      var edges = PartitionEdges.of(ground);
      var inBlue = new PreparedArea(blue);
      var inRed = new PreparedArea(red);
      for (int i = 0; i < 500; i++) {
        var point = new Coordinate(28 + 8 * random.nextDouble(), 47 + 2 * random.nextDouble());
        Holding expected = inBlue.covers(point) ? BLUE : inRed.covers(point) ? RED : Holding.NONE;

        assertThat(edges.holdingAt(point)).as("seed %d, %s", seed, point).isEqualTo(expected);
      }
    }
  }
}
