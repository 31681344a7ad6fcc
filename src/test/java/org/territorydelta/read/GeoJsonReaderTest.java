package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.Defaults;
import org.territorydelta.model.map.FileFormat;

class GeoJsonReaderTest {
  private static final String FEATURE =
      """
      {"type": "Feature", "properties": {"type": "gains", "n": 7, "big": 1723420800000, "on": true,
        "gone": null, "nested": {"date": "no"}, "list": [1]},
       "geometry": {"type": "Polygon", "coordinates": [[[35.5, 48], [36, 48], [36, 49], [35.5, 48]]]}}""";

  private static final String COLLECTION = collection(FEATURE);

  @Test
  void aPlainCollectionIsRead() throws IOException {
    RawFile file = read(COLLECTION);
    assertThat(file.crs()).isEmpty();
    assertThat(file.features()).hasSize(1);
    assertThat(onlyRing(file)).containsExactly(35.5, 48, 36, 48, 36, 49, 35.5, 48);
  }

  @Test
  void propertiesAreTextAndThoseOfMembersHaveTheirPath() throws IOException {
    assertThat(read(COLLECTION).features().get(0).properties().texts())
        .containsOnlyKeys("type", "n", "big", "on", "nested.date")
        .containsEntry("type", "gains")
        .containsEntry("n", "7")
        .containsEntry("big", "1723420800000")
        .containsEntry("on", "true");
  }

  @Test
  void aWrappedCollectionIsFound() throws IOException {
    String wrapped = "{\"status\": {\"type\": \"x\", \"features\": 3}, \"value\": %s, \"n\": [1]}";
    RawFile file = read(wrapped.formatted(COLLECTION), "value");
    assertThat(onlyRing(file)).hasSize(8);
  }

  @Test
  void aCollectionWrappedTwiceIsFound() throws IOException {
    String wrapped = "{\"b\": 1, \"a\": {\"a\": {}, \"b\": %s}}".formatted(COLLECTION);
    assertThat(onlyRing(read(wrapped, "a", "b"))).hasSize(8);
  }

  @Test
  void aGzippedCollectionIsRead() throws IOException {
    assertThat(onlyRing(read(gzip(COLLECTION)))).hasSize(8);
  }

  @Test
  void anEmptyCollectionHasNoFeatures() throws IOException {
    assertThat(read(collection()).features()).isEmpty();
  }

  @Test
  void featuresAreNumberedInTheirOrder() throws IOException {
    assertThat(read(collection(FEATURE, "null", FEATURE)).features())
        .extracting(RawFeature::index)
        .containsExactly(0, 1, 2);
  }

  @Test
  void theHashIsThatOfTheFilesOwnBytes() throws Exception {
    for (byte[] bytes : List.of(bytes(COLLECTION), bytes(COLLECTION + " \n\n"), gzip(COLLECTION))) {
      RawFile file = read(bytes);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
      assertThat(file.bytes()).isEqualTo(bytes.length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"crs\": %s, \"type\": \"FeatureCollection\", \"features\": []}",
        "{\"type\": \"FeatureCollection\", \"features\": [], \"crs\": %s}"
      })
  void theNamedCoordinateSystemIsTold(String file) throws IOException {
    String crs = "{\"type\": \"name\", \"properties\": {\"x\": [\"y\"], \"name\": \"EPSG:3857\"}}";
    assertThat(read(file.formatted(crs)).crs()).contains("EPSG:3857");
    assertThat(read(file.formatted("\"EPSG:3857\"")).crs()).contains("EPSG:3857");
    assertThat(read(file.formatted("{\"type\": \"link\"}")).crs()).contains("unnamed");
    assertThat(read(file.formatted("null")).crs()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFile() throws IOException {
    assertThat(onlyRing(read("\ufeff" + COLLECTION))).hasSize(8);
  }

  @Test
  void defaultLocaleAndZoneDoNotMatter() throws Exception {
    String expected = read(COLLECTION).features().get(0).properties().toString();
    Defaults.vary(
        locale -> {
          RawFile file = read(COLLECTION);
          assertThat(onlyRing(file)).as(locale).containsExactly(35.5, 48, 36, 48, 36, 49, 35.5, 48);
          assertThat(file.features().get(0).properties()).as(locale).hasToString(expected);
        });
  }

  private static double[] onlyRing(RawFile file) {
    assertThat(file.features()).hasSize(1);
    assertThat(file.features().get(0).shapes()).hasSize(1);
    assertThat(file.features().get(0).shapes().get(0).rings()).hasSize(1);
    return file.features().get(0).shapes().get(0).rings().get(0);
  }

  static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [%s]}"
        .formatted(String.join(",\n", features));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes(text));
    }
    return packed.toByteArray();
  }

  static RawFile read(String text, String... unwrap) throws IOException {
    return read(bytes(text), unwrap);
  }

  static RawFile read(byte[] bytes, String... unwrap) throws IOException {
    return FeatureReaders.of(FileFormat.GEOJSON, List.of(unwrap))
        .read(new ByteArrayInputStream(bytes));
  }
}
