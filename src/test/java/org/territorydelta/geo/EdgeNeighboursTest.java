package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.geo.Drawing.box;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class EdgeNeighboursTest {
  private static final Polygon A = box(0, 0, 1, 1);
  private static final Polygon EAST_OF_A = box(1, 0, 2, 1);
  private static final Polygon NORTH_EAST_OF_A = box(1, 1, 2, 2);
  private static final Polygon FAR = box(8, 8, 9, 9);

  @Test
  void facesThatShareAnEdgeBelongTogether() {
    assertThat(EdgeNeighbours.groups(List.of(A, FAR, EAST_OF_A)))
        .isEqualTo(List.of(List.of(A, EAST_OF_A), List.of(FAR)));
  }

  @Test
  void aCornerIsNotEnough() {
    assertThat(EdgeNeighbours.groups(List.of(A, NORTH_EAST_OF_A))).hasSize(2);
  }

  @Test
  void oneFaceMayBringTwoGroupsTogether() {
    // The corner's two neighbours come first, what lies between them last.
    assertThat(EdgeNeighbours.groups(List.of(A, NORTH_EAST_OF_A, EAST_OF_A)))
        .isEqualTo(List.of(List.of(A, NORTH_EAST_OF_A, EAST_OF_A)));
  }

  @Test
  void aFaceInTheHoleOfAnotherSharesItsRim() {
    Polygon inner = box(0.25, 0.25, 0.75, 0.75);

    assertThat(EdgeNeighbours.groups(List.of(Drawing.withHoles(A, inner), inner))).hasSize(1);
  }

  @Test
  void aGroupUnitedIsOnePolygonWithoutInnerEdges() {
    Geometry united = EdgeNeighbours.united(List.of(A, EAST_OF_A, NORTH_EAST_OF_A));

    assertThat((Object) united).isInstanceOf(Polygon.class);
    assertThat(united.getArea()).isEqualTo(3);
    assertThat(united.getLength()).isEqualTo(8);
  }
}
