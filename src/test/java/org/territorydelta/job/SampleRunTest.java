package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.spark.SharedSession;

/**
 * The sample, end to end. It was drawn to come near public figures, and its README gives the areas
 * that were drawn, computed by another program (GEOS) from the files.
 */
class SampleRunTest {
  private static final double SQUARE_MILE_KM2 = 2.589988110336;

  @TempDir static Path folder;
  private static String out;

  @BeforeAll
  static void runOnce() {
    out = folder.resolve("out").toString();
    TinyWorld.Ended ended =
        TinyWorld.execute("run", "--config", "data/sample/config.yaml", "--out", out, "--csv");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Illustrative: drawn by hand for this project");
  }

  @Test
  void theLawsHold() {
    assertThat(TinyWorld.execute("check", out).code()).isZero();
  }

  @Test
  void everyAssessmentIsAClaimReview() throws IOException {
    var reviews = new ObjectMapper().readTree(Path.of(out, "claim-review.jsonld").toFile());
    long assessments = table("claim_assessment").count();

    assertThat(assessments).isPositive();
    assertThat(reviews.path("@graph")).hasSize((int) assessments);
    assertThat(reviews.path("@graph").findValuesAsText("claimReviewed"))
        .contains("about 390 sq mi gained by UA in Kursk, 2024-08-06 to 2024-08-12");
  }

  @Test
  void ukraineHoldsAThousandSquareKilometresOfKurskAfterAWeek() {
    Row week = delta("survey", "UA", "kursk-week-1", "RU-KRS");

    assertThat(week.<Double>getAs("net_km2")).isCloseTo(1000.0, within(0.5));
    assertThat(week.<Double>getAs("net_km2") / SQUARE_MILE_KM2).isCloseTo(386, within(0.3));
    assertThat(delta("gazette", "UA", "kursk-week-1", "RU-KRS").<Double>getAs("net_km2"))
        .isCloseTo(716.8, within(0.1));
  }

  @Test
  void russiaGainsFourHundredAndFiftySquareMilesNetBetweenJanuaryAndJuly() {
    Row half = delta("survey", "RU", "january-to-july", "ALL");

    assertThat(half.<Double>getAs("net_km2") / SQUARE_MILE_KM2).isCloseTo(450, within(0.3));
    assertThat(half.<Double>getAs("lost_km2")).isPositive();
    assertThat(delta("survey", "RU", "january-to-11-august", "ALL").<Double>getAs("net_km2"))
        .isCloseTo(1175, within(0.5));
  }

  @Test
  void groundTakenLostAndRetakenCountsOnceNetAndTwiceGross() {
    Row week = delta("survey", "RU", "kursk-week-1", "UA-14");

    double extra = week.<Double>getAs("gross_gained_km2") - week.<Double>getAs("gained_km2");
    assertThat(extra).isCloseTo(2.41, within(0.01));
  }

  @Test
  void whatTheGazetteCallsRecapturedIsHeldByNobody() {
    // 107,650.0 and 108,770.0 km² of control; the 36.8 km² recaptured are not among them.
    Row half = delta("gazette", "RU", "january-to-july", "ALL");

    assertThat(half.<Double>getAs("opening_km2")).isCloseTo(107_650.0, within(0.1));
    assertThat(half.<Double>getAs("closing_km2")).isCloseTo(108_770.0, within(0.1));
    assertThat(half.<Double>getAs("lost_km2")).isCloseTo(36.8, within(0.1));
  }

  @Test
  void aMissingDayADuplicateAndARevisionEndUpInTheirTables() {
    assertThat(
            table("map_day")
                .where("source_id = 'gazette' and day = date'2024-08-09'")
                .first()
                .<String>getAs("state"))
        .isEqualTo("carried");
    assertThat(role("gazette/2024-08-10.json")).isEqualTo("duplicate");
    assertThat(role("gazette/2024-08-08.json")).isEqualTo("superseded");
    List<Row> revisions =
        table("control_area")
            .where("source_id = 'gazette' and map_date = date'2024-08-07'")
            .where("side = 'UA' and region_id = 'ALL'")
            .orderBy("file_date")
            .collectAsList();
    assertThat(revisions).hasSize(2);
    assertThat(revisions.get(0).<Double>getAs("area_km2")).isCloseTo(110.0, within(0.1));
    assertThat(revisions.get(1).<Double>getAs("area_km2")).isCloseTo(124.0, within(0.1));
  }

  @Test
  void groundInTheSeaGoesToTheNearestRegionAndTheRowSaysHowMuch() {
    // survey draws Ukraine and Russia: 859.7 km² of its ground lie in neither on this border.
    Row all = delta("survey", "RU", "january-to-july", "UA");
    assertThat(all.<Double>getAs("border_mismatch_km2")).isCloseTo(859.7, within(0.1));

    // gazette has no scope, so there it stays unassigned.
    Row unassigned = delta("gazette", "RU", "january-to-july", "UNASSIGNED");
    assertThat(unassigned.<Double>getAs("closing_km2")).isCloseTo(859.7, within(0.1));
  }

  @Test
  void aWeekInKurskAgainstHalfAYearInUkraineIsNotComparable() {
    Row asStated = comparison("week-against-half-year");
    Row asDrawn = comparison("week-against-half-year-on-the-survey");

    // 390 over 450, and each over its 7 and 213 days.
    assertThat(asStated.<Double>getAs("ratio")).isCloseTo(390 / 450.0, within(1e-9));
    assertThat(asStated.<Double>getAs("ratio_per_day"))
        .isCloseTo(390 / 7.0 / (450 / 213.0), within(1e-9));
    assertThat(asStated.<Boolean>getAs("comparable")).isFalse();
    assertThat(asStated.<String>getList(asStated.fieldIndex("reasons")))
        .containsExactly("SIDE", "COUNTRY", "QUANTITY_TYPE", "PERIOD_LENGTH");
    assertThat(asDrawn.<Double>getAs("left_sq_mi")).isCloseTo(386, within(0.3));
    assertThat(asDrawn.<Double>getAs("right_sq_mi")).isCloseTo(448.3, within(0.1));
    assertThat(comparison("week-against-half-year-reconstructed").<Double>getAs("ratio_per_day"))
        .isCloseTo(28, within(0.5));
  }

  /** By the 12th the survey's map of that day was not out, and the gazette's neither. */
  @Test
  void aThousandSquareKilometresIsHighByTheMapsOfItsDayAndConsistentByTheSurveysLater() {
    assertThat(label("kursk-1000", "survey", "as_known_then")).isEqualTo("HIGH");
    assertThat(label("kursk-1000", "survey", "as_known_now")).isEqualTo("CONSISTENT");
    assertThat(label("kursk-1000", "gazette", "as_known_then")).isEqualTo("STRONGLY_HIGH");
    assertThat(label("kursk-1000", "gazette", "as_known_now")).isEqualTo("HIGH");
  }

  @Test
  void aStateOfEmergencySpreadsFromKurskToItsNeighbour() {
    Row kursk =
        table("region_timeline")
            .where("region_id = 'RU-KRS' and exists(events, e -> e.kind = 'emergency-declared')")
            .first();
    Row belgorod =
        table("region_timeline")
            .where("region_id = 'RU-BEL' and exists(events, e -> e.kind = 'emergency-declared')")
            .first();

    assertThat(kursk.<LocalDate>getAs("day")).isEqualTo("2024-08-10");
    assertThat(belgorod.<LocalDate>getAs("day")).isEqualTo("2024-08-14");
    assertThat(kursk.<String>getList(kursk.fieldIndex("neighbours"))).contains("RU-BEL");
  }

  private static Row comparison(String id) {
    return table("comparison").where("comparison_id = '" + id + "'").first();
  }

  private static String label(String claim, String source, String known) {
    return table("claim_assessment")
        .where("claim_id = '" + claim + "' and source_id = '" + source + "'")
        .where("known = '" + known + "' and layer_set = 'controlled'")
        .first()
        .getAs("label");
  }

  private static String role(String path) {
    return table("input_file").where("path = '" + path + "'").first().getAs("role");
  }

  private static Dataset<Row> table(String name) {
    return SharedSession.get().read().parquet(out + "/" + name);
  }

  private static Row delta(String source, String side, String period, String region) {
    return table("area_delta")
        .where("source_id = '" + source + "' and side = '" + side + "'")
        .where("period_id = '" + period + "' and region_id = '" + region + "'")
        .where("layer_set = 'controlled' and level <= 1")
        .first();
  }
}
