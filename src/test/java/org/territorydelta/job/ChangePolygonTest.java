package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the first of the four days to the last, red gains a box of 0.5 by 0.8 degrees held and one
 * of 0.1 by 0.8 claimed beside it, blue one of 1.1 by 0.2. By the layer set of held ground that
 * makes two pieces, by that of all ground three; the named days and the month are this same pair.
 */
class ChangePolygonTest {
  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void draw() throws IOException {
    world = TinyWorld.in(folder).withFourDays();
  }

  @Test
  void everyPeriodHasItsPieces() {
    run();

    Dataset<Row> pieces = world.table("change_polygon");
    assertThat(pieces.count()).isEqualTo(10);
    assertThat(pieces.filter("period_id = 'named' AND layer_set = 'controlled'").count())
        .isEqualTo(2);
    assertThat(
            pieces.filter("period_kind = 'month' AND side = 'RED' AND layer_set = 'all'").count())
        .isEqualTo(2);
    assertThat(pieces.select("piece_id").distinct().count()).isEqualTo(3);
    Row held =
        pieces
            .filter(
                "period_id = 'named' AND layer_set = 'all' AND to_status = 'held' AND side = 'RED'")
            .first();
    // 0.1 degrees of it lie in region A, 0.4 in B; it reaches 0.5 degrees east of the old line.
    List<Row> regions = held.getList(held.fieldIndex("regions"));
    assertThat(regions.stream().map(row -> row.getString(0))).contains("A", "B", "X");
    assertThat(held.<Double>getAs("bearing_degrees")).isBetween(85.0, 95.0);
    assertThat(held.<Double>getAs("depth_metres")).isBetween(35_000.0, 37_500.0);
    assertThat(held.<Boolean>getAs("noisy")).isFalse();
  }

  @Test
  void shapesAreLeftOutUnlessTheTermsAllowThem() {
    run();

    assertThat(world.table("change_polygon").filter("geometry IS NOT NULL").count()).isZero();
  }

  @Test
  void otherReadersOpenItAsGeoParquet() throws IOException, InterruptedException {
    Path python = PythonTools.interpreterOrSkip();
    Path profile = world.path("profile.yaml");
    world.file(
        "profile.yaml",
        Files.readString(profile)
            + "licence: {name: none, attribution: drawn by hand, redistribute-geometry: true}\n");
    run();

    // A box that only blue's piece lies in, in its two layer sets and two periods.
    JsonNode seen = check(python, "change_polygon", "29", "50.15", "30", "51");

    assertThat(seen.path("rows").asInt()).isEqualTo(10);
    assertThat(seen.path("rows_in_box").asInt()).isEqualTo(4);
    assertThat(seen.path("crs").asText()).isEqualTo("OGC:CRS84");
    assertThat(seen.path("valid").asBoolean()).isTrue();
    assertThat(seen.path("bounds").get(0).asDouble()).isEqualTo(29.5);
    assertThat(seen.path("bounds").get(3).asDouble()).isEqualTo(50.4);
    // A parallel is no geodesic: over 1.1 degrees they part by a few hundred metres.
    assertThat(seen.path("largest_area_error_share").asDouble()).isLessThan(0.01);
  }

  @Test
  void bordersAreInTheOutputAsTheyWereRead() throws IOException, InterruptedException {
    Path python = PythonTools.interpreterOrSkip();
    run();

    // A box that only region C meets. X, Y, ALL and two UNASSIGNED have no border of their own.
    JsonNode seen = check(python, "region", "29", "50.5", "30.5", "51");

    assertThat(seen.path("rows").asInt()).isEqualTo(9);
    assertThat(seen.path("rows_with_shape").asInt()).isEqualTo(4);
    assertThat(seen.path("rows_in_box").asInt()).isEqualTo(1);
    assertThat(seen.path("bounds").toString()).isEqualTo("[30.0,49.0,32.0,51.0]");
    // A parallel is no geodesic, see above.
    assertThat(seen.path("largest_area_error_share").asDouble()).isLessThan(0.01);
  }

  private void run() {
    TinyWorld.Ended ended = world.run();
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private JsonNode check(Path python, String table, String... box)
      throws IOException, InterruptedException {
    Path file = world.path("out/" + table + "/" + table + "-00000.parquet");
    var command =
        new ArrayList<>(
            List.of(python.toString(), "src/test/python/geoparquet_check.py", file.toString()));
    command.addAll(List.of(box));
    Path answer = folder.resolve("answer.json");
    int code =
        new ProcessBuilder(command)
            .redirectOutput(answer.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(folder.resolve("errors"))).isZero();
    return new ObjectMapper().readTree(answer.toFile());
  }
}
