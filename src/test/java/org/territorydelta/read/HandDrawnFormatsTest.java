package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.FileFormat;

class HandDrawnFormatsTest {
  private static final String SQUARE =
      "{\"type\": \"Polygon\", \"coordinates\": [[[37, 47], [38, 47], [38, 48], [37, 47]]]}";

  @Test
  void esrisRingsAreNestedByWhatLiesInWhat() throws IOException {
    RawFile file = read(HandDrawnFormats.ESRI);
    assertThat(file.crs()).hasValue("EPSG:3857");
    RawFeature feature = file.features().get(0);
    assertThat(feature.properties().text("EditDate")).hasValue("1723420800000");
    assertThat(feature.properties().isNull("Name")).isTrue();
    // In the order of the shells: the island, the box with its hole, the box beside.
    assertThat(feature.shapes().stream().map(shape -> shape.rings().size()))
        .containsExactly(1, 2, 1);
    assertThat(feature.shapes().get(1).rings().get(0)).startsWith(0, 0, 0, 1000);
    assertThat(feature.shapes().get(1).rings().get(1)).startsWith(200, 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'features': [], 'geometryType': 'x', 'exceededTransferLimit': true} | exceededTransferLimit",
        "{'error': {'code': 429, 'message': 'Too many requests'}} | 429 Too many requests",
        "{'geometryType': 'x'} | found no member 'features'"
      })
  void anAnswerThatIsNoMapIsRefused(String answer, String reason) {
    assertThatThrownBy(() -> read(answer.replace('\'', '"')))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void liveuamapsRingsHaveLatitudeFirstAndAreClosed() throws IOException {
    List<RawFeature> features = read(HandDrawnFormats.LIVEUAMAP).features();
    assertThat(features).hasSize(2);
    assertThat(features.get(0).properties().text(FeatureProperties.ID)).hasValue("12345");
    assertThat(features.get(0).shapes()).hasSize(2);
    assertThat(features.get(0).shapes().get(0).rings().get(0))
        .containsExactly(37.5, 47.1, 37.6, 47.2, 37.7, 47.15, 37.5, 47.1);
    assertThat(features.get(1).shapes().get(0).rings().get(0))
        .containsExactly(36.5, 49.1, 36.6, 49.2, 36.7, 49.1, 36.5, 49.1);
  }

  @Test
  void topologiesShareArcsThatAreReadBackwards() throws IOException {
    List<RawFeature> features = read(HandDrawnFormats.TOPOJSON).features();
    assertThat(features.get(0).properties().text("id")).hasValue("7");
    assertThat(features.get(0).properties().text(FeatureProperties.LAYER)).hasValue("control");
    assertThat(features.get(0).shapes().get(0).rings().get(0))
        .containsExactly(31, 46, 31, 47, 30, 47, 30, 46, 31, 46);
    assertThat(features.get(1).shapes().get(0).rings().get(0))
        .containsExactly(31, 47, 31, 46, 32, 46, 32, 47, 31, 47);
    assertThat(features.get(2).shapes().get(0).kind()).isEqualTo(RawShape.Kind.NULL);
  }

  @Test
  void kmlNeedsNoNamespace() throws IOException {
    List<RawFeature> features = read(HandDrawnFormats.KML_WITHOUT_NAMESPACE).features();
    assertThat(features.get(0).properties().texts())
        .containsEntry("name", "A")
        .containsEntry("styleUrl", "#ru")
        .containsEntry("since", "2024-08-12")
        .containsEntry(FeatureProperties.LAYER, "Zones/East");
    assertThat(features.get(0).shapes().get(0).kind()).isEqualTo(RawShape.Kind.POINT_OR_LINE);
    assertThat(features.get(0).shapes().get(1).rings().get(0))
        .containsExactly(30, 46, 34, 46, 34, 50, 30, 50, 30, 46);
    assertThat(features.get(0).shapes().get(1).rings().get(1))
        .containsExactly(31, 47, 33, 47, 33, 49, 31, 47);
    assertThat(features.get(1).properties().text(FeatureProperties.LAYER)).hasValue("Zones");
    assertThat(features.get(1).shapes().get(0).kind()).isEqualTo(RawShape.Kind.NULL);
  }

  @Test
  void noEntityIsEverFetched() {
    String evil =
        "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;"
            + "</name></Placemark></kml>";
    assertThatThrownBy(() -> read(evil))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("document type");
  }

  static Stream<Arguments> sequences() {
    String collection = "{'type': 'FeatureCollection', 'features': [%F]}";
    return Stream.of(
        arguments("%F\n%F", 2),
        arguments("\u001e%F\n\u001e%F\n", 2),
        arguments("[%F, %F, %F]", 3),
        arguments("%F", 1),
        arguments("%G", 1),
        arguments(collection + "\n" + collection.replace("%F", "%F, %F"), 3));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void geoJsonValuesFollowEachOther(String text, int features) throws IOException {
    String feature = "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": " + SQUARE + "}";
    String file = text.replace('\'', '"').replace("%F", feature).replace("%G", SQUARE);
    assertThat(read(file).features()).hasSize(features);
    assertThat(read(file).features())
        .allMatch(f -> f.shapes().get(0).kind() == RawShape.Kind.POLYGON);
  }

  @Test
  void whatStandsBesideTheFeaturesOfADayIsTheirs() throws IOException {
    String days =
        "[{\"dateKey\": \"240812\", \"data\": [{\"type\": \"Feature\", \"properties\": {},"
            + " \"geometry\": null}]}, {\"dateKey\": \"240813\", \"data\": []}]";
    RawFile file =
        FeatureReaders.of(FileFormat.BY_CONTENT, List.of("data"))
            .read(new ByteArrayInputStream(days.getBytes(StandardCharsets.UTF_8)));
    assertThat(file.features()).hasSize(1);
    assertThat(file.features().get(0).properties().text("dateKey")).hasValue("240812");
  }

  @Test
  void zipFilesInZipFilesAreLayersOfOneMap() throws IOException {
    byte[] inner = zip("east.geojson", collection("RED"));
    byte[] outer = zip("readme.txt", "no map".getBytes(StandardCharsets.UTF_8), "a/in.zip", inner);
    RawFile file = FormatCorpus.read(outer);
    assertThat(file.features()).hasSize(1);
    assertThat(file.features().get(0).properties().text(FeatureProperties.LAYER)).hasValue("east");
  }

  @Test
  void aZipThatUnpacksToTooMuchIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb.kml"));
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 520; i++) {
        zip.write(nothing);
      }
    }
    assertThatThrownBy(() -> FormatCorpus.read(bytes.toByteArray()))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("512 MiB");
  }

  @ParameterizedTest
  @CsvSource({"hello, world", "1;2;3", "''"})
  void whatIsNoMapIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void aTableMayHoldWkbInHexadecimal() throws IOException {
    String polygon =
        "0103000000010000000400000000000000000000000000000000000000000000000000F03F"
            + "0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000";
    RawFile file = read("side,shape\nRED," + polygon + "\nBLUE,0103\n,\n");
    assertThat(file.features().get(0).shapes().get(0).rings().get(0))
        .containsExactly(0, 0, 1, 0, 1, 1, 0, 0);
    assertThat(file.features().get(1).shapes().get(0).kind()).isEqualTo(RawShape.Kind.MALFORMED);
    assertThat(file.features().get(2).shapes().get(0).kind()).isEqualTo(RawShape.Kind.NULL);
    assertThat(file.features().get(2).properties().isNull("side")).isTrue();
  }

  private static byte[] collection(String side) {
    return ("{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\":"
            + " {\"side\": \""
            + side
            + "\"}, \"geometry\": "
            + SQUARE
            + "}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static RawFile read(String text) throws IOException {
    return FormatCorpus.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
