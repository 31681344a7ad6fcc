package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.Tally;

/** Each reason for which something is left out, and what the quarantine says of it. */
class RejectionTest {
  private static final String GOOD = MapText.feature("red", MapText.box(36, 48, 37, 49));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED_GEOMETRY   | {\"type\": \"Circle\"}                | geometry type Circle",
        "MALFORMED_GEOMETRY   | {\"type\": \"Polygon\", \"coordinates\": [36, 48]} | Polygon",
        "NOT_A_NUMBER         | [[36,48],[37,NaN],[37,49],[36,48]]    | ring 0, position 1",
        "NOT_A_NUMBER         | [[36,48],[\"37\",48],[37,49],[36,48]] | ring 0, position 1",
        "NOT_A_NUMBER         | [[36,48],[37,\"48\"],[37,49],[36,48]] | coordinates are strings",
        "RING_TOO_SHORT       | [[36,48],[37,48],[36,48]]             | ring 0 has 3 positions",
        "RING_TOO_SHORT       | []                                    | ring 0 has 0 positions",
        "RING_NOT_CLOSED      | [[36,48],[37,48],[37,49],[36,49]]     | ends at 36.0 49.0",
        "OUT_OF_RANGE         | [[36,48],[37,48],[37,90.5],[36,48]]   | lon=37.0, lat=90.5",
        "OUT_OF_RANGE         | [[36,48],[180.5,48],[37,49],[36,48]]  | lon=180.5, lat=48.0",
        "OUTSIDE_EXTENT       | [[36,48],[37,48],[37,58],[36,48]]     | lon=37.0, lat=58.0",
        "NO_AREA              | [[36,48],[37,49],[38,50],[36,48]]     | Self-intersection",
        "NO_AREA              | [[36,48],[36,48],[36,48],[36,48]]     | Too few",
      })
  void aBadShapeIsRejectedForItsReason(RejectionReason reason, String shape, String detail)
      throws IOException {
    String geometry = shape.startsWith("[") ? MapText.polygon(shape) : shape;
    String feature = MapText.feature("red", geometry);
    NormalisedFile file = MapText.normalised(GOOD, feature);
    assertThat(file.rejections()).hasSize(1);
    Rejection rejection = file.rejections().get(0);
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).contains(detail);
    assertThat(rejection.place().featureIndex()).hasValue(1);
    assertThat(rejection.raw()).isEqualTo(feature);
    assertThat(file.file().features()).isEqualTo(new Tally(2, 1, 0, 1));
    assertThat(file.failed()).isFalse();
  }

  @Test
  void aBadHoleRejectsItsPolygon() throws IOException {
    String shell = MapText.ring(36, 48, 38, 48, 38, 50, 36, 48);
    String hole = MapText.ring(37, 48.5, 37.1, 48.5, 37, 48.5);
    NormalisedFile file = MapText.normalised(MapText.feature("red", MapText.polygon(shell, hole)));
    assertThat(file.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectionReason.RING_TOO_SHORT))
        .satisfies(r -> assertThat(r.detail()).startsWith("ring 1 "));
  }

  @Test
  void swappedAxesInsideTheRangeGetAHint() throws IOException {
    // Latitude 36 to 37, longitude 48 to 49: in range, and beside the extent.
    NormalisedFile file = MapText.normalised(MapText.feature("red", MapText.box(48, 36, 49, 37)));
    Rejection rejection = file.rejections().get(0);
    assertThat(rejection.reason()).isEqualTo(RejectionReason.OUTSIDE_EXTENT);
    assertThat(rejection.detail()).endsWith("are the axes swapped?");
  }

  @Test
  void groundElsewhereGetsNoHint() throws IOException {
    NormalisedFile file = MapText.normalised(MapText.feature("red", MapText.box(2, 3, 4, 5)));
    assertThat(file.rejections().get(0).detail()).doesNotContain("swapped");
  }

  @Test
  void anEdgeAroundTheWorldCrossesTheAntimeridian() throws IOException {
    String worldwide =
        """
        file-date: {file-name: '(\\d{8})'  , format: yyyyMMdd}
        rules: {name: all, holding: RED held}
        """;
    String feature = MapText.feature("red", MapText.box(-170, 60, 175, 65));
    NormalisedFile file = MapText.normalise(worldwide, MapText.PATH, MapText.collection(feature));
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.CROSSES_ANTIMERIDIAN);
  }

  @Test
  void aFeatureWithoutRuleIsRejectedWithItsPropertiesAndArea() throws IOException {
    NormalisedFile file = MapText.normalised(MapText.feature("green", MapText.box(36, 48, 37, 49)));
    Rejection rejection = file.rejections().get(0);
    assertThat(rejection.reason()).isEqualTo(RejectionReason.NO_RULE);
    assertThat(rejection.detail()).contains("type=green");
    long m2 = MapText.normalised(GOOD).maps().get(0).facts().groundM2().values().iterator().next();
    assertThat(rejection.place().drawnM2()).hasValue(m2);
  }

  @Test
  void anUnreadableFileFailsWhole() throws IOException {
    assertFailed(
        MapText.normalise(MapText.PROFILE, MapText.PATH, "{\"type\": "),
        RejectionReason.UNREADABLE_FILE,
        "not readable as JSON");
  }

  @Test
  void anUndatedFileFailsWhole() throws IOException {
    NormalisedFile file =
        MapText.normalise(MapText.PROFILE, "maps/latest.geojson", MapText.collection(GOOD));
    assertFailed(file, RejectionReason.UNDATED_FILE, "yyyyMMdd");
  }

  @Test
  void aFileInAForeignCoordinateSystemFailsWhole() throws IOException {
    String text =
        MapText.collection(GOOD).replaceFirst("\\{", "{\"crs\": {\"name\": \"EPSG:38577\"}, ");
    assertFailed(
        MapText.normalise(MapText.PROFILE, MapText.PATH, text),
        RejectionReason.UNSUPPORTED_CRS,
        "crs='EPSG:38577'");
  }

  private static void assertFailed(NormalisedFile file, RejectionReason reason, String detail) {
    assertThat(file.failed()).isTrue();
    assertThat(file.maps()).isEmpty();
    assertThat(file.file().mapDates()).isEmpty();
    assertThat(file.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(reason))
        .satisfies(r -> assertThat(r.detail()).contains(detail))
        .satisfies(r -> assertThat(r.place()).isEqualTo(Rejection.Place.FILE));
  }
}
