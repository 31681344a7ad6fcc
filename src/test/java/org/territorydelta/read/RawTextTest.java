package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the quarantine shows of a feature: its own bytes, the first 2048 at most. */
class RawTextTest {
  private static final int SHOWN_BYTES = 2048;

  @Test
  void aShortFeatureIsShownWhole() throws IOException {
    String feature = feature("Окуповано /// Occupied\u00a0///", 3);
    RawFile file =
        GeoJsonReaderTest.read(GeoJsonReaderTest.collection(feature, "7", "null", feature));
    assertThat(file.features())
        .extracting(RawFeature::raw)
        .containsExactly(feature, "7", "null", feature);
  }

  @Test
  void aLongFeatureIsShownByItsFirstBytes() throws IOException {
    String feature = feature("a", 2000);
    RawFile file = GeoJsonReaderTest.read(GeoJsonReaderTest.collection(feature, "null"));
    assertThat(file.features().get(0).raw()).isEqualTo(feature.substring(0, SHOWN_BYTES));
    assertThat(file.features().get(1).raw()).isEqualTo("null");
  }

  /** Features of all sizes start before, at and after every buffer's end somewhere in the file. */
  @Test
  void everyFeatureOfABigFileIsShownFromItsFirstByte() throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      List<String> features = features(new Random(seed));
      String text = GeoJsonReaderTest.collection(features.toArray(String[]::new));
      assertShown(seed, features, GeoJsonReaderTest.read(text));
      assertShown(seed, features, GeoJsonReaderTest.read(GeoJsonReaderTest.gzip(text)));
    }
  }

  @Test
  void aWrapperAndAByteOrderMarkBeforeThemDoNotMatter() throws IOException {
    List<String> features = features(new Random(9));
    String text = GeoJsonReaderTest.collection(features.toArray(String[]::new));
    assertShown(9, features, GeoJsonReaderTest.read("\ufeff" + text));
    String wrapped = "{\"name\": \"%s\", \"value\": %s}".formatted("я".repeat(20_000), text);
    assertShown(9, features, GeoJsonReaderTest.read(wrapped, "value"));
  }

  private static void assertShown(long seed, List<String> features, RawFile file) {
    assertThat(file.features()).hasSameSizeAs(features);
    for (int i = 0; i < features.size(); i++) {
      byte[] bytes = features.get(i).getBytes(StandardCharsets.UTF_8);
      String expected =
          new String(bytes, 0, Math.min(bytes.length, SHOWN_BYTES), StandardCharsets.UTF_8);
      assertThat(file.features().get(i).raw())
          .as("seed %d, feature %d of %d bytes", seed, i, bytes.length)
          .isEqualTo(expected);
    }
  }

  private static List<String> features(Random random) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "я€😀z".repeat(random.nextInt(4) == 0 ? random.nextInt(900) : 2);
      features.add(feature(name + i, random.nextInt(10) == 0 ? 3000 : random.nextInt(80)));
    }
    return features;
  }

  private static String feature(String name, int positions) {
    var ring = new StringBuilder("[0.5, 0.25]");
    for (int i = 0; i < positions; i++) {
      ring.append(", [").append(i % 90).append(".125, ").append(i % 60).append("]");
    }
    return "{\"type\": \"Feature\", \"properties\": {\"name\": \"%s\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[%s]]}}"
        .formatted(name, ring);
  }
}
