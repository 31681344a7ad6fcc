package org.territorydelta.spark.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.job.SampleOutput;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.spark.tables.TableSchemas;

/**
 * Every law holds on the sample and breaks on a planted row, in Spark SQL and in DuckDB. A table is
 * edited as a view over what was written; {@code written_NAME} is the original.
 */
class LawsTest {
  private static final String WRITTEN = "written_";

  @TempDir static Path folder;
  private static final Map<String, LawEngine> ENGINES = new TreeMap<>();
  private static final Map<String, Map<String, String>> VIEWS = new TreeMap<>();

  @BeforeAll
  static void openTheSample() throws IOException {
    Path out = SampleOutput.in(folder);
    var spark = new SparkLawEngine();
    var duckDb = new DuckDbLawEngine();
    ENGINES.put("Spark", spark);
    ENGINES.put("DuckDB", duckDb);
    Map<String, StructType> schemas = TableSchemas.all();
    schemas.forEach(
        (name, schema) -> {
          spark.table(WRITTEN + name, out.resolve(name).toString(), schema.toDDL());
          duckDb.table(WRITTEN + name, out.resolve(name), schema);
        });
    open("Spark", Laws.views(Laws.Dialect.SPARK), schemas.keySet());
    open("DuckDB", Laws.views(Laws.Dialect.DUCKDB), schemas.keySet());
  }

  private static void open(String engine, List<LawView> views, Set<String> tables) {
    Map<String, String> definitions = new TreeMap<>();
    tables.forEach(name -> definitions.put(name, "SELECT * FROM " + WRITTEN + name));
    definitions.forEach(ENGINES.get(engine)::view);
    views.forEach(view -> ENGINES.get(engine).view(view.name(), view.sql()));
    views.forEach(view -> definitions.put(view.name(), view.sql()));
    VIEWS.put(engine, definitions);
  }

  static Stream<String> laws() {
    return Laws.all().stream().map(Law::name);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void aLawHoldsOnTheSample(String name) {
    Law law = Laws.named(name).orElseThrow();
    ENGINES.forEach((engine, there) -> assertThat(there.rows(law.sql())).as(engine).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("laws")
  void aLawBreaksOnAPlantedRow(String name) {
    assertThat(plants()).as("a planted break for each law").containsKey(name);
    breaks(Laws.named(name).orElseThrow(), plants().get(name).get(0), ENGINES);
  }

  /** By one engine, which plans queries faster. */
  @ParameterizedTest
  @MethodSource("laws")
  void aLawBreaksOnEveryFurtherPlantedRow(String name) {
    Law law = Laws.named(name).orElseThrow();
    List<Plant> all = plants().getOrDefault(name, List.of());
    var duckDb = Map.of("DuckDB", ENGINES.get("DuckDB"));
    all.stream().skip(1).forEach(plant -> breaks(law, plant, duckDb));
  }

  private static void breaks(Law law, Plant plant, Map<String, LawEngine> engines) {
    engines.forEach(
        (engine, there) -> {
          String definition = VIEWS.get(engine).get(plant.table());
          String original = WRITTEN + plant.table();
          boolean isView = !definition.endsWith(" " + original);
          if (isView) {
            there.view(original, definition);
          }
          if (!plant.where().equals(Plant.ANY_ROWS)) {
            assertThat(there.rows("SELECT 1 FROM " + original + " WHERE " + plant.where()))
                .as("%s: rows of %s to change where %s", engine, plant.table(), plant.where())
                .isNotEmpty();
          }
          String planted = plant.rows().sql(there.columns(plant.table()), original);
          try {
            there.view(plant.table(), planted);
            assertThat(there.rows(law.sql())).as("%s: %s", engine, planted).isNotEmpty();
          } finally {
            there.view(plant.table(), definition);
          }
        });
  }

  /** A new word is a word that a law has to know. */
  @Test
  void theLawsKnowEveryReason() {
    String quarantine = Laws.named("quarantine-rows-are-whole").orElseThrow().sql();
    for (RejectionReason reason : RejectionReason.values()) {
      assertThat(quarantine).contains("'" + reason.name() + "'");
    }
    Set<String> all = TableSchemas.all().keySet();
    String claims =
        Laws.all().stream()
            .filter(
                law ->
                    Laws.tables(law, all).stream()
                        .anyMatch(Set.of("claim_assessment", "comparison")::contains))
            .map(Law::sql)
            .collect(Collectors.joining());
    for (Incomparability reason : Incomparability.values()) {
      assertThat(claims).contains("'" + reason.name() + "'");
    }
  }

  /** So a law whose tables are all empty need not be tried. */
  @Test
  void noLawFindsAnythingInEmptyTables() {
    var empty = new DuckDbLawEngine();
    TableSchemas.all().forEach((name, schema) -> empty.table(name, folder.resolve("none"), schema));
    Laws.views(Laws.Dialect.DUCKDB).forEach(view -> empty.view(view.name(), view.sql()));

    for (Law law : Laws.all()) {
      if (!Laws.tables(law, TableSchemas.all().keySet()).contains(LawAudit.NEVER_EMPTY)) {
        assertThat(empty.rows(law.sql())).as(law.name()).isEmpty();
      }
    }
  }

  @Test
  void everyPlantIsForALaw() {
    assertThat(laws()).containsAll(plants().keySet());
  }

  @ParameterizedTest
  @MethodSource("laws")
  void aLawNamesTheTablesAndViewsItReads(String name) {
    Law law = Laws.named(name).orElseThrow();

    assertThat(law.reads())
        .containsExactlyInAnyOrderElementsOf(
            VIEWS.get("Spark").keySet().stream().filter(there -> reads(law, there)).toList());
  }

  private static boolean reads(Law law, String table) {
    return Pattern.compile("\\b(FROM|JOIN)\\s+" + table + "\\b").matcher(law.sql()).find();
  }

  @Test
  void bothDialectsHaveTheSameViews() {
    assertThat(names(Laws.Dialect.DUCKDB)).isEqualTo(names(Laws.Dialect.SPARK)).isNotEmpty();
  }

  @Test
  void aLawSaysItInOneSentence() {
    assertThat(Laws.all())
        .allSatisfy(law -> assertThat(law.says()).as(law.name()).matches("\\w.*[^.]\\."));
  }

  private static List<String> names(Laws.Dialect dialect) {
    return Laws.views(dialect).stream().map(LawView::name).collect(Collectors.toList());
  }

  private static Map<String, List<Plant>> plants() {
    Map<String, List<Plant>> plants = new TreeMap<>(ReportPlants.ALL);
    MapPlants.ALL.forEach((law, plant) -> plants.put(law, List.of(plant)));
    return plants;
  }
}
