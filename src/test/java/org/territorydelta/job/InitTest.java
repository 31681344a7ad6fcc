package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.config.ConfigSchema;
import org.territorydelta.read.FormatCorpus;
import org.territorydelta.spark.SharedSession;

/** From files that nobody has described to figures. */
class InitTest {
  @TempDir Path folder;

  @Test
  void whatInitWritesRunsAsItIs() throws IOException {
    Path maps = Files.createDirectories(folder.resolve("maps"));
    Files.writeString(
        maps.resolve("12AUG2024.json"),
        collection(box("RU", "x", 30, 49, 31, 50), box("UA", "x", 31, 49, 32, 50)));
    Files.writeString(maps.resolve("13AUG2024.json"), collection(box("RU", "x", 30, 49, 32, 50)));
    Files.writeString(maps.resolve("readme.txt"), "no map");
    Path to = folder.resolve("made");
    TinyWorld.Ended made = TinyWorld.execute("init", maps.toString(), "--to", to.toString());
    assertThat(made.code()).as(made.err()).isZero();
    String profile = Files.readString(to.resolve("series-1.yaml"));
    assertThat(profile)
        .startsWith("# yaml-language-server: $schema=profile.schema.json")
        .contains("dMMMyyyy", "when: {'side': 'RU'}, holding: RU held", "GUESS");
    TinyWorld.Ended ran =
        TinyWorld.execute(
            "run",
            "--config",
            to.resolve("config.yaml").toString(),
            "--out",
            to.resolve("out").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    List<Row> rows =
        SharedSession.get()
            .read()
            .parquet(to.resolve("out/control_area").toString())
            .where("region_id = 'ALL'")
            .orderBy("map_date", "side")
            .collectAsList();
    assertThat(rows.stream().map(row -> row.getAs("map_date") + " " + row.getAs("side")))
        .containsExactly("2024-08-12 RU", "2024-08-12 UA", "2024-08-13 RU", "2024-08-13 UA");
    assertThat(rows.get(3).<Double>getAs("area_km2")).isZero();
    double first = rows.get(0).<Double>getAs("area_km2");
    assertThat(rows.get(2).<Double>getAs("area_km2")).isBetween(1.99 * first, 2.01 * first);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path maps = Files.createDirectories(folder.resolve("maps"));
    Files.writeString(maps.resolve("2024-08-12.json"), collection(box("RU", "x", 30, 49, 31, 50)));
    Files.writeString(folder.resolve("config.yaml"), "mine");
    TinyWorld.Ended made = TinyWorld.execute("init", maps.toString(), "--to", folder.toString());
    assertThat(made.code()).isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("config.yaml")).hasContent("mine");
    assertThat(folder.resolve("regions.geojson")).doesNotExist();
  }

  @Test
  void whatCannotBeGuessedIsSaid() throws IOException {
    Files.writeString(folder.resolve("undated.json"), collection(box("RU", "x", 30, 49, 31, 50)));
    TinyWorld.Ended made =
        TinyWorld.execute(
            "init", folder.resolve("undated.json").toString(), "--to", folder + "/to");
    assertThat(made.code()).isEqualTo(ExitCode.INPUT);
    assertThat(made.err()).contains("to be decided first", "undated.json");
  }

  @Test
  void inspectShowsFormatPropertiesDatesAndWhatFits() throws IOException {
    Path maps = Files.createDirectories(folder.resolve("maps"));
    Files.write(maps.resolve("2024-08-12.shp.zip"), FormatCorpus.bytes("mercator.shp.zip"));
    Files.write(maps.resolve("2024-08-15.shp.zip"), FormatCorpus.bytes("mercator.shp.zip"));
    String shown = TinyWorld.execute("inspect", maps.toString()).out();
    assertThat(shown)
        .contains("2 files", "zip", "polygon=10", "30.000 to 38.123 E", "46.000 to 50.000 N")
        .contains("'BLUE' 2, 'GREEN' 2, 'RED' 2", "2 days, 2024-08-12 to 2024-08-15")
        .contains("1: 2024-08-12 to 2024-08-15", "identical files   1");
  }

  @Test
  void aBuiltInProfileIsRecognised() throws IOException {
    Path maps = Files.createDirectories(folder.resolve("2022/RussianAssessedCoTinUkraine"));
    Files.writeString(
        maps.resolve("20220901_RussianAssessedCoTinUkraine.geojson"),
        collection(box("x", "x", 37, 48, 38, 49)));
    Path advances = Files.createDirectories(folder.resolve("2022/RussianAssessedAdvanceinUkraine"));
    Files.writeString(
        advances.resolve("20220901_RussianAssessedAdvanceinUkraine.geojson"),
        collection(box("x", "x", 38, 48, 39, 49)));
    Path to = folder.resolve("made");
    TinyWorld.Ended made =
        TinyWorld.execute("init", folder.resolve("2022").toString(), "--to", to.toString());
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(Files.readString(to.resolve("config.yaml"))).contains("profile: isw #", "# 2 files");
    String config = to.resolve("config.yaml").toString();
    TinyWorld.Ended ran =
        TinyWorld.execute("run", "--config", config, "--out", to.resolve("out").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("RU, control+advances");
  }

  @Test
  void aDryRunSaysWhatIsToDoAndWritesNothing() throws IOException {
    TinyWorld world = TinyWorld.in(folder).withFourDays();
    TinyWorld.Ended dry = world.run("--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("tiny: 4 files", "0 as the former run knew them, 4 to read", "tables to write");
    assertThat(world.path("out")).doesNotExist();
    assertThat(world.run().code()).isZero();
    world.map("2024-01-05", box("RED", "held", 30.1, 49.1, 31.4, 49.9));
    assertThat(world.run("--dry-run").out()).contains("4 as the former run knew them, 1 to read");
  }

  @Test
  void schemasKnowEveryKeyThatReadersAskFor() throws IOException {
    JsonNode config = new ObjectMapper().readTree(ConfigSchema.ofConfig());
    assertThat(config.path("required")).isNotNull();
    assertThat(config.path("properties").fieldNames())
        .toIterable()
        .contains("sources", "regions", "periods", "on-bad-file", "layer-sets", "out");
    assertThat(config.at("/properties/max-rejected-share/maximum").asDouble()).isEqualTo(1);
    assertThat(config.at("/properties/on-bad-file/description").asText())
        .isEqualTo("expected stop or quarantine");
    JsonNode profile = new ObjectMapper().readTree(ConfigSchema.ofProfile());
    assertThat(profile.at("/properties/file-date/properties").fieldNames())
        .toIterable()
        .contains("file-name", "property", "member", "from", "format", "zone", "day", "plus-days");
    assertThat(profile.at("/properties/format/description").asText()).contains("shapefile");
    assertThat(profile.path("additionalProperties").asBoolean()).isFalse();
  }
}
