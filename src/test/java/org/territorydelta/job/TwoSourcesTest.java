package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two sources through a whole run. Both have four days; {@code near} gives red 0.8 degrees of a
 * strip, {@code thin} 0.6 of the same, but for the third day, on which it has lost all but 0.1.
 */
class TwoSourcesTest {
  private static final String CONFIG =
      """
      sources:
        - {id: near, profile: profile.yaml, path: "maps/*"}
        - {id: thin, profile: profile.yaml, path: "thin/*"}
      regions: {path: regions.geojson}
      layer-sets: {controlled: [held]}
      periods: {every: [day, month]}
      """;

  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void draw() throws IOException {
    Files.createDirectories(folder.resolve("thin"));
    world = TinyWorld.in(folder).file("config.yaml", CONFIG);
    for (String day : List.of("20240101", "20240102", "20240103", "20240104")) {
      near(day);
      thin(day, day.equals("20240103") ? 30.2 : 30.7);
    }
  }

  private void near(String day) throws IOException {
    world.file(
        "maps/map_" + day + ".geojson", collection(box("RED", "held", 30.1, 49.1, 30.9, 49.9)));
  }

  private void thin(String day, double east) throws IOException {
    world.file(
        "thin/map_" + day + ".geojson", collection(box("RED", "held", 30.1, 49.1, east, 49.9)));
  }

  private void run(String... options) {
    String config = world.path("config.yaml").toString();
    List<String> args = new ArrayList<>(List.of("run", "--config", config, "--out", world.out()));
    args.addAll(List.of(options));
    TinyWorld.Ended ended = TinyWorld.execute(args.toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private Row agreement(String day, String region) {
    return world
        .table("source_agreement")
        .where("side = 'RED' and day = '" + day + "' and region_id = '" + region + "'")
        .first();
  }

  /** Ground one degree wide: what both hold on the second day is 0.6 of it. */
  private double degree() {
    return km2(agreement("2024-01-02", "ALL"), "in_both_km2") / 0.6;
  }

  private static double km2(Row row, String column) {
    return row.<Double>getAs(column);
  }

  @Test
  void agreementIsToldByDayAndRegion() {
    run();

    for (String region : List.of("ALL", "A", "X")) {
      Row second = agreement("2024-01-02", region);
      assertThat(km2(second, "only_a_km2")).isCloseTo(0.2 * degree(), within(1e-6));
      assertThat(km2(second, "only_b_km2")).isZero();
      assertThat(km2(second, "jaccard")).isCloseTo(0.75, within(1e-9));
      Row third = agreement("2024-01-03", region);
      assertThat(km2(third, "only_a_km2")).isCloseTo(0.7 * degree(), within(1e-6));
      assertThat(km2(third, "jaccard")).isCloseTo(0.125, within(1e-9));
      // What only one shows on every day is 0.2 degrees wide, 14 km: less than any baseline.
      assertThat(km2(third, "only_a_standing_km2")).isCloseTo(0.2 * degree(), within(1e-6));
      assertThat(km2(third, "only_a_baseline_km2")).isZero();
    }
    assertThat(world.table("source_agreement").where("region_id in ('B', 'C', 'Y')").count())
        .isZero();
  }

  @Test
  void aMonthsDisagreementIsToldPieceByPiece() {
    run();

    List<Row> pieces = world.table("disagreement_polygon").collectAsList();

    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0).<String>getAs("shown_by")).isEqualTo("near");
    assertThat(pieces.get(0).<String>getAs("lies_in")).isEqualTo("A");
    assertThat(km2(pieces.get(0), "area_km2")).isCloseTo(0.2 * degree(), within(1e-6));
    // The profile does not say that shapes may be passed on.
    assertThat(pieces.get(0).<byte[]>getAs("geometry")).isNull();
  }

  @Test
  void aBreakIsFlaggedAndChangesNothing() {
    run();

    Row dropout = world.table("series_break").where("kind = 'dropout'").first();

    assertThat(dropout.<String>getAs("source_id")).isEqualTo("thin");
    assertThat(dropout.<LocalDate>getAs("map_date")).isEqualTo("2024-01-03");
    assertThat(dropout.<String>getAs("file")).isEqualTo("thin/map_20240103.geojson");
    assertThat(km2(dropout, "area_km2")).isCloseTo(0.5 * degree(), within(1e-6));
    assertThat(dropout.<Boolean>getAs("excluded")).isFalse();
    assertThat(thirdDaysLoss()).isCloseTo(0.5 * degree(), within(1e-6));
    assertThat(world.check().code()).isZero();
  }

  /** What red lost on the third day by the source that dropped ground. */
  private double thirdDaysLoss() {
    return km2(
        world
            .table("area_delta")
            .where("source_id = 'thin' and side = 'RED' and period_id = '2024-01-03'")
            .where("region_id = 'ALL'")
            .first(),
        "lost_km2");
  }

  @Test
  void aBreakThatIsExcludedIsInNoFigureAndItsFileSaysSo() throws IOException {
    world.file("config.yaml", CONFIG + "exclude-breaks: [dropout]\n");

    run();

    assertThat(thirdDaysLoss()).isZero();
    assertThat(km2(agreement("2024-01-03", "A"), "jaccard")).isCloseTo(0.75, within(1e-9));
    assertThat(agreement("2024-01-03", "A").<Integer>getAs("b_staleness_days")).isEqualTo(1);
    assertThat(world.table("series_break").where("excluded").count()).isEqualTo(1);
    Row file = world.table("input_file").where("role = 'excluded'").first();
    assertThat(file.<String>getAs("path")).isEqualTo("thin/map_20240103.geojson");
    assertThat(world.table("snapshot").where("source_id = 'thin'").count()).isEqualTo(3);
    assertThat(world.check().code()).isZero();
  }

  @Test
  void claimsAreWeighedWithoutTheMapsLeftOut() throws IOException {
    String reports = CONFIG + "claims: claims.csv\nplaces: places.csv\n";
    world
        .file("config.yaml", reports)
        .file(
            "claims.csv",
            """
            claim_id,claimant,side,statement_date,quantity_type,value,unit,region_id,first_day
            loss,X,RED,2024-01-04,gross_loss,5,km2,A,2024-01-02
            towns,X,RED,2024-01-04,settlement_count,1,count,A,2024-01-02
            """)
        .file("places.csv", "name,lon,lat,region_id\nTown,30.5,49.5,A\n");

    run();
    for (String claim : List.of("loss", "towns")) {
      Row weighed = assessment(claim);
      assertThat(weighed.<String>getAs("label")).isEqualTo("UNVERIFIABLE");
      assertThat(weighed.<String>getList(weighed.fieldIndex("reasons"))).contains("SERIES_BREAK");
    }
    // What was gone for a day and came back is not lost ground; of towns nothing can be told.
    assertThat(mostOf("loss")).isZero();
    assertThat(assessment("towns").<Double>getAs("measured_high")).isNull();
    assertThat(world.table("settlement_change").where("source_id = 'thin'").count()).isEqualTo(2);

    world.file("config.yaml", reports + "exclude-breaks: [dropout]\n");
    rerun("findings");
    assertThat(mostOf("loss")).isZero();
    assertThat(mostOf("towns")).isZero();
    assertThat(world.table("settlement_change").count()).isZero();
  }

  /** The most that the source which dropped ground gives, as known now. */
  private double mostOf(String claim) {
    return km2(assessment(claim), "measured_high");
  }

  private Row assessment(String claim) {
    return world
        .table("claim_assessment")
        .where("claim_id = '" + claim + "' and source_id = 'thin' and known = 'as_known_now'")
        .first();
  }

  @Test
  void aRerunTakesOverTheMonthsThatAreAsTheyWere() throws IOException {
    world.file("config.yaml", CONFIG + "exclude-breaks: [dropout]\n");
    run();
    assertThat(rerun("agreement-months-taken-over")).isEqualTo(1);

    near("20240105");
    thin("20240105", 30.7);
    assertThat(rerun("agreement-months-taken-over")).isZero();

    // January goes on a few days past its last map, until that is too old.
    near("20240201");
    thin("20240201", 30.7);
    assertThat(rerun("agreement-months-taken-over")).isZero();

    near("20240202");
    assertThat(rerun("agreement-months-taken-over")).isEqualTo(2);
    thin("20240202", 30.7);
    assertThat(rerun("agreement-months-taken-over")).isEqualTo(1);
  }

  /** Runs again, and then anew; both must give the same bytes. */
  private long rerun(String counter) throws IOException {
    run();
    JsonNode counters =
        new ObjectMapper().readTree(world.path("out/_run.json").toFile()).path("counters");
    var again = WrittenFiles.hashes(Path.of(world.out()));
    run("--full");
    assertThat(again).isEqualTo(WrittenFiles.hashes(Path.of(world.out())));
    return counters.path(counter).asLong(-1);
  }

  @Test
  void sourcesAreNotHeldAgainstEachOtherUnlessAsked() throws IOException {
    world.file("config.yaml", CONFIG + "agreement: {every: never}\n");

    run();

    assertThat(world.table("source_agreement").count()).isZero();
    assertThat(world.table("disagreement_polygon").count()).isZero();
  }
}
