package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

/** What a file has in common with the one before is judged once, and as it is when read alone. */
class KnownFeaturesJudgedTest {
  private static final int FILES = 25;

  private static final String DATED_RULES =
      """
      file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}
      map-date: {property: day}
      extent: {west: 20, south: 43, east: 45, north: 57}
      firm-to-soft: [RED held, BLUE held, RED claimed]
      rules:
        - {name: home, when: {type: red}, country: RU, holding: RED claimed}
        - {name: early, when: {type: red}, last-map-date: 2024-08-05, ignore: not yet}
        - {name: far, when: {type: blue, outside-extent: true}, ignore: far off}
        - {name: red, when: {type: [red, mixed]}, holding: RED held}
        - {name: blue, when: {type: blue}, holding: BLUE held}
        - {name: claim, when: {type: {pattern: '^claim'}}, holding: RED claimed}
        - {name: old, when: {type: old}, ignore: no longer true}
      """;

  private static final List<String> TYPES =
      List.of("red", "blue", "mixed", "claim 7", "old", "new");

  @Test
  void aFileNormalisedAfterOthersIsWhatItIsAlone() throws IOException {
    for (String profile :
        List.of(DATED_RULES, DATED_RULES.replace("map-date: {property: day}\n", ""))) {
      for (long seed = 1; seed <= 4; seed++) {
        var random = new Random(seed);
        SnapshotNormaliser normaliser = MapText.normaliser(profile);
        List<String> features = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
          change(features, random);
          String text = document(features, random);
          String path = String.format(Locale.ROOT, "maps/map_202408%02d.geojson", 1 + i % 9);
          NormalisedFile after = MapText.normalise(normaliser, path, text);
          NormalisedFile alone = MapText.normalise(MapText.normaliser(profile), path, text);
          String scene = "seed %d, file %d".formatted(seed, i);
          assertThat(after.file()).as(scene).isEqualTo(alone.file());
          assertThat(after.rejections()).as(scene).isEqualTo(alone.rejections());
          assertThat(after.maps()).as(scene).isEqualTo(alone.maps());
        }
      }
    }
  }

  @Test
  void groundThatStaysIsTheSameObject() throws IOException {
    SnapshotNormaliser normaliser = MapText.normaliser(MapText.PROFILE);
    String blue = MapText.feature("blue", MapText.box(36, 48, 38, 49));
    String red = MapText.feature("red", MapText.box(37, 48, 39, 49));
    String other = MapText.feature("claim", MapText.box(40, 48, 41, 49));
    String moved = MapText.feature("claim", MapText.box(40, 48, 42, 49));
    List<Polygon> first = ground(normaliser, "01", blue, red, other);
    List<Polygon> second = ground(normaliser, "02", moved, blue, red);
    // Blue less what red covers, the claim that was redrawn, red.
    assertThat(first).hasSize(3);
    assertThat((Object) second.get(0)).isSameAs(first.get(0));
    assertThat((Object) second.get(1)).isNotSameAs(first.get(1));
    assertThat((Object) second.get(2)).isSameAs(first.get(2));
  }

  private static List<Polygon> ground(SnapshotNormaliser normaliser, String day, String... features)
      throws IOException {
    NormalisedFile file =
        MapText.normalise(
            normaliser, "maps/map_202408" + day + ".geojson", MapText.collection(features));
    return file.maps().get(0).snapshot().ground().values().stream().flatMap(List::stream).toList();
  }

  /** Most features stay from file to file. */
  private static void change(List<String> features, Random random) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      features.add(random.nextInt(features.size() + 1), feature(random));
    }
    while (features.size() > 12) {
      features.remove(random.nextInt(features.size()));
    }
    if (random.nextInt(4) == 0) {
      // The same geometry under another name.
      int at = random.nextInt(features.size());
      features.set(
          at,
          features
              .get(at)
              .replaceFirst(
                  "\"type\": \"[a-z 7]+\", \"day",
                  "\"type\": \"" + TYPES.get(random.nextInt(TYPES.size())) + "\", \"day"));
    }
  }

  private static String feature(Random random) {
    String day = random.nextInt(9) == 0 ? "?" : "2024-08-0" + (4 + random.nextInt(3));
    String properties =
        "\"type\": \"" + TYPES.get(random.nextInt(TYPES.size())) + "\", \"day\": \"" + day + "\"";
    List<String> polygons = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      polygons.add(polygon(random));
    }
    String geometry =
        switch (random.nextInt(8)) {
          case 0 -> "null";
          case 1 -> "{\"type\": \"Point\", \"coordinates\": [36, 48]}";
          case 2 -> "{\"type\": \"GeometryCollection\", \"geometries\": " + polygons + "}";
          case 3 -> "{\"type\": \"Polygon\", \"coordinates\": [[[36, \"48\"], [1, 2], [3, 4]]]}";
          default -> MapText.multiPolygon(polygons.toArray(String[]::new));
        };
    return MapText.featureWith(properties, geometry);
  }

  /** Boxes that overlap and touch each other, some on Russian ground, some beyond, bow ties. */
  private static String polygon(Random random) {
    double west = 34 + random.nextInt(9);
    double south = 46 + random.nextInt(9);
    double east = west + 1 + random.nextInt(4);
    double north = south + 1 + random.nextInt(2);
    return random.nextInt(5) == 0
        ? MapText.polygon(
            MapText.ring(west, south, east, north, east, south, west, north, west, south))
        : MapText.box(west, south, east, north);
  }

  private static String document(List<String> features, Random random) {
    String text = MapText.collection(features.toArray(String[]::new));
    String crs = random.nextInt(4) == 0 ? "\"crs\": \"EPSG:3857\", " : "";
    return "{" + crs + text.substring(1);
  }
}
