package org.territorydelta.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.territorydelta.spark.SharedSession;

/**
 * A folder with a config, a profile, four regions and whatever maps a test draws. The regions are
 * boxes of one degree, A and B of country X in the south, C and D of country Y in the north:
 *
 * <pre>
 *   51 +---+---+
 *      | C | D |   Y
 *   50 +---+---+
 *      | A | B |   X
 *   49 +---+---+
 *      30  31  32
 * </pre>
 */
final class TinyWorld {
  /** How a command ended, and what it wrote for a person. */
  record Ended(int code, String out, String err) {}

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-09-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;

  private TinyWorld(Path folder) {
    this.folder = folder;
  }

  static TinyWorld in(Path folder) throws IOException {
    var world = new TinyWorld(folder);
    Files.createDirectories(folder.resolve("maps"));
    world.file(
        "regions.geojson",
        collection(
            region("A", "X", 30, 49),
            region("B", "X", 31, 49),
            region("C", "Y", 30, 50),
            region("D", "Y", 31, 50)));
    world.file(
        "profile.yaml",
        """
        file-date: {file-name: 'map_(\\d{8})\\.geojson$', format: yyyyMMdd}
        extent: {west: 29, south: 48, east: 33, north: 52}
        firm-to-soft: [RED held, BLUE held, RED claimed]
        rules:
          - {name: red-held, when: {side: RED, status: held}, holding: RED held}
          - {name: blue-held, when: {side: BLUE, status: held}, holding: BLUE held}
          - {name: red-claimed, when: {side: RED, status: claimed}, holding: RED claimed}
          - {name: old, when: {status: old}, ignore: outdated}
        """);
    world.config("");
    return world;
  }

  /** A config over all maps, with more lines of the test's own. */
  TinyWorld config(String more) throws IOException {
    return file(
        "config.yaml",
        """
        sources:
          - {id: tiny, profile: profile.yaml, path: "maps/*"}
        regions: {path: regions.geojson}
        layer-sets: {controlled: [held], all: [held, claimed]}
        periods:
          every: [day, week, month, all]
          named: [{id: named, first-day: 2024-01-02, last-day: 2024-01-04}]
        """
            + more);
  }

  TinyWorld map(String date, String... features) throws IOException {
    return file("maps/map_" + date.replace("-", "") + ".geojson", collection(features));
  }

  TinyWorld file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return this;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Four days: red grows east, blue appears, a claim becomes held, ground is lost and retaken. */
  TinyWorld withFourDays() throws IOException {
    return map("2024-01-01", box("RED", "held", 30.1, 49.1, 30.9, 49.9))
        .map(
            "2024-01-02",
            box("RED", "held", 30.1, 49.1, 31.3, 49.9),
            box("RED", "claimed", 31.3, 49.1, 31.5, 49.9),
            box("BLUE", "held", 30.2, 50.2, 30.4, 50.4))
        .map(
            "2024-01-03",
            box("RED", "held", 30.1, 49.1, 31.1, 49.9),
            box("RED", "claimed", 31.1, 49.1, 31.5, 49.9),
            box("BLUE", "held", 30.2, 50.2, 30.6, 50.4))
        .map(
            "2024-01-04",
            box("RED", "held", 30.1, 49.1, 31.4, 49.9),
            box("RED", "claimed", 31.4, 49.1, 31.5, 49.9),
            box("BLUE", "held", 29.5, 50.2, 30.6, 50.4));
  }

  /**
   * The area of a strip one degree wide between the parallels of 49.1 and 49.9, by an independent
   * library on edges cut so fine that they follow it.
   */
  static double stripKm2() {
    var polygon = new PolygonArea(Geodesic.WGS84, false);
    int parts = 20_000;
    for (int i = 0; i <= parts; i++) {
      polygon.AddPoint(49.1, 30 + i / (double) parts);
    }
    for (int i = 0; i <= parts; i++) {
      polygon.AddPoint(49.9, 31 - i / (double) parts);
    }
    return polygon.Compute(false, true).area / 1e6;
  }

  /** Runs into the output, with more options. */
  Ended run(String... options) {
    List<String> args =
        new ArrayList<>(List.of("run", "--config", path("config.yaml").toString(), "--out", out()));
    args.addAll(List.of(options));
    return execute(args.toArray(String[]::new));
  }

  Ended check() {
    return execute("check", out());
  }

  String out() {
    return path("out").toString();
  }

  Dataset<Row> table(String name) {
    return SharedSession.get().read().parquet(path("out").resolve(name).toString());
  }

  static Ended execute(String... args) {
    SharedSession.get();
    PrintStream out = System.out;
    PrintStream err = System.err;
    var outBytes = new ByteArrayOutputStream();
    var errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = TerritoryDelta.execute(args, CLOCK);
      return new Ended(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
  }

  static String box(
      String side, String status, double west, double south, double east, double north) {
    return feature(side, status, "[" + ring(west, south, east, north) + "]");
  }

  /** A Polygon feature with its coordinates as text. */
  static String feature(String side, String status, String coordinates) {
    return geometry(side, status, "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}");
  }

  static String geometry(String side, String status, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"side\":\""
        + side
        + "\",\"status\":\""
        + status
        + "\"},\"geometry\":"
        + geometry
        + "}";
  }

  static String ring(double west, double south, double east, double north) {
    return positions(
        new double[][] {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}});
  }

  static String positions(double[][] points) {
    List<String> texts =
        Arrays.stream(points)
            .map(p -> String.format(Locale.ROOT, "[%s,%s]", p[0], p[1]))
            .collect(Collectors.toList());
    return "[" + String.join(",", texts) + "]";
  }

  private static String region(String id, String country, double west, double south) {
    return "{\"type\":\"Feature\",\"properties\":{\"region_id\":\""
        + id
        + "\",\"name\":\"Region "
        + id
        + "\",\"country\":\""
        + country
        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
        + ring(west, south, west + 1, south + 1)
        + "]}}";
  }
}
