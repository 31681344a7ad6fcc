package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static final char THIN = '\u202f';

  @Test
  void theLargestNetOfTheLastWholeMonthLeads() {
    Headline headline =
        of(
            ToldTable.named("area_delta")
                .month("atlas", "RED", "2024-05", 900, 0)
                .month("atlas", "RED", "2024-06", 1500, 250)
                .month("atlas", "BLUE", "2024-06", 300, 500)
                .emptyMonth("atlas", "RED", "2024-07"));

    assertThat(headline.title())
        .isEqualTo("RED gained 1" + THIN + "250.0\u00a0km² net in June 2024");
    // 1,250 / 2.589988 = 482.6
    assertThat(headline.paragraphs().get(0))
        .contains("By the maps of atlas", "“controlled”", "483\u00a0square miles")
        .contains("31 May 2024 and 30 June 2024");
    assertThat(headline.paragraphs().get(1)).contains("atlas gives BLUE \u2212200.0");
  }

  @Test
  void aLossIsSaidToBeOne() {
    assertThat(of(ToldTable.named("area_delta").month("a", "RED", "2024-06", 1, 4)).title())
        .isEqualTo("RED lost 3.0\u00a0km² net in June 2024");
  }

  @Test
  void aMonthWithoutChangeIsNoGain() {
    assertThat(of(ToldTable.named("area_delta").month("a", "RED", "2024-06", 4, 4)).title())
        .isEqualTo("No net change for RED in June 2024");
  }

  @Test
  void withoutAWholePeriodNothingIsClaimed() {
    Headline headline = of(ToldTable.named("area_delta").emptyMonth("a", "RED", "2024-06"));

    assertThat(headline.lead()).isEmpty();
    assertThat(headline.title()).isEqualTo("No period is covered by maps from end to end");
    assertThat(Headline.of(ToldTable.output()).lead()).isEmpty();
  }

  @Test
  void acrossABreakThereIsNoFigureToLeadWith() {
    Headline headline =
        broken(
            ToldTable.named("area_delta")
                .month("atlas", "RED", "2024-02", 90, 0)
                .brokenMonth("atlas", "RED", "2024-03", 700, 16600, 650));

    assertThat(headline.title())
        .isEqualTo(
            "The maps of atlas do not compare in March 2024:"
                + " their series breaks on 13 March 2024");
    assertThat(headline.paragraphs())
        .singleElement()
        .asString()
        .contains("base redefined on 13 March 2024, 16" + THIN + "619.0\u00a0km²")
        .contains("without it RED gained 650.0\u00a0km² net");
    assertThat(headline.lead().orElseThrow().text("period_id")).isEqualTo("2024-03");
  }

  @Test
  void whereAnotherSourceHasTheSameDaysItLeadsAndTheBreakIsToldFirst() {
    Headline headline =
        broken(
            ToldTable.named("area_delta")
                .brokenMonth("atlas", "RED", "2024-03", 700, 16600, 650)
                .month("gazette", "RED", "2024-03", 80, 5));

    assertThat(headline.title()).isEqualTo("RED gained 75.0\u00a0km² net in March 2024");
    assertThat(headline.paragraphs().get(0)).startsWith("The series of atlas breaks for RED");
    assertThat(headline.paragraphs().get(1)).startsWith("By the maps of gazette");
    assertThat(headline.paragraphs()).noneMatch(text -> text.contains("atlas gives"));
  }

  private static Headline broken(ToldTable areaDelta) {
    return Headline.of(
        ToldTable.output(
            "area_delta",
            areaDelta,
            "series_break",
            ToldTable.redefined("atlas", "RED", "2024-03-13", 16619)));
  }

  @Test
  void twoFiguresSideBySideComeWithTheirRatioAndWithWhatTheyDifferIn() {
    Headline headline =
        Headline.of(
            ToldTable.output(
                "comparison",
                ToldTable.named("comparison")
                    .row(
                        "left_kind", "claim",
                        "left_reference", "week",
                        "left_side", "BLUE",
                        "left_region_name", "East",
                        "left_quantity_type", "gross_gain",
                        "left_first_day", LocalDate.parse("2024-08-06"),
                        "left_last_day", LocalDate.parse("2024-08-12"),
                        "left_reckoned_in", "km2",
                        "left_value", 1010.0,
                        "right_kind", "measurement",
                        "right_reference", "atlas",
                        "right_side", "RED",
                        "right_region_name", "West",
                        "right_quantity_type", "net_change",
                        "right_first_day", LocalDate.parse("2024-01-01"),
                        "right_last_day", LocalDate.parse("2024-07-31"),
                        "right_reckoned_in", "km2",
                        "right_value", 1165.0,
                        "ratio", 0.8669,
                        "ratio_per_day", 26.38,
                        "comparable", false,
                        "reasons", List.of("SIDE", "QUANTITY_TYPE"))));

    assertThat(headline.paragraphs())
        .singleElement()
        .asString()
        .contains("gross gain of 1" + THIN + "010\u00a0km² (390\u00a0square miles) by BLUE in East")
        .contains("from 6 to 12 August 2024, as claimed (week)")
        .contains("as atlas shows it")
        .contains("The first is 0.87 of the second; per day, 26.")
        .endsWith("They are not comparable: different sides, different kinds of quantity.");
  }

  private static Headline of(ToldTable areaDelta) {
    return Headline.of(ToldTable.output("area_delta", areaDelta));
  }
}
