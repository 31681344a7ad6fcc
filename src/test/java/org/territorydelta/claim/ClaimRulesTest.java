package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.model.claim.AsKnown.NOW;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.GROSS_GAIN;
import static org.territorydelta.model.claim.QuantityType.NET_CHANGE;
import static org.territorydelta.model.claim.QuantityType.RATE_PER_DAY;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.ReportScene.cells;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimSummary;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.ReportScene;

/** Rules by which claims are read and weighed. A cell has some 0.19 km². */
class ClaimRulesTest {
  private static final double SMALL = 2e-3;

  private static ClaimAssessment now(Claim claim, ControlScene... scenes) {
    return ReportScene.of(scenes)
        .claims(claim)
        .assessment(claim.key().id(), scenes[0].sourceId(), NOW);
  }

  /** Maps every fourth day, 40 columns of 10 cells more each time. */
  private static ControlScene everyFourthDay() {
    ControlScene scene = ControlScene.of("alpha");
    for (int map = 0; map < 6; map++) {
      scene
          .day(LocalDate.of(2024, 1, 1).plusDays(4L * map).toString())
          .holds(BLUE, box(0, 0, 40 * (map + 1), 10));
    }
    return scene;
  }

  /**
   * The 8th to the 17th opens with the 7th, two days after the map of the 5th, and closes with the
   * map of the 17th: 1,200 cells in twelve days. The two days too much are half a step, 200 cells:
   * 1,000 in the ten days claimed, and the doubt is as much as the 200.
   */
  @Test
  void whatTheMapsShowTooMuchIsTakenOffAndDoubted() {
    ClaimBuilder net = ClaimBuilder.over("a", NET_CHANGE, "2024-01-08", "2024-01-17").cells(1000);
    ClaimAssessment row = now(net.build(), everyFourthDay());

    assertThat(cells(row.measured())).isCloseTo(1000, within(SMALL * 100));
    assertThat(row.reasons()).containsExactly(Incomparability.STALENESS);
    assertThat(row.measurement().orElseThrow().states().coverage()).isEqualTo(Coverage.PARTIAL);
    assertThat(row.label()).isEqualTo(ClaimLabel.CONSISTENT);
    ClaimBuilder rate = ClaimBuilder.over("a", RATE_PER_DAY, "2024-01-08", "2024-01-17").cells(100);
    assertThat(cells(now(rate.build(), everyFourthDay()).measured()))
        .isCloseTo(100, within(SMALL * 10));
  }

  /** Of the source's own maps the figure is that between them: 1,200 cells. */
  @Test
  void aPublishersFigureIsOfItsMapsAsTheyAre() {
    ClaimBuilder net =
        ClaimBuilder.over("a", NET_CHANGE, "2024-01-08", "2024-01-17").cells(1200).source("alpha");
    ClaimAssessment row = now(net.build(), everyFourthDay());

    assertThat(cells(row.measured())).isCloseTo(1200, within(SMALL * 100));
    assertThat(row.reasons()).isEmpty();
    assertThat(row.counted()).isTrue();
  }

  @Test
  void aPublishersFigureOnOthersMapsIsNotCounted() {
    ClaimBuilder net =
        ClaimBuilder.over("a", NET_CHANGE, "2024-01-06", "2024-01-17").cells(1200).source("beta");

    assertThat(now(net.build(), everyFourthDay()).counted()).isFalse();
  }

  /** 400 cells on the 1st, 400 more each fourth day: 1,500 are there on the 13th, with 1,600. */
  @Test
  void theDayOnWhichALaterMapReachesTheClaimIsTold() {
    ClaimBuilder held = ClaimBuilder.held("a", CONTROL_STOCK, "2024-01-05").cells(1500);
    ClaimAssessment row = now(held.build(), everyFourthDay());

    assertThat(row.label()).isEqualTo(ClaimLabel.STRONGLY_HIGH);
    assertThat(row.beside().reachedOn()).contains(LocalDate.of(2024, 1, 13));
  }

  /** From the map of the 9th to that of the 17th it is 800 cells, nearest to 790. */
  @Test
  void aGainWithoutAStartIsUnverifiableWithTheStartThatFits() {
    Claim stated =
        ClaimBuilder.over("a", GROSS_GAIN, "2024-01-17", "2024-01-17").cells(790).build();
    Claim claim =
        new Claim(
            stated.key(),
            stated.statement(),
            stated.subject(),
            stated.amount(),
            new ClaimTime(
                stated.time().firstDay(),
                stated.time().lastDay(),
                EnumSet.of(ClaimTime.Inferred.FIRST_DAY)),
            Optional.empty());
    ClaimAssessment row = now(claim, everyFourthDay());

    assertThat(row.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(row.reasons()).contains(Incomparability.PERIOD_NOT_STATED);
    assertThat(row.beside().bestStart()).contains(LocalDate.of(2024, 1, 10));
  }

  /** RED alone is drawn, from 600 cells to 200: BLUE, another source's, has gained 400. */
  @Test
  void whereOneSideIsDrawnItsLossIsTheOthersGain() {
    String red =
        """
        file-date: {file-name: '(\\d{8})', format: yyyyMMdd}
        map-date: {from: file-date}
        firm-to-soft: [RED held]
        rules:
          - {name: red, when: {a: r}, holding: RED held}
        """;
    ControlScene alpha =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(RED, box(0, 0, 60, 10))
            .day("2024-01-11")
            .holds(RED, box(0, 0, 20, 10));
    ControlScene beta = ControlScene.of("beta").day("2024-01-01").holds(BLUE, box(0, 0, 2, 10));
    ReportScene reports =
        ReportScene.of(alpha, beta)
            .profile("alpha", red)
            .claims(
                ClaimBuilder.over("gain", GROSS_GAIN, "2024-01-02", "2024-01-11")
                    .cells(300)
                    .qualifier(Qualifier.MORE_THAN)
                    .build(),
                ClaimBuilder.over("net", NET_CHANGE, "2024-01-02", "2024-01-11").cells(400).build(),
                ClaimBuilder.held("stock", CONTROL_STOCK, "2024-01-11").cells(400).build());

    ClaimAssessment gain = reports.assessment("gain", "alpha", NOW);
    assertThat(gain.reasons()).containsExactly(Incomparability.OTHER_SIDE);
    assertThat(gain.measuredSide()).isEqualTo(RED);
    assertThat(cells(gain.measured())).isCloseTo(400, within(SMALL * 10));
    assertThat(gain.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(cells(reports.assessment("net", "alpha", NOW).measured()))
        .isCloseTo(400, within(SMALL * 10));
    assertThat(reports.assessment("stock", "alpha", NOW).reasons())
        .containsExactly(Incomparability.SIDE);
  }

  /** Alpha leaves out 1,000 cells that beta shows all the time; both gain 10 a week. */
  @Test
  void whatIsHeldByASourceThatLeavesGroundOutIsOfOtherGround() {
    ControlScene alpha = ControlScene.of("alpha");
    ControlScene beta = ControlScene.of("beta");
    for (int week = 0; week < 6; week++) {
      String day = LocalDate.of(2024, 1, 1).plusDays(7L * week).toString();
      alpha.day(day).holds(BLUE, box(100, 0, 120 + week, 10));
      beta.day(day).holds(BLUE, box(0, 0, 120 + week, 10));
    }
    Claim held = ClaimBuilder.held("a", CONTROL_STOCK, "2024-02-05").cells(1250).build();

    assertThat(now(held, alpha, beta).label()).isEqualTo(ClaimLabel.NOT_COMPARABLE);
    assertThat(now(held, alpha, beta).reasons()).containsExactly(Incomparability.BASE);
    assertThat(now(held, beta, alpha).label()).isEqualTo(ClaimLabel.CONSISTENT);
  }

  /** Alpha has 300 cells net and beta 500: 400 are between, 600 above both. */
  @Test
  void aClaimIsSummedUpOverItsSources() {
    ControlScene alpha =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 20, 10))
            .day("2024-01-11")
            .holds(BLUE, box(0, 0, 50, 10));
    ControlScene beta =
        ControlScene.of("beta")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 20, 10))
            .day("2024-01-11")
            .holds(BLUE, box(0, 0, 70, 10));
    ClaimBuilder claim = ClaimBuilder.over("a", NET_CHANGE, "2024-01-02", "2024-01-11");

    ClaimSummary between = summary(claim.cells(400).build(), alpha, beta);
    assertThat(between.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(between.sources()).isEqualTo(List.of("alpha", "beta"));
    assertThat(cells(between.told().map(ClaimSummary.Told::figures)))
        .isCloseTo(400, within(SMALL * 10));
    assertThat(summary(claim.cells(600).build(), alpha, beta).label()).isEqualTo(ClaimLabel.HIGH);
    assertThat(summary(claim.cells(800).build(), alpha, beta).label())
        .isEqualTo(ClaimLabel.STRONGLY_HIGH);
  }

  private static ClaimSummary summary(Claim claim, ControlScene... scenes) {
    return ReportScene.of(scenes).claims(claim).rows().summaries().get(0);
  }

  @Test
  void aPeriodBelowAWeekIsUnverifiableWithTheFigureOfSevenDays() {
    // The 11th to the 17th opens with the 10th, a day after the map of the 9th: 800 cells less 100.
    ClaimBuilder net = ClaimBuilder.over("a", NET_CHANGE, "2024-01-14", "2024-01-17").cells(400);
    ClaimAssessment row =
        ReportScene.of(everyFourthDay())
            .weighingByDefault()
            .claims(net.build())
            .assessment("a", "alpha", NOW);

    assertThat(row.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(row.reasons()).contains(Incomparability.BELOW_SEVEN_DAYS);
    double cellKm2 = row.measured().orElseThrow().value() / 400;
    assertThat(row.beside().ofSevenDays().orElseThrow() / cellKm2).isCloseTo(700, within(1.0));
  }
}
