package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.GROSS_GAIN;
import static org.territorydelta.model.claim.QuantityType.NET_CHANGE;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;

import org.junit.jupiter.api.Test;
import org.territorydelta.config.ConfigException;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.ReportScene;
import org.territorydelta.scene.SceneBreaks;
import org.territorydelta.scene.SceneRegions;

class PairComparatorTest {
  /** BLUE comes to country BB on the 2nd with 4 cells, RED holds AA's 3 all along. */
  private static ReportScene scene() {
    return ReportScene.of(
            ControlScene.of("alpha")
                .day("2024-01-01")
                .holds(RED, box(0, 0, 3, 1))
                .day("2024-01-02")
                .holds(RED, box(0, 0, 3, 1))
                .holds(BLUE, box(3, 0, 5, 1))
                .day("2024-01-03")
                .holds(RED, box(0, 0, 3, 1))
                .holds(BLUE, box(3, 0, 7, 1)))
        .regions(SceneRegions.POWERS_OF_TWO);
  }

  private static ComparisonRow compare(ReportScene scene, String left, String right) {
    return scene
        .config("comparisons:\n  - id: x\n    left: " + left + "\n    right: " + right + "\n")
        .rows()
        .comparisons()
        .get(0);
  }

  /** A week's 390 square miles in one country, half a year's 450 in another, of two sides. */
  private static ComparisonRow founding(String right) {
    ReportScene scene = scene();
    scene.claims(
        ClaimBuilder.over("week", GROSS_GAIN, "2024-08-06", "2024-08-12")
            .in(scene.region("BB"))
            .number("390")
            .unit(MeasureUnit.SQUARE_MILE)
            .qualifier(Qualifier.ABOUT)
            .build(),
        ClaimBuilder.over("half-year", NET_CHANGE, "2024-01-01", "2024-07-31")
            .side(RED)
            .in(scene.region("AA"))
            .number("450")
            .unit(MeasureUnit.SQUARE_MILE)
            .build(),
        ClaimBuilder.over("reconstructed", NET_CHANGE, "2024-01-01", "2024-08-11")
            .side(RED)
            .in(scene.region("AA"))
            .number("1175")
            .build());
    return compare(scene, "{claim: week}", "{claim: " + right + "}");
  }

  @Test
  void theFoundingComparisonGivesItsRatioAndWhyItDoesNotHold() {
    ComparisonRow row = founding("half-year");

    assertThat(row.left().value().orElseThrow()).isCloseTo(1010.1, within(0.05));
    assertThat(row.right().value().orElseThrow()).isCloseTo(1165.5, within(0.05));
    assertThat(row.ratio().orElseThrow()).isCloseTo(0.8667, within(1e-4));
    // 390 / 7 against 450 / 213.
    assertThat(row.left().days()).contains(7);
    assertThat(row.right().days()).contains(213);
    assertThat(row.ratioPerDay().orElseThrow()).isCloseTo(26.37, within(0.01));
    assertThat(row.comparable()).isFalse();
    assertThat(row.reasons())
        .containsExactly(
            Incomparability.SIDE,
            Incomparability.COUNTRY,
            Incomparability.QUANTITY_TYPE,
            Incomparability.PERIOD_LENGTH);
    assertThat(row.grade()).isEqualTo(ComparisonRow.Grade.DIFFERENT_KINDS);
    // 370.5 over 450.5, and 409.5 over 449.5 square miles.
    assertThat(row.ratioLow().orElseThrow()).isCloseTo(0.8224, within(1e-4));
    assertThat(row.ratioHigh().orElseThrow()).isCloseTo(0.9110, within(1e-4));
    assertThat(row.sentence())
        .startsWith(
            "Somebody claimed about 1,010 km² taken by BLUE in BB from 6 August 2024 to 12 August"
                + " 2024; Somebody claimed 1,165 km² net for RED in AA from 1 January 2024 to 31"
                + " July 2024. The first is 0.87 times the second (0.82 to 0.91), and per day 26"
                + " times.")
        .endsWith(
            "Different sides, countries, kinds of quantity and lengths of period. Not"
                + " independently verified.");
    // 1010.1 / 7 against 1175 / 224.
    assertThat(founding("reconstructed").ratioPerDay().orElseThrow())
        .isCloseTo(27.51, within(0.01));
  }

  @Test
  void anEndMayBeMeasured() {
    ComparisonRow row =
        compare(
            scene(),
            "{source: alpha, side: BLUE, region: FOUR, quantity: gross_gain,"
                + " first-day: 2024-01-02, last-day: 2024-01-03}",
            "{source: alpha, side: RED, region: AA, quantity: control_stock, as-of: 2024-01-03}");

    assertThat(row.left().kind()).isEqualTo(EndKind.MEASUREMENT);
    assertThat(row.left().reference()).isEqualTo("alpha");
    assertThat(row.left().days()).contains(2);
    assertThat(row.right().days()).isEmpty();
    assertThat(row.ratio().orElseThrow()).isCloseTo(4.0 / 3, within(1e-5));
    assertThat(row.ratioPerDay()).isEmpty();
    assertThat(row.reasons())
        .containsExactly(
            Incomparability.SIDE, Incomparability.COUNTRY, Incomparability.QUANTITY_TYPE);
  }

  @Test
  void likeFiguresAreComparableOverAnyDays() {
    ComparisonRow row =
        compare(
            scene(),
            "{source: alpha, side: BLUE, region: BB, first-day: 2024-01-02, last-day: 2024-01-02}",
            "{source: alpha, side: BLUE, region: BB, first-day: 2024-01-02, last-day: 2024-01-03}");

    assertThat(row.comparable()).isTrue();
    assertThat(row.ratio().orElseThrow()).isCloseTo(0.5, within(1e-6));
    assertThat(row.ratioPerDay().orElseThrow()).isCloseTo(1, within(1e-6));
  }

  @Test
  void aStockIsAGainWhereNothingWasHeldBefore() {
    String stock =
        "{source: alpha, side: BLUE, region: FOUR, quantity: control_stock, as-of: 2024-01-03}";
    String fromNothing =
        "{source: alpha, side: BLUE, region: FOUR, quantity: gross_gain,"
            + " first-day: 2024-01-02, last-day: 2024-01-03}";
    String fromSomething = fromNothing.replace("first-day: 2024-01-02", "first-day: 2024-01-03");

    assertThat(compare(scene(), fromNothing, stock).comparable()).isTrue();
    assertThat(compare(scene(), fromSomething, stock).reasons())
        .containsExactly(Incomparability.QUANTITY_TYPE);
  }

  @Test
  void aClaimedStockIsAClaimedGainWhereTheMapsShowNothingBefore() {
    ReportScene scene = scene();
    scene.claims(claim("stock", CONTROL_STOCK, scene), claim("gain", GROSS_GAIN, scene));

    assertThat(compare(scene, "{claim: gain}", "{claim: stock}").comparable()).isTrue();
  }

  private static Claim claim(String id, QuantityType quantity, ReportScene scene) {
    ClaimBuilder claim =
        quantity == CONTROL_STOCK
            ? ClaimBuilder.held(id, quantity, "2024-01-03")
            : ClaimBuilder.over(id, quantity, "2024-01-02", "2024-01-03");
    return claim.in(scene.region("FOUR")).cells(4).build();
  }

  @Test
  void whatIsNotCoveredIsNotComparable() {
    ComparisonRow row =
        compare(
            scene(),
            "{source: alpha, side: BLUE, region: BB, first-day: 2024-01-02, last-day: 2024-01-20}",
            "{source: alpha, side: BLUE, region: BB, first-day: 2024-01-02, last-day: 2024-01-03}");

    assertThat(row.left().coverage()).isEqualTo(Coverage.PARTIAL);
    assertThat(row.reasons())
        .containsExactly(
            Incomparability.NOT_COVERED, Incomparability.STALENESS, Incomparability.PERIOD_LENGTH);
  }

  @Test
  void lengthsAndAreasHaveNoRatio() {
    ReportScene scene =
        scene()
            .claims(
                ClaimBuilder.over("km", QuantityType.ADVANCE_DISTANCE, "2024-01-02", "2024-01-03")
                    .number("2")
                    .build(),
                ClaimBuilder.over("km2", GROSS_GAIN, "2024-01-02", "2024-01-03")
                    .number("2")
                    .build());
    ComparisonRow row = compare(scene, "{claim: km}", "{claim: km2}");

    assertThat(row.ratio()).isEmpty();
    assertThat(row.difference()).isEmpty();
    assertThat(row.reasons()).containsExactly(Incomparability.QUANTITY_TYPE);
  }

  @Test
  void allClaimsAndRegionsThatThereAreNotAreToldAtOnce() {
    ReportScene scene =
        scene()
            .config(
                """
                comparisons:
                  - id: x
                    left: {claim: gone}
                    right: {source: alpha, side: BLUE, region: NINE, first-day: 2024-01-02, last-day: 2024-01-03}
                """);

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(scene::plan)
        .withMessageContaining(
            "comparison x, left: Cannot use claim: value='gone', no row of the claims has that id")
        .withMessageContaining(
            "comparison x, right: Cannot use region: value='NINE', expected one of AA, ALL, BB,"
                + " EIGHT, FOUR, ONE, TWO");
  }

  @Test
  void aFigureAcrossABreakIsMeasuredWithoutItAndSaysSo() {
    String blue = "{source: alpha, side: BLUE, region: BB, quantity: net_change, ";
    String first = blue + "first-day: 2024-01-02, last-day: 2024-01-02}";
    String second = blue + "first-day: 2024-01-03, last-day: 2024-01-03}";

    ComparisonRow row =
        compare(
            scene().breaks(SceneBreaks.at("alpha", "2024-01-03", BreakKind.BASE_REDEFINED, BLUE)),
            first,
            second);

    assertThat(row.reasons()).containsExactly(Incomparability.SERIES_BREAK);
    // The only step of the second is the one in which the series breaks: nothing is left of it.
    assertThat(row.right().value()).hasValue(0);
    assertThat(row.left().range()).isPresent();
    assertThat(row.ratio()).isEmpty();
  }
}
