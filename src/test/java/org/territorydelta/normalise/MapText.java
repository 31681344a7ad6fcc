package org.territorydelta.normalise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;

/** Map files and profiles written out by hand, and what the normaliser makes of them. */
final class MapText {
  /** A made-up publisher: the file's name has the day, the property {@code type} the holder. */
  static final String PROFILE =
      """
      file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}
      extent: {west: 20, south: 43, east: 45, north: 57}
      firm-to-soft: [RED held, BLUE held, RED claimed]
      rules:
        - {name: red, when: {type: red}, holding: RED held}
        - {name: blue, when: {type: blue}, holding: BLUE held}
        - {name: claim, when: {type: claim}, holding: RED claimed}
        - {name: old, when: {type: old}, ignore: no longer true}
      """;

  static final String PATH = "maps/map_20240812.geojson";

  private MapText() {}

  static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [%s]}"
        .formatted(String.join(", ", features));
  }

  /** A feature with one property {@code type}. */
  static String feature(String type, String geometry) {
    return featureWith("\"type\": \"" + type + "\"", geometry);
  }

  static String featureWith(String properties, String geometry) {
    return "{\"type\": \"Feature\", \"properties\": {%s}, \"geometry\": %s}"
        .formatted(properties, geometry);
  }

  static String box(double west, double south, double east, double north) {
    return polygon(ring(west, south, east, south, east, north, west, north, west, south));
  }

  static String polygon(String... rings) {
    return "{\"type\": \"Polygon\", \"coordinates\": [%s]}".formatted(String.join(", ", rings));
  }

  static String multiPolygon(String... polygons) {
    String type = "{\"type\": \"Polygon\", \"coordinates\": ";
    var coordinates = new StringBuilder();
    for (String polygon : polygons) {
      coordinates.append(coordinates.isEmpty() ? "" : ", ");
      coordinates.append(polygon, type.length(), polygon.length() - 1);
    }
    return "{\"type\": \"MultiPolygon\", \"coordinates\": [" + coordinates + "]}";
  }

  static String ring(double... lonLat) {
    var ring = new StringBuilder("[");
    for (int i = 0; i < lonLat.length; i += 2) {
      ring.append(i == 0 ? "[" : ", [").append(lonLat[i]).append(", ").append(lonLat[i + 1]);
      ring.append("]");
    }
    return ring.append("]").toString();
  }

  /** Normalises a file of the made-up publisher. */
  static NormalisedFile normalised(String... features) throws IOException {
    return normalise(PROFILE, PATH, collection(features));
  }

  /**
   * @param profile the name of a built-in profile, or the text of one
   */
  static NormalisedFile normalise(String profile, String path, String text) throws IOException {
    return normalise(normaliser(profile), path, text);
  }

  static NormalisedFile normalise(SnapshotNormaliser normaliser, String path, String text)
      throws IOException {
    return normaliser.normalise(
        path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The normaliser of a source with such a profile. */
  static SnapshotNormaliser normaliser(String profile) throws IOException {
    return new SnapshotNormaliser(source(profile));
  }

  /** A source with such a profile. */
  static RunConfig.Source source(String profile) {
    boolean builtIn = ConfigReader.BUILT_IN_PROFILES.contains(profile);
    String config =
        "sources:\n  - {id: src, path: maps, profile: " + (builtIn ? profile : "own.yaml") + "}\n";
    RunConfig run = ConfigReader.read("run.yaml", config, name -> profile);
    return run.sources().get(0);
  }
}
