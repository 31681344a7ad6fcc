package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.FileFormat;

/** What other programs write is read as what they were given, to the last digit they keep. */
class FormatCorpusTest {
  /** West, south, east, north of each ring, shell first, by side; see the script of the corpus. */
  private static final Map<String, List<String>> SCENE =
      Map.of(
          "RED",
          List.of(
              "30.0 46.0 34.0 50.0 | 31.0 47.0 33.0 49.0",
              "31.5 47.5 32.5 48.5 | 31.75 47.75 32.25 48.25"),
          "BLUE",
          List.of("31.875 47.875 32.125 48.125"),
          "GREEN",
          List.of("35.125 46.25 36.75 47.875", "36.875 48.125 38.123 49.125"));

  private static final Map<String, String> PLACES =
      Map.of("RED", "Півострів", "BLUE", "Żółw", "GREEN", "Straße");

  static Stream<String> files() {
    return FormatCorpus.FILES.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theSceneComesBack(String file) throws IOException {
    RawFile read = FormatCorpus.read(FormatCorpus.bytes(file));
    CoordinateSystem crs = CoordinateSystem.named(read.crs().orElse("CRS84")).orElseThrow();
    Map<String, List<String>> drawn = new TreeMap<>();
    for (RawFeature feature : read.features()) {
      FeatureProperties properties = feature.properties();
      String side = properties.text("side").orElseThrow();
      assertThat(properties.text("place")).hasValue(PLACES.get(side));
      assertThat(properties.text("number")).isPresent();
      drawn.put(side, feature.shapes().stream().map(shape -> boxes(shape, crs)).sorted().toList());
    }
    if (file.startsWith("cyrillic")) {
      // Windows-1251 has no letters for the other two.
      assertThat(drawn).isEqualTo(Map.of("RED", SCENE.get("RED")));
    } else {
      assertThat(drawn).isEqualTo(SCENE);
    }
  }

  /** Corners of the rings, which are boxes; a projection keeps a digit less. */
  private static String boxes(RawShape shape, CoordinateSystem crs) {
    assertThat(shape.kind()).isEqualTo(RawShape.Kind.POLYGON);
    double kept = crs.isLonLat() ? 1e9 : 1e8;
    List<String> boxes = new ArrayList<>();
    for (double[] ring : shape.rings()) {
      double[] lonLat = crs.toLonLat(ring);
      assertThat(lonLat).hasSize(10);
      assertThat(Arrays.copyOfRange(lonLat, 8, 10)).isEqualTo(Arrays.copyOf(lonLat, 2));
      double[] lons = {lonLat[0], lonLat[2], lonLat[4], lonLat[6]};
      double[] lats = {lonLat[1], lonLat[3], lonLat[5], lonLat[7]};
      boxes.add(
          Stream.of(
                  Arrays.stream(lons).min(),
                  Arrays.stream(lats).min(),
                  Arrays.stream(lons).max(),
                  Arrays.stream(lats).max())
              .map(value -> String.valueOf(Math.rint(value.getAsDouble() * kept) / kept))
              .collect(Collectors.joining(" ")));
    }
    return boxes.stream().collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHashIsThatOfTheFileAsItLies(String file) throws IOException {
    byte[] bytes = FormatCorpus.bytes(file);
    RawFile read = FormatCorpus.read(bytes);
    assertThat(read.bytes()).isEqualTo(bytes.length);
    assertThat(read.sha256()).isEqualTo(Sha256.of(new ByteArrayInputStream(bytes)));
  }

  @Test
  void aFormatThatIsNamedIsReadWithoutLooking() throws IOException {
    for (Map.Entry<String, FileFormat> named :
        Map.of(
                "scene.kmz", FileFormat.KML,
                "scene.shp.zip", FileFormat.SHAPEFILE,
                "tab.csv", FileFormat.WKT_TABLE,
                "scene.gpkg.gz", FileFormat.GEOPACKAGE)
            .entrySet()) {
      byte[] bytes = FormatCorpus.bytes(named.getKey());
      RawFile read =
          FeatureReaders.of(named.getValue(), List.of()).read(new ByteArrayInputStream(bytes));
      assertThat(read.features()).hasSize(3);
    }
  }

  @Test
  void featuresAreNumberedInOrder() throws IOException {
    for (String file : FormatCorpus.FILES) {
      List<RawFeature> features = FormatCorpus.read(FormatCorpus.bytes(file)).features();
      assertThat(features).isSortedAccordingTo(Comparator.comparingInt(RawFeature::index));
      assertThat(features.get(features.size() - 1).index()).isEqualTo(features.size() - 1);
    }
  }
}
