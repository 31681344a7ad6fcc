package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class WkbTest {
  private static final Polygon FRAME =
      Drawing.withHoles(Drawing.box(0.1, 0.2, 3.3, 3.4), Drawing.box(1, 1, 2, 2));

  @Test
  void geometriesComeBackToTheLastDigit() {
    Geometry pair =
        Drawing.FACTORY.createMultiPolygon(new Polygon[] {FRAME, Drawing.box(5, 5, 6, 6)});
    assertThat(Wkb.fromBytes(Wkb.toBytes(FRAME)).equalsExact(FRAME)).isTrue();
    assertThat(Wkb.fromBytes(Wkb.toBytes(pair)).equalsExact(pair)).isTrue();
  }

  @Test
  void anEmptyMultiPolygonComesBackEmpty() {
    assertThat(Wkb.fromBytes(Wkb.toBytes(Drawing.FACTORY.createMultiPolygon())).isEmpty()).isTrue();
  }

  @Test
  void heightsAreDropped() {
    Geometry point = Drawing.FACTORY.createPoint(new Coordinate(1, 2, 3));
    // Byte order, type and two doubles.
    assertThat(Wkb.toBytes(point)).hasSize(1 + 4 + 8 + 8);
    assertThat(Wkb.fromBytes(Wkb.toBytes(point)).getCoordinate().getZ()).isNaN();
  }

  @Test
  void bytesThatAreNoGeometryAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wkb.fromBytes(new byte[] {1, 99, 0, 0, 0}))
        .withMessageContaining("bytes=5");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = Wkb.toBytes(FRAME);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException()
          .as("first %d of %d bytes", length, whole.length)
          .isThrownBy(() -> Wkb.fromBytes(cut));
    }
  }
}
