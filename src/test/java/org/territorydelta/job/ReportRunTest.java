package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Claims, events and places through a whole run. Over the four days red holds strips between the
 * same parallels that are 0.8, 1.2, 1.0 and 1.3 degrees wide.
 */
class ReportRunTest {
  private static final String HEADER =
      "claim_id,claimant,side,statement_date,quantity_type,value,unit,qualifier,region_id,"
          + "first_day,last_day,as_of,layer_set,source_id\n";

  private static final double SQUARE_MILE_KM2 = 2.589988110336;

  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void draw() throws IOException {
    world =
        TinyWorld.in(folder)
            .withFourDays()
            .config(
                """
                weighing: {least-days: 1, source-spread: [{days: 1, km2: 0}]}
                claims: claims.csv
                events: events.csv
                places: places.csv
                comparisons:
                  - id: stock-as-claimed-and-measured
                    left: {claim: stock}
                    right: {source: tiny, side: RED, quantity: control_stock, as-of: 2024-01-04}
                """)
            .file("claims.csv", HEADER + stock("stock", 1.3))
            .file(
                "events.csv",
                "event_id,date,region_id,kind,claimant\nalarm,2024-01-03,A,emergency-declared,X\n")
            .file("places.csv", "name,lon,lat,region_id\nTown,31.2,49.5,B\n");
  }

  /** What red holds on the last day, of strips so many degrees wide. */
  private static String stock(String id, double degrees) {
    return row(id, "control_stock", km2(degrees), "km2", "", "ALL,,,2024-01-04,,");
  }

  private static String row(
      String id, String quantity, String value, String unit, String qualifier, String where) {
    return String.join(",", id, "X", "RED", "2024-01-05", quantity, value, unit, qualifier, where)
        + "\n";
  }

  private static String km2(double degrees) {
    return String.format(Locale.ROOT, "%.2f", degrees * TinyWorld.stripKm2());
  }

  private void claims(String... rows) throws IOException {
    world.file("claims.csv", HEADER + stock("stock", 1.3) + String.join("", rows));
  }

  private void run() {
    TinyWorld.Ended ended = world.run();
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private Row assessed(String claimId, String layerSet) {
    return world
        .table("claim_assessment")
        .where("claim_id = '" + claimId + "' and layer_set = '" + layerSet + "'")
        .where("known = 'as_known_now'")
        .first();
  }

  @Test
  void aClaimEqualToTheMapsIsConsistentInEveryUnit() throws IOException {
    double squareMiles = 1.3 * TinyWorld.stripKm2() / SQUARE_MILE_KM2;
    claims(
        row(
            "miles",
            "control_stock",
            String.format(Locale.ROOT, "%.2f", squareMiles),
            "sq_mi",
            "",
            "ALL,,,2024-01-04,,"),
        stock("half-as-much", 0.6));

    run();

    assertThat(assessed("stock", "controlled").<String>getAs("label")).isEqualTo("CONSISTENT");
    assertThat(assessed("miles", "controlled").<String>getAs("label")).isEqualTo("CONSISTENT");
    assertThat(assessed("half-as-much", "controlled").<String>getAs("label"))
        .isEqualTo("STRONGLY_LOW");
  }

  @Test
  void aGainIsWeighedFromEndToEndUpToMapByMap() throws IOException {
    claims(row("gain", "gross_gain", km2(0.6), "km2", "", "ALL,2024-01-02,2024-01-04,,,"));

    run();

    // From 0.8 to 1.3 degrees at once; from 0.8 to 1.2 and from 1.0 to 1.3 one by one.
    Row gain = assessed("gain", "controlled");
    double strip = TinyWorld.stripKm2();
    assertThat(gain.<Double>getAs("measured_value")).isCloseTo(0.5 * strip, within(1e-3));
    assertThat(gain.<Double>getAs("measured_high")).isCloseTo(0.7 * strip, within(1e-3));
    assertThat(gain.<String>getAs("label")).isEqualTo("CONSISTENT");
  }

  @Test
  void aNetHasTheBandOfItsShiftedEnds() throws IOException {
    claims(row("net", "net_change", km2(0.3), "km2", "", "ALL,2024-01-03,2024-01-04,,,"));

    run();

    // 1.3 less 1.2 degrees; by shifted ends as little as 1.0 less 1.2, as much as 1.3 less 0.8.
    Row net = assessed("net", "controlled");
    double strip = TinyWorld.stripKm2();
    assertThat(net.<Double>getAs("measured_low")).isCloseTo(-0.2 * strip, within(1e-3));
    assertThat(net.<Double>getAs("measured_value")).isCloseTo(0.1 * strip, within(1e-3));
    assertThat(net.<Double>getAs("measured_high")).isCloseTo(0.5 * strip, within(1e-3));
  }

  @Test
  void anAdvanceIsWeighedByThePiecesOfItsDay() throws IOException {
    claims(
        row(
            "advance",
            "advance_distance",
            "22",
            "km",
            "about",
            "B,2024-01-04,2024-01-04,,controlled,"));

    run();

    // 0.3 degrees of longitude are 21.5 km at 49.9 degrees north and 21.9 at 49.1.
    Row advance = assessed("advance", "controlled");
    assertThat(advance.<Double>getAs("measured_low")).isBetween(21.4, 21.9);
    assertThat(advance.<Double>getAs("measured_high")).isBetween(21.8, 22.0);
    assertThat(advance.<String>getAs("label")).isEqualTo("CONSISTENT");
  }

  @Test
  void badRowsGoToQuarantineWithTheirReasonsAndStopNoOther() throws IOException {
    String good = ",X,RED,2024-01-05,control_stock,";
    claims(
        "nowhere" + good + "5,km2,,Z,,,,,\n",
        "no-day,X,RED,2024-02-30,control_stock,5,km2,,A,,,,,\n",
        "backwards,X,RED,2024-01-05,net_change,5,km2,,A,2024-01-04,2024-01-02,,,\n",
        "negative" + good + "-5,km2,,A,,,,,\n",
        "furlongs" + good + "5,furlong,,A,,,,,\n",
        "typo" + good + "123456789,km2,,A,,,,,\n",
        "markup,<script>alert(1)</script>,RED,2024-01-05,control_stock,5,km2,,A,,,,,\n",
        "formula,=1+1,RED,2024-01-05,control_stock,5,km2,,A,,,,,\n",
        stock("stock", 1.3),
        "short,X\n",
        stock("after-all-of-them", 1.3));
    Files.writeString(
        world.path("events.csv"), "lost,2024-01-03,Z,displaced,X\n", StandardOpenOption.APPEND);

    run();

    assertThat(
            world
                .table("quarantine")
                .select("source_id", "reason", "outcome")
                .orderBy("source_id", "feature_index")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "claims UNKNOWN_REGION rejected",
            "claims IMPOSSIBLE_DATE rejected",
            "claims IMPOSSIBLE_DATE rejected",
            "claims NEGATIVE_VALUE rejected",
            "claims UNKNOWN_UNIT rejected",
            "claims IMPLAUSIBLE_VALUE rejected",
            "claims MARKUP_IN_TEXT rejected",
            "claims FORMULA_IN_TEXT rejected",
            "claims DUPLICATE_ID rejected",
            "claims MISSING_VALUE rejected",
            "events UNKNOWN_REGION rejected");
    assertThat(
            world.table("claim_assessment").select("claim_id").distinct().collectAsList().stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("stock", "after-all-of-them");
    assertThat(world.table("report_event").count()).isEqualTo(1);
    Row file = world.table("input_file").where("source_id = 'claims'").first();
    assertThat(file.<String>getAs("role")).isEqualTo("report");
    assertThat(file.<Long>getAs("features_read")).isEqualTo(12);
    assertThat(file.<Long>getAs("features_rejected")).isEqualTo(10);
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aFileOfWhichNoRowIsUsedIsTheHeadline() throws IOException {
    world.config("claims: claims.csv\n").file("claims.csv", HEADER + stock("", 1.3) + ",short\n");

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("\n\nNo row of claims.csv was used: all 2 are in quarantine.\n")
        .contains("  in quarantine:\n    2 MISSING_VALUE, first claims.csv, row 1: claim_id is")
        .doesNotContain("Written as computed. Run");
  }

  @Test
  void aClaimOfASideThatNoSourceDrawsIsTold() throws IOException {
    claims("typo,X,RUD,2024-01-05,control_stock,5,km2,,A,,,2024-01-04,,\n");

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains(
            "  1 claim is of side 'RUD', which no source draws (sides drawn: BLUE, RED): typo\n");
    Row typo = world.table("claim_assessment").where("claim_id = 'typo'").first();
    assertThat(typo.<String>getAs("label")).isEqualTo("NOT_COMPARABLE");
    assertThat(typo.<String>getList(typo.fieldIndex("reasons"))).contains("UNKNOWN_SIDE");
  }

  @Test
  void aRegionsStoryHasChangesClaimsAndEventsOfADay() throws IOException {
    claims("of-a,X,RED,2024-01-03,control_stock,5,km2,,A,,,2024-01-02,,\n");

    run();

    Row day =
        world
            .table("region_timeline")
            .where("region_id = 'A' and day = date'2024-01-03'")
            .selectExpr("neighbours", "claims.claim_id", "events.kind", "size(changes) as changes")
            .first();
    assertThat(day.<String>getList(0)).containsExactly("B", "C");
    assertThat(day.<String>getList(1)).containsExactly("of-a");
    assertThat(day.<String>getList(2)).containsExactly("emergency-declared");
    assertThat(
            world
                .table("region_timeline")
                .where("region_id = 'B' and day = date'2024-01-03'")
                .selectExpr("inline(changes)")
                .where("layer_set = 'controlled'")
                .selectExpr("round(lost_km2, 3) as lost")
                .first()
                .getDouble(0))
        .isCloseTo(0.2 * TinyWorld.stripKm2(), within(1e-3));
  }

  @Test
  void aTownChangesHandsWithTheGroundItStandsOn() {
    run();

    assertThat(
            world
                .table("settlement_change")
                .select("name", "closing_map_date", "from_status", "to_status")
                .orderBy("closing_map_date")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "Town 2024-01-02 none held",
            "Town 2024-01-03 held claimed",
            "Town 2024-01-04 claimed held");
  }

  @Test
  void townsAreCountedForClaimsOfThem() throws IOException {
    claims(row("towns", "settlement_count", "2", "count", "", "B,2024-01-02,2024-01-04,,,"));

    run();

    Row towns = assessed("towns", "controlled");
    assertThat(towns.<Double>getAs("measured_value")).isEqualTo(1);
    assertThat(towns.<Double>getAs("measured_high")).isEqualTo(2);
    assertThat(towns.<String>getAs("label")).isEqualTo("UNVERIFIABLE");
    assertThat(towns.<String>getList(towns.fieldIndex("reasons"))).containsExactly("PLACES");
  }

  @Test
  void twoFiguresOfTheSameAreComparable() {
    run();

    Row pair = world.table("comparison").first();
    assertThat(pair.<Boolean>getAs("comparable")).isTrue();
    assertThat(pair.<Double>getAs("ratio")).isCloseTo(1, within(1e-6));
    assertThat(pair.<Double>getAs("right_sq_mi"))
        .isCloseTo(1.3 * TinyWorld.stripKm2() / SQUARE_MILE_KM2, within(1e-3));
  }

  @Test
  void aPublishersFigureIsComputedUnderEveryDefinition() throws IOException {
    claims(row("own", "net_change", km2(0.3), "km2", "", "ALL,2024-01-04,2024-01-04,,,tiny"));

    run();

    // Red's step from 1.0 to 1.3 degrees is that of the last day alone, by what it holds.
    List<Row> reproducing =
        world.table("reproduction").where("claim_id = 'own' and reproduces").collectAsList();
    assertThat(reproducing).hasSize(1);
    assertThat(reproducing.get(0).<Integer>getAs("offset_days")).isZero();
    assertThat(reproducing.get(0).<String>getAs("layer_set")).isEqualTo("controlled");
    assertThat(reproducing.get(0).<Boolean>getAs("ours")).isTrue();
    assertThat(reproducing.get(0).<Boolean>getAs("best")).isTrue();
  }

  @Test
  void aForgedLabelIsFound() throws IOException {
    run();
    Path written = world.path("out/claim_assessment/claim_assessment-00000.parquet");
    Path scratch = world.path("scratch");
    world
        .table("claim_assessment")
        .withColumn("label", functions.lit("LOW"))
        .coalesce(1)
        .write()
        .parquet(scratch.toString());
    try (Stream<Path> files = Files.list(scratch)) {
      Path forged = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.copy(forged, written, StandardCopyOption.REPLACE_EXISTING);
    }
    WrittenFiles.forge(world.path("out"), world.path("out").relativize(written).toString());
    WrittenFiles.forgetContents(world.path("out"));

    TinyWorld.Ended ended = world.check();

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err())
        .contains("claim_assessment [stock tiny controlled as_known_now]")
        .contains("labels-follow-from-the-intervals")
        .doesNotContain("hash");
  }

  @Test
  void theConsoleSaysHowManyClaimsThereAre() {
    assertThat(world.run().out())
        .contains("1 claim, 1 event, 0 rows of them in quarantine")
        .contains("as known now: 1 CONSISTENT, 1 LOW");
  }

  @Test
  void aComparisonOfAClaimThatThereIsNotIsToldBeforeAnyMapIsRead() throws IOException {
    world.file("claims.csv", HEADER + stock("other", 1.3)).map("2024-01-05", "not a map");

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("comparison stock-as-claimed-and-measured, left: Cannot use claim")
        .doesNotContain("\tat ");
  }

  @Test
  void anUnreadableReportStopsTheRunOrGoesToQuarantine() throws IOException {
    world.file("events.csv", "event_id,date\n");

    TinyWorld.Ended stopped = world.run();

    assertThat(stopped.code()).isEqualTo(3);
    assertThat(stopped.err())
        .contains("Cannot read events: path='events.csv', it has no column region_id or region")
        .contains("on-bad-file: quarantine");

    Files.writeString(
        world.path("config.yaml"),
        Files.readString(world.path("config.yaml")) + "on-bad-file: quarantine\n");
    run();

    assertThat(world.table("quarantine").first().<String>getAs("reason"))
        .isEqualTo("UNREADABLE_FILE");
    assertThat(
            world.table("input_file").where("source_id = 'events'").first().<String>getAs("role"))
        .isEqualTo("failed");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aMissingReportStopsTheRunWithItsPath() throws IOException {
    Files.delete(world.path("places.csv"));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("Cannot find places: path='places.csv'");
  }

  @Test
  void theRunsIdHangsOnWhatTheReportsSayAndNotOnWhereTheyLie() throws IOException {
    run();
    String before = runId();
    Files.move(world.path("claims.csv"), world.path("said.csv"));
    String config = Files.readString(world.path("config.yaml"));
    world.file("config.yaml", config.replace("claims: claims.csv", "claims: said.csv"));
    run();
    assertThat(runId()).isEqualTo(before);

    Files.writeString(world.path("said.csv"), stock("more", 1.3), StandardOpenOption.APPEND);
    run();
    assertThat(runId()).isNotEqualTo(before);
  }

  private String runId() throws IOException {
    return new ObjectMapper().readTree(world.path("out/_run.json").toFile()).get("run-id").asText();
  }
}
