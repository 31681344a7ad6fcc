package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.spark.SharedSession;

/**
 * Every numeric column of the tables of maps, changed in one row, is found although the hash in the
 * manifest is forged along with it: by a law that names table and row. Columns that nothing else in
 * the output determines are left to the hash.
 */
class TamperedOutputTest {
  private static final List<String> TABLES =
      List.of(
          "input_file",
          "snapshot",
          "map_day",
          "region",
          "control_area",
          "transition",
          "area_delta",
          "change_polygon",
          "source_agreement",
          "disagreement_polygon",
          "series_break",
          "quarantine");

  /** Facts of the input that no other figure repeats. */
  private static final Set<String> ONLY_BY_HASH =
      Set.of(
          "input_file.bytes",
          "input_file.maps",
          "snapshot.polygons",
          "snapshot.vertices",
          "snapshot.repaired",
          "snapshot.repaired_km2",
          "snapshot.overlap_km2",
          "area_delta.opening_share",
          "area_delta.closing_share",
          "area_delta.churn_held_days",
          "change_polygon.noise_km2",
          "change_polygon.width_metres",
          "change_polygon.depth_metres",
          "change_polygon.mean_depth_metres",
          "change_polygon.bearing_degrees",
          "disagreement_polygon.piece",
          "series_break.area_km2",
          "quarantine.feature_index",
          "quarantine.part_index",
          "quarantine.area_km2",
          "quarantine.used_km2");

  @TempDir static Path folder;
  private static TinyWorld world;

  @BeforeAll
  static void runOnce() throws IOException {
    String bowTie =
        TinyWorld.feature(
            "BLUE",
            "held",
            "["
                + TinyWorld.positions(
                    new double[][] {
                      {31.6, 50.6}, {31.8, 50.8}, {31.8, 50.6}, {31.6, 50.8}, {31.6, 50.6}
                    })
                + "]");
    world =
        TinyWorld.in(folder)
            .withFourDays()
            .config("max-rejected-share: 0.5\n")
            .map(
                "2024-01-06",
                TinyWorld.box("RED", "held", 30.1, 49.1, 31.4, 49.9),
                TinyWorld.box("RED", "old", 30.1, 49.1, 31.4, 49.9),
                TinyWorld.geometry("RED", "held", "null"),
                bowTie);
    // Another source, which has lost most of red's ground on the third day.
    Path config = world.path("config.yaml");
    String sources = Files.readString(config);
    world.file(
        "config.yaml",
        sources.replace(
            "regions: {", "  - {id: thin, profile: profile.yaml, path: \"thin/*\"}\nregions: {"));
    Files.createDirectories(world.path("thin"));
    for (String day : List.of("01", "02", "03", "04")) {
      double east = day.equals("03") ? 30.2 : 30.8;
      world.file(
          "thin/map_202401" + day + ".geojson",
          TinyWorld.collection(TinyWorld.box("RED", "held", 30.1, 49.1, east, 49.9)));
    }
    assertThat(world.run().code()).isZero();
  }

  @Test
  void anUntouchedOutputPasses() {
    TinyWorld.Ended ended = world.check();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("All laws hold");
  }

  @TestFactory
  Stream<DynamicTest> everyChangedNumberIsFound() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String table : TABLES) {
      for (StructField field : world.table(table).schema().fields()) {
        if (field.dataType() instanceof NumericType) {
          String column = field.name();
          tests.add(
              DynamicTest.dynamicTest(
                  table + "." + column, () -> changedNumberIsFound(table, column)));
        }
      }
    }
    return tests.stream();
  }

  private static void changedNumberIsFound(String table, String column) throws IOException {
    Path original = world.path("out");
    Path copy = Files.createTempDirectory(folder, "tampered").resolve("out");
    WrittenFiles.copy(original, copy);
    String changed = tamper(copy, table, column);

    if (ONLY_BY_HASH.contains(table + "." + column)) {
      TinyWorld.Ended byHash = TinyWorld.execute("check", copy.toString());
      assertThat(byHash.code()).isEqualTo(4);
      assertThat(byHash.err()).contains(changed).contains("hash");
    } else {
      WrittenFiles.forge(copy, changed);
      TinyWorld.Ended byLaw = TinyWorld.execute("check", copy.toString());
      assertThat(byLaw.code()).as(table + "." + column).isEqualTo(4);
      assertThat(byLaw.err()).contains(table + " [").doesNotContain("hash");
    }
  }

  /** Adds one to the column in the first row where it is not null; returns the file's path. */
  private static String tamper(Path out, String table, String column) throws IOException {
    Path file;
    try (Stream<Path> files = Files.walk(out.resolve(table))) {
      file =
          files
              .filter(path -> path.toString().endsWith(".parquet"))
              .sorted()
              .filter(path -> hasValue(path, column))
              .findFirst()
              .orElseThrow();
    }
    Dataset<Row> rows = read(file).withColumn("row", functions.monotonically_increasing_id());
    long first =
        rows.where(functions.col(column).isNotNull()).agg(functions.min("row")).first().getLong(0);
    Path scratch = Files.createTempDirectory(folder, "scratch").resolve("rows");
    rows.withColumn(
            column,
            functions
                .when(
                    functions.col("row").equalTo(first),
                    functions.col(column).plus(1).cast(rows.schema().apply(column).dataType()))
                .otherwise(functions.col(column)))
        .drop("row")
        .coalesce(1)
        .write()
        .parquet(scratch.toString());
    try (Stream<Path> written = Files.list(scratch)) {
      Path changed =
          written.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.copy(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return out.relativize(file).toString();
  }

  private static Dataset<Row> read(Path file) {
    return SharedSession.get().read().parquet(file.toString());
  }

  private static boolean hasValue(Path file, String column) {
    return !read(file).where(functions.col(column).isNotNull()).isEmpty();
  }
}
