package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.job.TinyWorld.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four days in a tiny world, from files to tables. All boxes are 0.8 degrees high (49.1 to 49.9),
 * so red's figures are widths times the area of such a strip one degree wide.
 */
class TinyRunTest {
  private static final double EXACT = 5e-8;

  @TempDir static Path folder;
  private static TinyWorld world;
  private static TinyWorld.Ended ended;

  @BeforeAll
  static void runOnce() throws IOException {
    world = TinyWorld.in(folder).withFourDays();
    ended = world.run();
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void gainedLostAndNetAreWidthsOfTheStrip() {
    Row delta = delta("RED", "controlled", "named", "named", "ALL");

    // Held 0.8 wide at first, 1.3 at last; between, 0.4 came, 0.2 went, 0.3 came.
    assertThat(km2(delta, "opening_km2")).isCloseTo(0.8 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta, "gained_km2")).isCloseTo(0.5 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta, "lost_km2")).isZero();
    assertThat(km2(delta, "net_km2")).isCloseTo(0.5 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta, "gross_gained_km2")).isCloseTo(0.7 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta, "gross_lost_km2")).isCloseTo(0.2 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta, "net_km2_per_day"))
        .isCloseTo(0.5 / 3 * TinyWorld.stripKm2(), within(1e-4));
  }

  @Test
  void aClaimThatBecomesHeldIsReclassifiedAndNoNewGround() {
    Row delta = delta("RED", "controlled", "day", "2024-01-04", "ALL");

    // On the 4th red holds 0.3 more, all of it claimed the day before.
    assertThat(km2(delta, "gained_km2")).isCloseTo(0.3 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta, "reclassified_in_km2"))
        .isCloseTo(km2(delta, "gained_km2"), within(EXACT));
    assertThat(km2(delta, "new_ground_km2")).isZero();
    assertThat(km2(delta("RED", "all", "day", "2024-01-04", "ALL"), "net_km2"))
        .isCloseTo(0, within(EXACT));
  }

  @Test
  void regionsShareWhatLiesInThem() {
    // Of 1.3 degrees from 30.1 on, 0.9 lie in A and 0.4 in B.
    assertThat(km2(delta("RED", "controlled", "day", "2024-01-04", "A"), "closing_km2"))
        .isCloseTo(0.9 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(km2(delta("RED", "controlled", "day", "2024-01-04", "B"), "closing_km2"))
        .isCloseTo(0.4 * TinyWorld.stripKm2(), within(1e-4));
    assertThat(delta("RED", "controlled", "day", "2024-01-04", "A").<Double>getAs("closing_share"))
        .isBetween(0.7, 0.73);
  }

  @Test
  void groundOutsideEveryRegionIsUnassigned() {
    List<Row> rows =
        world
            .table("area_delta")
            .where("side = 'BLUE' and layer_set = 'controlled' and region_id = 'UNASSIGNED'")
            .where("period_kind = 'day' and period_id = '2024-01-04' and level = 1")
            .collectAsList();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).<String>getAs("country")).isNull();
    assertThat(km2(rows.get(0), "gained_km2")).isPositive();
    assertThat(rows.get(0).<Double>getAs("closing_share")).isNull();
  }

  @Test
  void everyRowOfAKeyIsThereOnce() {
    Dataset<Row> deltas = world.table("area_delta");

    assertThat(
            deltas
                .select("side", "layer_set", "level", "region_id", "period_kind", "period_id")
                .distinct()
                .count())
        .isEqualTo(deltas.count());
  }

  @Test
  void theManifestTellsWhatWasMadeOfWhat() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(world.path("out/_run.json").toFile());

    assertThat(manifest.path("run-id").asText()).matches("[0-9a-f]{64}");
    assertThat(manifest.path("tables")).isNotEmpty();
    assertThat(manifest.path("config").path("border-band-km").asDouble()).isEqualTo(10);
    assertThat(manifest.path("counters").path("pairs-compared").asInt()).isEqualTo(4);
    assertThat(manifest.path("sources").get(0).path("geometry-may-be-shown").asBoolean()).isFalse();
  }

  @Test
  void theManifestTellsWhichWayEveryPairWent() throws IOException {
    JsonNode counters =
        new ObjectMapper().readTree(world.path("out/_run.json").toFile()).path("counters");

    assertThat(
            Stream.of("unchanged", "by-changed-edges", "redrawn", "recomputed")
                .map(way -> counters.required("pairs-" + way))
                .mapToInt(JsonNode::asInt)
                .sum())
        .isEqualTo(counters.path("pairs-compared").asInt());
    assertThat(counters.path("pairs-recomputed").asInt()).isZero();
  }

  @Test
  void theDictionaryNamesEveryColumnOfEveryTable() throws IOException {
    String dictionary = Files.readString(world.path("out/data-dictionary.md"));

    for (String table :
        List.of("input_file", "control_area", "change_polygon", "area_delta", "quarantine")) {
      assertThat(dictionary).contains("## " + table);
      for (String column : world.table(table).schema().fieldNames()) {
        assertThat(dictionary).contains("| `" + column + "` |");
      }
    }
  }

  @Test
  void theConsoleTellsAPersonTheMainFiguresInEightyColumns() {
    assertThat(ended.out())
        .contains("tiny: 4 maps, 2024-01-01 to 2024-01-04")
        .contains("RED, controlled")
        .contains("Written as computed");
    assertThat(ended.out().lines().filter(line -> !line.contains(world.out())))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }

  @Test
  void onlyTablesDictionaryAndManifestAreLeftBehind() throws IOException {
    try (var files = Files.list(world.path("out"))) {
      assertThat(files.map(path -> path.getFileName().toString()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(
              "_run.json",
              "_rerun",
              "change_polygon",
              "data-dictionary.md",
              "input_file",
              "snapshot",
              "map_day",
              "region",
              "layer_set",
              "control_area",
              "transition",
              "area_delta",
              "source_agreement",
              "disagreement_polygon",
              "rule_match",
              "series_break",
              "claim_assessment",
              "claim_summary",
              "comparison",
              "reproduction",
              "report_event",
              "region_timeline",
              "settlement_change",
              "quarantine");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void aSingleMapGivesStocksAndNoDeltas(@TempDir Path other) throws IOException {
    TinyWorld single =
        TinyWorld.in(other).map("2024-01-01", box("RED", "held", 30.1, 49.1, 30.9, 49.9));

    assertThat(single.run().code()).isZero();

    assertThat(single.table("control_area").count()).isPositive();
    assertThat(single.table("area_delta").where("coverage <> 'none'").count()).isZero();
    assertThat(single.check().code()).isZero();
  }

  private static Row delta(
      String side, String layerSet, String kind, String period, String region) {
    List<Row> rows =
        world
            .table("area_delta")
            .where("side = '" + side + "' and layer_set = '" + layerSet + "'")
            .where("period_kind = '" + kind + "' and period_id = '" + period + "'")
            .where("region_id = '" + region + "'")
            .collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static double km2(Row row, String column) {
    return row.<Double>getAs(column);
  }
}
