package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class EdgeFacesTest {
  @Test
  void twoBoxesThatOverlapHaveThreeFaces() {
    // Boxes of 4 with 1 in common.
    List<Coordinate[]> lines =
        List.of(Drawing.box(0, 0, 2, 2).getCoordinates(), Drawing.box(1, 1, 3, 3).getCoordinates());

    assertThat(areas(EdgeFaces.of(lines))).containsExactly(1.0, 3.0, 3.0);
    assertThat(areas(EdgeFaces.onGrid(lines))).containsExactly(1.0, 3.0, 3.0);
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothNodingsGiveTheSameFacesWhereLinesCrossPlainly(int seed) {
    var random = new Random(seed);
    List<Coordinate[]> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      var centre = new Coordinate(36 + random.nextDouble(), 48 + random.nextDouble());
      lines.add(Drawing.star(random, centre, 0.5, 1.5, 12).getExteriorRing().getCoordinates());
    }

    List<Double> snapped = areas(EdgeFaces.of(lines));
    List<Double> onGrid = areas(EdgeFaces.onGrid(lines));

    assertThat(onGrid).as("seed " + seed).hasSameSizeAs(snapped);
    for (int i = 0; i < snapped.size(); i++) {
      assertThat(onGrid.get(i)).as("seed " + seed).isEqualTo(snapped.get(i), Offset.offset(1e-9));
    }
  }

  private static List<Double> areas(List<Polygon> faces) {
    return faces.stream().map(Polygon::getArea).sorted().toList();
  }
}
