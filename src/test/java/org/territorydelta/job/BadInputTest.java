package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.collection;
import static org.territorydelta.job.TinyWorld.feature;
import static org.territorydelta.job.TinyWorld.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input ends with its documented exit code or in quarantine, never in silence. */
class BadInputTest {
  private static final String GOOD = box("RED", "held", 30.1, 49.1, 30.9, 49.9);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"prop",
        "{\"type\":\"Topology\",\"features\":[]}",
        "[1, 2, 3]",
        "",
        "{\"type\":\"FeatureCollection\"}",
        "not json at all"
      })
  void anUnreadableFileStopsTheRunWithItsPath(String text) throws IOException {
    TinyWorld world =
        TinyWorld.in(folder).map("2024-01-01", GOOD).file("maps/map_20240102.geojson", text);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("maps/map_20240102.geojson")
        .contains("cannot be read")
        .contains("on-bad-file: quarantine")
        .doesNotContain("\tat ", "Source:", "fasterxml", "VALUE_", "START_", "end-of-input");
    assertThat(Files.exists(world.path("out"))).isFalse();
  }

  @Test
  void anUnreadableFileGoesToQuarantineWhereTheConfigSaysSo() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .config("on-bad-file: quarantine\n")
            .map("2024-01-01", GOOD)
            .file("maps/map_20240102.geojson", "{\"type\":");

    assertThat(world.run().code()).isZero();

    assertThat(world.table("quarantine").select("file", "reason", "outcome").collectAsList())
        .extracting(Row::mkString)
        .containsExactly("maps/map_20240102.geojsonUNREADABLE_FILEfile-failed");
    assertThat(world.table("input_file").where("role = 'failed'").select("path").collectAsList())
        .hasSize(1);
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aFileWithoutADateStopsTheRun() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder).map("2024-01-01", GOOD).file("maps/undated.geojson", collection(GOOD));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("maps/undated.geojson").contains("no date was found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RING_NOT_CLOSED | [[[30,49],[31,49],[31,50],[30,50]]]",
        "RING_TOO_SHORT | [[[30,49],[31,49],[30,49]]]",
        "NOT_A_NUMBER | [[[30,49],[NaN,49],[31,50],[30,49]]]",
        "NOT_A_NUMBER | [[[30,49],[\"31\",49],[31,50],[30,49]]]",
        "OUTSIDE_EXTENT | [[[49,30],[49,31],[50,31],[49,30]]]",
        "OUT_OF_RANGE | [[[30,149],[31,149],[31,150],[30,149]]]",
        "MALFORMED_GEOMETRY | [[30,49],[31,49],[31,50],[30,49]]",
        "NO_AREA | [[[30,49],[31,49],[30,49],[30,49]]]",
        "AT_A_POLE | [[[-180,-90],[0,-90],[180,-90],[180,-80],[0,-80],[-180,-80],[-180,-90]]]"
      })
  void aBadPolygonGoesToQuarantineWithItsReason(String reason, String coordinates)
      throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .config("max-rejected-share: 1\n")
            .map("2024-01-01", GOOD, feature("RED", "held", coordinates));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    List<Row> rows = world.table("quarantine").collectAsList();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).<String>getAs("reason")).isEqualTo(reason);
    assertThat(rows.get(0).<Integer>getAs("feature_index")).isEqualTo(1);
    assertThat(rows.get(0).<String>getAs("raw")).startsWith("{\"type\":\"Feature\"");
    Row file = world.table("input_file").first();
    assertThat(file.<Long>getAs("parts_read")).isEqualTo(2);
    assertThat(file.<Long>getAs("parts_used")).isEqualTo(1);
    assertThat(file.<Long>getAs("parts_rejected")).isEqualTo(1);
    assertThat(world.check().code()).isZero();
  }

  @Test
  void swappedAxesAreNamedAsSuch() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .config("max-rejected-share: 0.5\n")
            .map(
                "2024-01-01",
                GOOD,
                feature("RED", "held", "[[[49.1,30.1],[49.2,30.1],[49.2,30.2],[49.1,30.1]]]"));

    assertThat(world.run().code()).isZero();

    assertThat(world.table("quarantine").first().<String>getAs("detail"))
        .contains("are the axes swapped?");
  }

  @Test
  void moreRejectedThanTheConfigBearsStopsTheRun() throws IOException {
    String open = feature("RED", "held", "[[[30,49],[31,49],[31,50],[30,50]]]");
    TinyWorld world = TinyWorld.in(folder).map("2024-01-01", GOOD, open);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("1 of 1 maps set aside, expected at most a share of 0.5 (max-set-aside-share)")
        .contains("50.0 % rejected, expected at most 1.0 %: 1 of 2 polygons")
        .contains("1 RING_NOT_CLOSED: maps/map_20240101.geojson, feature_index 1: ring 0 starts at")
        .doesNotContain("\tat ");
    assertThat(Files.exists(world.path("out"))).isFalse();
  }

  @Test
  void aSourceOfWhichNoMapIsLeftStopsTheRun() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .config("max-set-aside-share: 1\n")
            .map("2024-01-01")
            .map("2024-01-02", box("RED", "old", 30.1, 49.1, 30.9, 49.9));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("no map is left")
        .contains("maps/map_20240101.geojson: the map has no polygon")
        .contains("maps/map_20240102.geojson: the rules give none of the map's polygons")
        .contains("ignored, by old");
  }

  @Test
  void onlyTheMapWithTooMuchRejectedIsSetAside() throws IOException {
    String outside = box("RED", "held", 34, 49.1, 36, 49.9);
    TinyWorld world =
        TinyWorld.in(folder)
            .map("2024-01-01", GOOD)
            .map("2024-01-02", GOOD, outside)
            .map("2024-01-03", GOOD);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("  files    2 used, 1 set-aside\n")
        .contains("  1 map set aside: nothing is known from it\n")
        .contains("    maps/map_20240102.geojson: TOO_MUCH_REJECTED: map of 2024-01-02: 71.4 %")
        .contains("    1 OUTSIDE_EXTENT: maps/map_20240102.geojson, feature_index 1: ring 0,")
        .contains("Written as computed. Run");
    assertThat(ended.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(200));
    assertThat(world.table("map_day").orderBy("day").select("state").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("mapped", "carried", "mapped");
    Row why = world.table("quarantine").where("feature_index is null").first();
    assertThat(why.<String>getAs("reason")).isEqualTo("TOO_MUCH_REJECTED");
    // The boxes lie on the same parallels, 0.8 and 2 degrees wide: 2 of 2.8 are rejected.
    assertThat(why.<String>getAs("detail")).contains("71.4 % rejected, expected at most 1.0 %");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aFileOfSeveralMapsLosesOnlyTheBadOne() throws IOException {
    String profile =
        """
        file-date: {property: status}
        extent: {west: 29, south: 48, east: 33, north: 52}
        rules: [{name: held, when: {side: RED}, holding: RED held}]
        """;
    TinyWorld world =
        TinyWorld.in(folder)
            .file("profile.yaml", profile)
            .file("config.yaml", "sources: [{id: tiny, profile: profile.yaml, path: \"maps/*\"}]\n")
            .map(
                "2024-01-09",
                box("RED", "2024-01-01", 30.1, 49.1, 30.9, 49.9),
                box("RED", "2024-01-02", 34, 49.1, 36, 49.9),
                box("RED", "2024-01-03", 30.1, 49.1, 31.9, 49.9));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(world.table("input_file").first().<String>getAs("role")).isEqualTo("used");
    assertThat(world.table("snapshot").orderBy("map_date").select("map_date").collectAsList())
        .extracting(Row::mkString)
        .containsExactly("2024-01-01", "2024-01-03");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aSourceOfWhichOneMapIsLeftHasTablesWithoutFigures() throws IOException {
    String string = feature("RED", "held", "[[[\"30\",\"49\"],[\"31\",\"49\"],[\"31\",\"50\"]]]");
    TinyWorld world =
        TinyWorld.in(folder)
            .file("config.yaml", "sources: [{id: tiny, profile: profile.yaml, path: \"maps/*\"}]\n")
            .map("2024-01-01", GOOD, string)
            .map("2024-01-02", GOOD);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("RING_TOO_SHORT");
    assertThat(world.table("area_delta").count()).isZero();
    assertThat(world.table("area_delta").columns()).contains("period_kind", "net_km2");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void groundAroundAPoleIsRejectedByNameAndStopsNothing() throws IOException {
    String cap =
        "[[[-180,-90],[-60,-90],[60,-90],[180,-90],[180,-74],[60,-75],[-60,-73],[-180,-74],[-180,-90]]]";
    TinyWorld world =
        TinyWorld.in(folder)
            .file(
                "profile.yaml",
                """
                file-date: {file-name: 'map_(\\d{8})\\.geojson$', format: yyyyMMdd}
                rules: [{name: held, when: {side: RED}, holding: RED held}]
                """)
            .file("config.yaml", "sources: [{id: tiny, profile: profile.yaml, path: \"maps/*\"}]\n")
            .map("2024-01-01", GOOD)
            .map("2024-01-02", GOOD, feature("RED", "held", cap))
            .map("2024-01-03", GOOD);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("1 map set aside").contains("AT_A_POLE");
  }

  @Test
  void anEmptyMapIsSetAsideAndItsDayLeftToTheMapBefore() throws IOException {
    String empty = geometry("RED", "held", "{\"type\":\"MultiPolygon\",\"coordinates\":[]}");
    TinyWorld world =
        TinyWorld.in(folder)
            .map("2024-01-01", GOOD)
            .map("2024-01-02")
            .map("2024-01-03", GOOD)
            .map("2024-01-04", empty)
            .map("2024-01-05", GOOD);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(world.table("map_day").orderBy("day").select("state").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("mapped", "carried", "mapped", "carried", "mapped");
    assertThat(world.table("input_file").orderBy("path").select("role").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("used", "set-aside", "used", "set-aside", "used");
    assertThat(world.table("quarantine").select("reason", "outcome").collectAsList())
        .extracting(Row::mkString)
        .containsExactly("NOTHING_DRAWNset-aside", "NOTHING_DRAWNset-aside");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aForeignReferenceSystemIsRefusedAndNotIgnored() throws IOException {
    String collection =
        collection(GOOD)
            .replace(
                "{\"type\":\"FeatureCollection\",",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:38577\"}},");
    TinyWorld world = TinyWorld.in(folder).file("maps/map_20240101.geojson", collection);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("EPSG:38577");
  }

  @Test
  void aConfigWithThreeMistakesTellsAllThreeWithTheirLines() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .file(
                "config.yaml",
                """
                sources:
                  - {id: Tiny, profile: profile.yaml, path: "maps/*"}
                regions: {path: regions.geojson}
                periods: {every: [fortnight]}
                border-band-km: wide
                """);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("3 problems")
        .contains("config.yaml:2")
        .contains("config.yaml:4")
        .contains("config.yaml:5");
  }

  @Test
  void aPathThatMatchesNoFileIsMissingInput() throws IOException {
    TinyWorld.Ended ended = TinyWorld.in(folder).run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("no file matches");
  }

  @Test
  void missingRegionsAreMissingInput() throws IOException {
    TinyWorld world = TinyWorld.in(folder).map("2024-01-01", GOOD);
    Files.delete(world.path("regions.geojson"));

    assertThat(world.run().code()).isEqualTo(3);
  }

  @Test
  void aMissingConfigIsWrongUsage() {
    TinyWorld.Ended ended = TinyWorld.execute("run", "--config", folder + "/none.yaml");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("none.yaml");
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(TinyWorld.execute("advance").code()).isEqualTo(2);
    assertThat(TinyWorld.execute().code()).isEqualTo(2);
  }

  @Test
  void helpTeachesAConfig() {
    TinyWorld.Ended ended = TinyWorld.execute("run", "--help");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("sources:").contains("deepstate-archive");
  }

  @Test
  void aFailureNobodyForesawIsNotSuccess() throws IOException {
    TinyWorld world = TinyWorld.in(folder).withFourDays();
    assertThat(world.run().code()).isZero();
    // A file where the page's folder would have to be.
    Files.writeString(world.path("plain"), "a file");

    TinyWorld.Ended ended =
        TinyWorld.execute("report", world.out(), "--to", world.path("plain") + "/below.html");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("Unexpected failure: ").doesNotContain("\tat ");
    Matcher trace = Pattern.compile("stack trace is in ([^:]*):").matcher(ended.err());
    assertThat(trace.find()).isTrue();
    Path file = Path.of(trace.group(1));
    assertThat(file).content().contains("\tat org.territorydelta.job.");
    Files.delete(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere.geojson | there is no such file",
        "maps | it is a folder, expected a file",
        "foo://place/regions.geojson | its file system is not known"
      })
  void regionsThatCannotBeReachedAreMissingInputWithTheReason(String path, String reason)
      throws IOException {
    assertMissing("regions.geojson", path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maps/[x | it is no glob",
        "foo://place/* | its file system is not known",
        "hdfs://nohost.invalid/* | its host cannot be found: nohost.invalid"
      })
  void mapsThatCannotBeReachedAreMissingInputWithTheReason(String path, String reason)
      throws IOException {
    assertMissing("maps/*", path, reason);
  }

  /** The config's own path replaced by one that cannot be reached. */
  private void assertMissing(String own, String path, String reason) throws IOException {
    TinyWorld world = TinyWorld.in(folder).map("2024-01-01", GOOD);
    String config = Files.readString(world.path("config.yaml"));
    world.file("config.yaml", config.replace(own, path));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("path='" + path + "'").contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sources: [a | config.yaml:1",
        "a: *nobody | config.yaml:1: not readable as YAML: found undefined alias nobody, column 4"
      })
  void aConfigThatIsNoYamlIsToldWithItsLine(String yaml, String told) throws IOException {
    TinyWorld.Ended ended = TinyWorld.in(folder).file("config.yaml", yaml).run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(told).doesNotContain("^");
  }
}
