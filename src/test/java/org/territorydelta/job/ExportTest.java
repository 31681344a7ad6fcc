package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.spark.SharedSession;

/** The exports, read back by Spark's own CSV reader. */
class ExportTest {
  @TempDir static Path folder;
  private static TinyWorld world;
  private static String printed;

  @BeforeAll
  static void runOnce() throws IOException {
    world = TinyWorld.in(folder).withFourDays();
    String regions = Files.readString(world.path("regions.geojson"));
    world.file("regions.geojson", regions.replace("Region A", "=HYPERLINK(1,2)"));
    TinyWorld.Ended ended = world.run("--csv");
    assertThat(ended.code()).as(ended.err()).isZero();
    printed = ended.out();
  }

  @Test
  void everyTableIsThereAsCsvWithTheSameRows() throws IOException {
    assertThat(printed).contains("tables are in csv/");
    assertThat(world.check().code()).isZero();
    List<String> tables = tables();
    assertThat(tables).contains("area_delta", "change_polygon", "quarantine", "transition");
    for (String table : tables) {
      assertThat(csv(table)).as(table).hasSize((int) world.table(table).count());
    }
    double net =
        csv("area_delta").stream()
            .filter(row -> row.getAs("period_id").equals("named"))
            .filter(row -> row.getAs("region_id").equals("ALL"))
            .filter(row -> row.getAs("side").equals("RED"))
            .filter(row -> row.getAs("layer_set").equals("controlled"))
            .mapToDouble(row -> Double.parseDouble(row.getAs("net_km2")))
            .sum();
    double written =
        world
            .table("area_delta")
            .where("period_id = 'named' and region_id = 'ALL'")
            .where("side = 'RED' and layer_set = 'controlled'")
            .head()
            .<Double>getAs("net_km2");
    assertThat(net).isPositive().isEqualTo(written);
  }

  @Test
  void shapesAreLeftOut() throws IOException {
    assertThat(heading("change_polygon")).contains("area_km2").doesNotContain("geometry");
  }

  @Test
  void anOutputIsExportedAfterwardsAsWithTheRun() throws IOException {
    Map<String, String> atOnce = exported();
    Map<String, String> tables = WrittenFiles.hashes(Path.of(world.out()));
    Files.writeString(Path.of(world.out(), "csv", "old.csv"), "left by an earlier version");

    TinyWorld.Ended ended = TinyWorld.execute("export", world.out());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(exported()).isEqualTo(atOnce);
    assertThat(WrittenFiles.hashes(Path.of(world.out()))).isEqualTo(tables);
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aRegionsNameCannotBecomeAFormula() {
    assertThat(csv("region"))
        .extracting(row -> row.<String>getAs("name"))
        .contains("'=HYPERLINK(1,2)")
        .doesNotContain("=HYPERLINK(1,2)");
  }

  @Test
  void aRunWithoutItLeavesNoExport() throws IOException {
    Path fresh = folder.resolve("fresh");

    TinyWorld.Ended ended =
        TinyWorld.execute(
            "run", "--config", world.path("config.yaml").toString(), "--out", fresh.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(fresh.resolve("csv")).doesNotExist();
    assertThat(fresh.resolve("claim-review.jsonld")).doesNotExist();
  }

  @Test
  void aDamagedTableIsNamedAndNotExported() throws IOException {
    Path copy = folder.resolve("damaged");
    WrittenFiles.copy(Path.of(world.out()), copy);
    Files.writeString(copy.resolve("snapshot/snapshot-00000.parquet"), "no Parquet");

    TinyWorld.Ended ended = TinyWorld.execute("export", copy.toString());

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("[snapshot/snapshot-00000.parquet]: the file's hash is the one in _run.json");
  }

  @Test
  void aFolderThatIsNoOutputIsWrongUsage() {
    TinyWorld.Ended ended = TinyWorld.execute("export", folder.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("it holds no _run.json");
  }

  private static List<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(world.out(), "csv"))) {
      return files.map(file -> file.getFileName().toString().replace(".csv", "")).sorted().toList();
    }
  }

  private static List<Row> csv(String table) {
    return SharedSession.get()
        .read()
        .option("header", true)
        .option("multiLine", true)
        .option("quote", "\"")
        .option("escape", "\"")
        .csv(Path.of(world.out(), "csv", table + ".csv").toString())
        .collectAsList();
  }

  private static List<String> heading(String table) throws IOException {
    String text = Files.readString(Path.of(world.out(), "csv", table + ".csv"));
    assertThat(text).startsWith("\uFEFF");
    return List.of(text.substring(1, text.indexOf("\r\n")).split(","));
  }

  private static Map<String, String> exported() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String table : tables()) {
      texts.put(table, Files.readString(Path.of(world.out(), "csv", table + ".csv")));
    }
    texts.put("reviews", Files.readString(Path.of(world.out(), "claim-review.jsonld")));
    return texts;
  }
}
