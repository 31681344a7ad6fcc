package org.territorydelta.spark.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.job.TamperedWorld;
import org.territorydelta.spark.tables.TableSchemas;

/**
 * Every numeric column of the tables of maps, changed in one row, is found by a law, as if all
 * hashes were forged along with it. Columns that nothing else in the output determines are left to
 * the hashes. Laws are tried in DuckDB, which plans queries faster; {@link LawsTest} shows that
 * both engines find the same.
 */
class ForgedNumbersTest {
  private static final String WRITTEN = "written_";

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
  private static final DuckDbLawEngine DUCKDB = new DuckDbLawEngine();
  private static final Map<String, StructType> SCHEMAS = TableSchemas.all();

  @BeforeAll
  static void openTheOutput() throws IOException {
    Path out = TamperedWorld.in(folder);
    SCHEMAS.forEach(
        (name, schema) -> {
          DUCKDB.table(WRITTEN + name, out.resolve(name), schema);
          DUCKDB.view(name, "SELECT * FROM " + WRITTEN + name);
        });
    Laws.views(Laws.Dialect.DUCKDB).forEach(view -> DUCKDB.view(view.name(), view.sql()));
  }

  @TestFactory
  Stream<DynamicTest> everyChangedNumberIsFound() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String table : TABLES) {
      for (StructField field : SCHEMAS.get(table).fields()) {
        String column = field.name();
        if (field.dataType() instanceof NumericType
            && !ONLY_BY_HASH.contains(table + "." + column)) {
          tests.add(DynamicTest.dynamicTest(table + "." + column, () -> isFound(table, field)));
        }
      }
    }
    return tests.stream();
  }

  /** Adds one to the column in the first row where it is not null. */
  private static void isFound(String table, StructField field) {
    String column = field.name();
    String written = WRITTEN + table;
    String first = "(SELECT MIN(rowid) FROM " + written + " WHERE " + column + " IS NOT NULL)";
    assertThat(DUCKDB.rows("SELECT 1 WHERE " + first + " IS NOT NULL"))
        .as("a row with %s", column)
        .isNotEmpty();
    String forged =
        "SELECT * REPLACE (CASE WHEN rowid = %s THEN CAST(%s + 1 AS %s) ELSE %s END AS %s) FROM %s"
            .formatted(first, column, field.dataType().sql(), column, column, written);
    try {
      DUCKDB.view(table, forged);
      assertThat(
              Laws.all().stream()
                  .filter(law -> Laws.tables(law, SCHEMAS.keySet()).contains(table))
                  .filter(law -> !DUCKDB.rows(law.sql()).isEmpty())
                  .map(Law::name)
                  .findFirst())
          .as(forged)
          .isPresent();
    } finally {
      DUCKDB.view(table, "SELECT * FROM " + written);
    }
  }
}
