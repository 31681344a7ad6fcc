package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.read.RawShape.Kind;

class GeoJsonGeometryTest {
  private static final String RING = "[[0, 0], [1, 0], [1, 1], [0, 0]]";
  private static final String OTHER_RING = "[[5, 5], [6, 5], [6, 6], [5, 5]]";
  private static final String POLYGON =
      "{\"type\": \"Polygon\", \"coordinates\": [%s]}".formatted(RING);

  @Test
  void aPolygonHasAShellAndHoles() throws IOException {
    RawShape shape =
        only("{\"type\": \"Polygon\", \"coordinates\": [%s, %s]}".formatted(RING, OTHER_RING));
    assertThat(shape.kind()).isEqualTo(Kind.POLYGON);
    assertThat(shape.rings()).hasSize(2);
    assertThat(shape.rings().get(1)).startsWith(5, 5, 6, 5);
  }

  @Test
  void everyPolygonOfAMultiPolygonIsAShape() throws IOException {
    List<RawShape> shapes =
        shapes(
            "{\"type\": \"MultiPolygon\", \"coordinates\": [[%s], [%s, %s]]}"
                .formatted(RING, OTHER_RING, RING));
    assertThat(shapes).extracting(shape -> shape.rings().size()).containsExactly(1, 2);
  }

  @Test
  void everyMemberOfACollectionIsAShape() throws IOException {
    String point = "{\"type\": \"Point\", \"coordinates\": [1, 2]}";
    String inner = "{\"type\": \"GeometryCollection\", \"geometries\": [%s]}".formatted(POLYGON);
    List<RawShape> shapes =
        shapes(
            "{\"type\": \"GeometryCollection\", \"geometries\": [%s, %s, %s, null]}"
                .formatted(point, POLYGON, inner));
    assertThat(shapes)
        .extracting(RawShape::kind)
        .containsExactly(Kind.POINT_OR_LINE, Kind.POLYGON, Kind.POLYGON, Kind.NULL);
  }

  @Test
  void coordinatesMayComeBeforeTheType() throws IOException {
    RawShape shape =
        only("{\"coordinates\": [%s], \"bbox\": [0, 1], \"type\": \"Polygon\"}".formatted(RING));
    assertThat(shape.rings().get(0)).containsExactly(0, 0, 1, 0, 1, 1, 0, 0);
  }

  @Test
  void heightsAreDropped() throws IOException {
    RawShape shape =
        only(
            "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0, 9], [1, 0, 9, 8], [1, 1], [0, 0, null]]]}");
    assertThat(shape.rings().get(0)).containsExactly(0, 0, 1, 0, 1, 1, 0, 0);
  }

  @Test
  void aLongRingIsReadWhole() throws IOException {
    var ring = new StringBuilder("[0, 0]");
    for (int i = 1; i <= 10_000; i++) {
      ring.append(", [").append(i).append(".5, ").append(-i).append("e-3]");
    }
    double[] read =
        only("{\"type\": \"Polygon\", \"coordinates\": [[%s]]}".formatted(ring)).rings().get(0);
    assertThat(read).hasSize(20_002);
    assertThat(read[20_000]).isEqualTo(10_000.5);
    assertThat(read[20_001]).isEqualTo(-10.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"Point\", \"coordinates\": [37.5, 48.2, 0]}",
        "{\"type\": \"MultiPoint\", \"coordinates\": [[1, 2], [3, 4]]}",
        "{\"type\": \"LineString\", \"coordinates\": [[1, 2], [3, 4]]}",
        "{\"type\": \"MultiLineString\", \"coordinates\": [[[1, 2], [3, 4]]]}"
      })
  void pointsAndLinesAreToldApart(String geometry) throws IOException {
    assertThat(only(geometry).kind()).isEqualTo(Kind.POINT_OR_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"MultiPolygon\", \"coordinates\": []}",
        "{\"type\": \"Polygon\", \"coordinates\": []}",
        "{\"type\": \"GeometryCollection\", \"geometries\": []}"
      })
  void aPolygonalGeometryWithoutPolygonsIsEmpty(String geometry) throws IOException {
    assertThat(only(geometry).kind()).isEqualTo(Kind.EMPTY);
  }

  @Test
  void aFeatureWithoutGeometryIsOneShape() throws IOException {
    assertThat(only("null").kind()).isEqualTo(Kind.NULL);
    String feature = "{\"type\": \"Feature\", \"properties\": {}}";
    RawFile file = GeoJsonReaderTest.read(GeoJsonReaderTest.collection(feature));
    assertThat(file.features().get(0).shapes())
        .extracting(RawShape::kind)
        .containsExactly(Kind.NULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN, 1", "1, NaN", "Infinity, 1", "\"1\", \"2\"", "null, 1", "1, [3]"})
  void aCoordinateThatIsNoNumberIsKeptAsNone(String position) throws IOException {
    double[] ring =
        only("{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [%s], [1, 1], [0, 0]]]}"
                .formatted(position))
            .rings()
            .get(0);
    assertThat(ring).hasSize(8);
    assertThat(Double.isFinite(ring[2]) && Double.isFinite(ring[3])).isFalse();
    assertThat(ring[4]).isEqualTo(1);
  }

  @Test
  void aMissingCoordinateIsNoNumber() throws IOException {
    double[] ring =
        only("{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1], [1, 1], [0, 0]]]}")
            .rings()
            .get(0);
    assertThat(ring[3]).isNaN();
  }

  @Test
  void shortAndOpenRingsAreNotJudgedHere() throws IOException {
    String open = "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1]]]}";
    assertThat(only(open).kind()).isEqualTo(Kind.POLYGON);
    assertThat(only(open).rings().get(0)).hasSize(6);
    String none = "{\"type\": \"Polygon\", \"coordinates\": [[]]}";
    assertThat(only(none).rings().get(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "[]",
        "\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"",
        "{}",
        "{\"type\": null, \"coordinates\": []}",
        "{\"type\": \"Circle\", \"coordinates\": [1, 2], \"radius\": 5}",
        "{\"type\": \"Polygon\"}",
        "{\"type\": \"MultiPolygon\"}",
        "{\"type\": \"Polygon\", \"coordinates\": null}",
        "{\"type\": \"Polygon\", \"coordinates\": \"none\"}",
        "{\"type\": \"Polygon\", \"coordinates\": [1, 2]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[1, 2], [3, 4], [5, 6], [1, 2]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}",
        "{\"type\": \"MultiPolygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [], [0, 0]]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [[1, 0], [1, 1]], [0, 0]]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [{\"x\": 1, \"y\": 2}]}",
        "{\"type\": \"GeometryCollection\", \"geometries\": 3}"
      })
  void coordinatesThatDoNotFitTheTypeAreMalformed(String geometry) throws IOException {
    assertThat(shapes(geometry)).extracting(RawShape::kind).containsOnly(Kind.MALFORMED);
  }

  @Test
  void afterAMalformedFeatureTheNextIsRead() throws IOException {
    String good = feature(POLYGON);
    for (String bad : List.of("7", "[[1], {\"a\": []}]", "\"x\"", "{}", feature("[[{}], 1]"))) {
      RawFile file = GeoJsonReaderTest.read(GeoJsonReaderTest.collection(bad, good));
      assertThat(file.features()).as(bad).hasSize(2);
      assertThat(file.features().get(1).shapes().get(0).kind()).as(bad).isEqualTo(Kind.POLYGON);
    }
  }

  private static String feature(String geometry) {
    return "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": %s}".formatted(geometry);
  }

  private static RawShape only(String geometry) throws IOException {
    List<RawShape> shapes = shapes(geometry);
    assertThat(shapes).hasSize(1);
    return shapes.get(0);
  }

  private static List<RawShape> shapes(String geometry) throws IOException {
    return GeoJsonReaderTest.read(GeoJsonReaderTest.collection(feature(geometry)))
        .features()
        .get(0)
        .shapes();
  }
}
