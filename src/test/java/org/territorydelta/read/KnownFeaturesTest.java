package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file that has much in common with the one before says the same as when it is read alone. */
class KnownFeaturesTest {
  private static final int FILES = 40;
  private static final Set<String> MEMBERS = Set.of("day", "meta.day");

  private static final List<String> ODD_FEATURES =
      List.of(
          "7",
          "null",
          "[[1], {}]",
          "{}",
          "{\"type\": \"Feature\"}",
          "{\"geometry\": null, \"properties\": null}",
          "{\"properties\": {\"a\": {\"b\": [1, {\"c\": 2}], \"d\": 5}, \"a.d\": 6}}",
          "{\"id\": 12, \"id\": \"x\", \"properties\": {\"id\": 3, \"n\": 1}, \"properties\": {\"m\": 2}}",
          "{\"id\": -0.50, \"g\\u0065ometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}",
          "{\"id\": \"\\u041e\\\"\", \"properties\": {\"name\": \"\\u041e\\n \uD83D\uDE00 \u00a0\"}}",
          "{\"bbox\": [1, 2, 3, 4], \"geometry\": {\"type\": \"Point\", \"coordinates\": []}}",
          geometry("Polygon", "[[[0, 0], [1, 0], [1, 1], [0, 0]]], \"coordinates\": [[[5, 5]]]"),
          geometry("Polygon", "[[[0, 0], [NaN, 1e400], [\"1\", null], [-1e-400]]]"),
          geometry("Polygon", "[[], [[1, 2]]]"),
          geometry("Polygon", "[[[1, 2], [[3]]], [1, 2]]"),
          geometry("Polygon", "[1, 2]"),
          geometry("MultiPolygon", "[[[[1, 2, 3]], [[4.5, 6]]], [[[7]]]]"),
          geometry("MultiPolygon", "[[[1, 2]]]"),
          geometry("LineString", "[[1, 2], [3, 4]]"),
          geometry("Circle", "[1, 2]"),
          "{\"geometry\": {\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\","
              + " \"coordinates\": [1, 2]}, {\"type\": \"GeometryCollection\", \"geometries\":"
              + " [{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}]},"
              + " {\"type\": \"MultiPolygon\", \"coordinates\": []}]}}");

  private static String geometry(String type, String coordinates) {
    return "{\"type\": \"Feature\", \"geometry\": {\"type\": \"%s\", \"coordinates\": %s}}"
        .formatted(type, coordinates);
  }

  @Test
  void aFileReadAfterOthersSaysWhatItSaysAlone() throws IOException {
    for (long seed = 1; seed <= 12; seed++) {
      var random = new Random(seed);
      var reader = new GeoJsonReader(List.of("value"), MEMBERS);
      List<String> features = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        change(features, random);
        byte[] bytes = document(features, random);
        String scene = "seed %d, file %d".formatted(seed, i);
        assertThat(read(reader, bytes)).as(scene).isEqualTo(streamed(bytes));
      }
    }
  }

  @Test
  void aDamagedFileSaysWhatItSaysAlone() throws IOException {
    for (long seed = 1; seed <= 12; seed++) {
      var random = new Random(seed);
      var reader = new GeoJsonReader(List.of("value"), MEMBERS);
      List<String> features = new ArrayList<>();
      change(features, random);
      byte[] whole = document(features, random);
      for (int i = 0; i < FILES; i++) {
        byte[] damaged = whole.clone();
        for (int damage = random.nextInt(3); damage >= 0; damage--) {
          byte[] signs = {'{', '}', '[', ']', ',', '"', '0', '-', '.', 'e', 0, ' ', '\\', -1};
          damaged[random.nextInt(damaged.length)] = signs[random.nextInt(signs.length)];
        }
        String scene = "seed %d, damage %d".formatted(seed, i);
        assertThat(read(reader, damaged)).as(scene).isEqualTo(streamed(damaged));
        assertThat(read(reader, whole)).as(scene + ", whole").isEqualTo(streamed(whole));
      }
    }
  }

  @Test
  void whatAFileHasInCommonWithTheOneBeforeIsTheSameObject() throws IOException {
    String kept = geometry("Polygon", "[[[0, 0], [1, 0], [1, 1], [0, 0]]]");
    String gone = geometry("Polygon", "[[[5, 0], [6, 0], [6, 1], [5, 0]]]");
    String two =
        geometry("MultiPolygon", "[[[[0, 0], [9, 0], [9, 9], [0, 0]]], [[[2, 2], [3, 3]]]]");
    String redrawn =
        geometry("MultiPolygon", "[[[[0, 0], [8, 0], [9, 9], [0, 0]]], [[[2, 2], [3, 3]]]]");
    var reader = new GeoJsonReader(List.of(), Set.of());
    List<RawFeature> first = features(reader, gone, kept, two);
    List<RawFeature> second = features(reader, redrawn, kept, kept);

    assertThat(second.get(1).shapes()).isSameAs(first.get(1).shapes());
    assertThat(second.get(1).properties()).isSameAs(first.get(1).properties());
    assertThat(second.get(2).shapes()).isSameAs(first.get(1).shapes());
    assertThat(second).extracting(RawFeature::index).containsExactly(0, 1, 2);
    assertThat(second.get(0).shapes().get(0)).isNotSameAs(first.get(2).shapes().get(0));
    assertThat(second.get(0).shapes().get(1)).isSameAs(first.get(2).shapes().get(1));
    assertThat(features(reader, gone).get(0).shapes()).isNotSameAs(first.get(0).shapes());
  }

  private static List<RawFeature> features(GeoJsonReader reader, String... features)
      throws IOException {
    String text = GeoJsonReaderTest.collection(features);
    return reader.read(new ByteArrayInputStream(GeoJsonReaderTest.bytes(text))).features();
  }

  /** Drops, inserts, moves and redraws a few features; most stay as they are. */
  private static void change(List<String> features, Random random) {
    for (int i = random.nextInt(12); i >= 0; i--) {
      features.add(random.nextInt(features.size() + 1), usual(random));
    }
    while (features.size() > 20) {
      features.remove(random.nextInt(features.size()));
    }
    features.removeIf(ODD_FEATURES::contains);
    if (random.nextInt(4) > 0) {
      features.add(
          random.nextInt(features.size() + 1),
          ODD_FEATURES.get(random.nextInt(ODD_FEATURES.size())));
    }
    if (random.nextInt(3) == 0) {
      features.add(0, features.remove(features.size() - 1));
    }
  }

  private static String usual(Random random) {
    String name =
        random.nextBoolean() ? "\u041e\u043a\u0443\u043f\u043e /// \u00a0held" : "a\\u0041";
    String properties =
        "\"properties\": {\"name\": \"" + name + random.nextInt(9) + "\", \"n\": null}";
    boolean multi = random.nextBoolean();
    var polygons = new ArrayList<String>();
    for (int i = multi ? random.nextInt(4) : 0; i >= 0; i--) {
      polygons.add("[" + ring(random) + (random.nextBoolean() ? "" : " ,\n" + ring(random)) + "]");
    }
    String coordinates = "\"coordinates\":" + (multi ? polygons : polygons.get(0));
    String type = "\"type\" : \"" + (multi ? "MultiPolygon" : "Polygon") + "\"";
    String geometry =
        "\"geometry\": {"
            + (random.nextBoolean() ? type + "," + coordinates : coordinates + ", " + type)
            + "}";
    String id = random.nextInt(3) == 0 ? "\"id\": " + random.nextInt(20) + ", " : "";
    return "{"
        + id
        + (random.nextBoolean()
            ? properties + "," + geometry + ", \"type\": \"Feature\""
            : "\"type\": \"Feature\", " + geometry + ",\r\n" + properties)
        + "}";
  }

  private static String ring(Random random) {
    var ring = new StringBuilder("[");
    for (int i = random.nextInt(40); i >= 0; i--) {
      ring.append(ring.length() == 1 ? "" : ",").append("[").append(random.nextInt(9) - 4);
      ring.append(random.nextBoolean() ? ".0625e-1, " : ", ").append(random.nextDouble());
      ring.append(random.nextBoolean() ? ", 0]" : "]");
    }
    return ring.append("]").toString();
  }

  private static byte[] document(List<String> features, Random random) throws IOException {
    String collection = GeoJsonReaderTest.collection(features.toArray(String[]::new));
    String inner =
        random.nextInt(9) == 0 ? "{\"features\": [], " + collection.substring(1) : collection;
    String twice = random.nextInt(9) == 0 ? ", \"value\": " + collection : "";
    String text =
        "{\"day\": \"1\", \"meta\": {\"day\": %d}, \"value\": %s%s, \"more\": [{\"features\": [1]}]}"
            .formatted(random.nextInt(3), inner, twice);
    if (random.nextInt(4) == 0) {
      text = text.replace("\n", "\r\n");
    }
    if (random.nextInt(9) == 0) {
      text = "\ufeff" + text;
    }
    return random.nextInt(3) == 0 ? GeoJsonReaderTest.gzip(text) : GeoJsonReaderTest.bytes(text);
  }

  private static List<Object> read(GeoJsonReader reader, byte[] bytes) throws IOException {
    try {
      return said(reader.read(new ByteArrayInputStream(bytes)));
    } catch (UnreadableFileException e) {
      return List.of(e.getMessage());
    }
  }

  private static List<Object> streamed(byte[] bytes) throws IOException {
    try {
      return said(
          new GeoJsonReader(List.of("value"), MEMBERS).streamed(new ByteArrayInputStream(bytes)));
    } catch (UnreadableFileException e) {
      return List.of(e.getMessage());
    }
  }

  /** All that a file says, in a form that can be compared. */
  private static List<Object> said(RawFile file) {
    List<Object> said =
        new ArrayList<>(
            List.of(Optional.of(file.crs()), file.members(), file.sha256(), file.bytes()));
    for (RawFeature feature : file.features()) {
      said.add(List.of(feature.index(), feature.raw(), feature.properties()));
      for (RawShape shape : feature.shapes()) {
        List<List<Double>> rings =
            shape.rings().stream().map(ring -> Arrays.stream(ring).boxed().toList()).toList();
        said.add(List.of(shape.kind(), shape.detail(), rings));
      }
    }
    return said;
  }
}
