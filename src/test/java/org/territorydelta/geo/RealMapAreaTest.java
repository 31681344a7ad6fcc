package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.SharedData;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawShape;

class RealMapAreaTest {
  /**
   * 109 361.4071 km² is the area by GeographicLib with edges cut along straight lines in
   * longitude/latitude; with geodesic edges the same ring would have 109 360.87.
   */
  @Test
  void aWholeCountrysOccupiedGroundIsExact() throws IOException {
    Path file = SharedData.path("deepstate/deepstatemap_data_20240708.geojson");
    long sumM2 = 0;
    try (InputStream in = Files.newInputStream(file)) {
      var raw = FeatureReaders.of(FileFormat.GEOJSON, List.of()).read(in);
      for (RawShape shape : raw.features().get(0).shapes()) {
        sumM2 += EllipsoidalArea.m2(polygon(shape));
      }
    }
    assertThat(SquareKm.fromM2(sumM2)).isCloseTo(109_361.4071, within(0.0005));
  }

  private static Polygon polygon(RawShape shape) {
    LinearRing[] rings = shape.rings().stream().map(Drawing::ring).toArray(LinearRing[]::new);
    LinearRing[] holes = Arrays.copyOfRange(rings, 1, rings.length);
    return Drawing.FACTORY.createPolygon(rings[0], holes);
  }
}
