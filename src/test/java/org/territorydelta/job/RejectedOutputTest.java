package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.spark.ForgedFindings;

/**
 * An output on which a law breaks is kept beside its place, and nobody takes it for a sound one.
 * The findings that a first run left are forged, so that the next one contradicts itself.
 */
class RejectedOutputTest {
  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void runOnce() throws IOException {
    world = TinyWorld.in(folder).withFourDays();
    assertThat(world.run().code()).isZero();
  }

  @Test
  void aBrokenLawKeepsTheTablesBesideTheFormerOutput() throws IOException {
    String before = Files.readString(world.path("out/_run.json"));

    TinyWorld.Ended ended = runOnForgedQuarantine();

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err())
        .contains("Cannot publish " + world.out())
        .contains("maps/map_20240101.geojson")
        .contains("is kept in " + world.out() + ".rejected")
        .contains("is as it was")
        .contains("--full")
        .doesNotContain("\tat ");
    assertThat(world.path("out/_run.json")).hasContent(before);
    assertThat(world.check().code()).isZero();
    assertThat(world.path("out.rejected/area_delta")).isDirectory();
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void theTableOfViolationsNamesTableRowAndLaw() throws IOException {
    runOnForgedQuarantine();

    List<Row> violations = violations();

    assertThat(violations).isNotEmpty();
    assertThat(violations)
        .allSatisfy(
            violation -> {
              assertThat(violation.<String>getAs("table_name")).isEqualTo("input_file");
              assertThat(violation.<String>getAs("row"))
                  .isEqualTo("tiny maps/map_20240101.geojson");
              assertThat(violation.<String>getAs("law")).contains("quarantine");
            });
    JsonNode laws =
        new ObjectMapper().readTree(world.path("out.rejected/_run.json").toFile()).path("laws");
    assertThat(laws.path("breaks").asInt()).isEqualTo(violations.size());
    assertThat(laws.path("first").get(0).path("row").asText())
        .isEqualTo("tiny maps/map_20240101.geojson");
  }

  @Test
  void noCommandPassesARejectedOutputOn() throws IOException {
    runOnForgedQuarantine();
    String rejected = world.out() + ".rejected";

    assertThat(TinyWorld.execute("check", rejected))
        .satisfies(ended -> assertThat(ended.code()).isEqualTo(4))
        .satisfies(ended -> assertThat(ended.err()).contains("rejected").contains("[tiny maps/"));
    for (String command : List.of("report", "export")) {
      TinyWorld.Ended ended = TinyWorld.execute(command, rejected);
      assertThat(ended.code()).as(command).isEqualTo(4);
      assertThat(ended.err()).contains("rejected it").contains("[tiny maps/");
    }
    assertThat(world.path("out.rejected/report.html")).doesNotExist();
    assertThat(world.path("out.rejected/csv")).doesNotExist();
  }

  @Test
  void comparingWithARejectedOutputSaysThatItIsOne() throws IOException {
    runOnForgedQuarantine();

    TinyWorld.Ended ended = TinyWorld.execute("compare", world.out(), world.out() + ".rejected");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("out.rejected was rejected");
    assertThat(ended.out()).contains("quarantine");
  }

  @Test
  void anEarlierRejectedOutputIsReplacedAndFilesOfTheUsersOwnInItStay() throws IOException {
    runOnForgedQuarantine();
    Files.writeString(world.path("out.rejected/notes.txt"), "why?");
    Files.delete(world.path("out.rejected/area_delta/period_kind=day/area_delta-00000.parquet"));

    runOnForgedQuarantine();

    assertThat(world.path("out.rejected/area_delta/period_kind=day/area_delta-00000.parquet"))
        .exists();
    assertThat(world.path("out.rejected/notes.txt")).hasContent("why?");
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void figuresThatContradictEachOtherBeforeThereIsATableNameMapsAndFiles() throws IOException {
    ForgedFindings.addToStocks(world.out(), "tiny");

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isEqualTo(4);
    assertThat(ended.err())
        .contains("tiny 2024-01-01 (maps/map_20240101.geojson)")
        .contains("is kept in " + world.out() + ".rejected");
    assertThat(violations()).hasSize(1);
    assertThat(violations().get(0).<String>getAs("table_name")).isEqualTo("none");
    assertThat(world.table("../out.rejected/input_file").count()).isEqualTo(4);
    assertThat(world.path("out.rejected/quarantine")).isDirectory();
    assertThat(world.path("out.rejected/area_delta")).doesNotExist();
    assertThat(TinyWorld.execute("check", world.out() + ".rejected").code()).isEqualTo(4);
  }

  @Test
  void computingEverythingAnewMendsIt() throws IOException {
    ForgedFindings.addToStocks(world.out(), "tiny");
    assertThat(world.run().code()).isEqualTo(4);

    TinyWorld.Ended ended = world.run("--full");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(world.check().code()).isZero();
  }

  private TinyWorld.Ended runOnForgedQuarantine() throws IOException {
    ForgedFindings.rejectOneMore(world.out(), "tiny");
    TinyWorld.Ended ended = world.run();
    assertThat(ended.code()).as(ended.err()).isEqualTo(4);
    return ended;
  }

  private List<Row> violations() {
    return world.table("../out.rejected/violation").collectAsList();
  }
}
