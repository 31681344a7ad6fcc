package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.claim.SourceBreaks;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.MapState;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.SceneBreaks;

class ClaimReviewsTest {
  private static final LocalDate OPENING = LocalDate.of(2024, 8, 5);
  private static final LocalDate CLOSING = LocalDate.of(2024, 8, 12);

  private static final Claim GAIN =
      ClaimBuilder.over("kursk-390", QuantityType.GROSS_GAIN, "2024-08-06", "2024-08-12")
          .number("3.9e2")
          .unit(MeasureUnit.SQUARE_MILE)
          .qualifier(Qualifier.ABOUT)
          .side("UA")
          .stated("2024-08-14")
          .build();

  private static final Measurement MEASURED =
      new Measurement(
          new AreaDelta.States(
              Coverage.FULL,
              Optional.of(new MapState(OPENING, 0)),
              Optional.of(new MapState(CLOSING, 0))),
          Optional.of(new ValueRange(999.97, 999.97, 1004.79)),
          Optional.of(0L));

  @Test
  void aReviewSaysWhatWasClaimedByWhomAndWhatTheMapsGive() throws IOException {
    JsonNode review = review(assessment(GAIN, ClaimLabel.CONSISTENT, Set.of()));

    assertThat(review.path("@type").asText()).isEqualTo("ClaimReview");
    assertThat(review.path("claimReviewed").asText())
        .isEqualTo("about 390 sq mi gained by UA in All ground, 2024-08-06 to 2024-08-12");
    assertThat(review.at("/itemReviewed/author/name").asText()).isEqualTo("Somebody");
    assertThat(review.at("/itemReviewed/datePublished").asText()).isEqualTo("2024-08-14");
    assertThat(review.at("/reviewRating/alternateName").asText())
        .isEqualTo("in line with these maps");
    // 390 square miles are 1,010.1 km²; 5 % either way.
    assertThat(review.at("/reviewRating/ratingExplanation").asText())
        .contains("stands for 959.6 to 1 060.6 km2")
        .contains("All maps published so far of survey give 1 000.0 to 1 004.8 km2")
        .contains("layer set controlled, from the map of 2024-08-05 to that of 2024-08-12");
    assertThat(review.at("/isBasedOn/creditText").asText()).isEqualTo("drawn by hand");
  }

  @ParameterizedTest
  @EnumSource(ClaimLabel.class)
  void noLabelIsAVerdictOrAScore(ClaimLabel label) throws IOException {
    JsonNode rating = review(assessment(GAIN, label, Set.of())).path("reviewRating");

    assertThat(rating.path("alternateName").asText()).doesNotContainPattern("(?i)true|false|lie");
    assertThat(rating.has("ratingValue")).isFalse();
    assertThat(rating.path("ratingExplanation").asText()).endsWith("neither true nor false.");
  }

  @Test
  void whatCannotBeComparedSaysWhy() throws IOException {
    JsonNode review =
        review(assessment(GAIN, ClaimLabel.NOT_COMPARABLE, Set.of(Incomparability.REGION)));

    assertThat(review.at("/reviewRating/ratingExplanation").asText())
        .contains("Not compared: the source does not draw the side's ground there.");
  }

  @Test
  void textOfOthersCannotEndAScriptElement() throws IOException {
    Claim hostile =
        new Claim(
            GAIN.key(),
            new Claim.Statement(
                "</script><script>alert(1)\u2028",
                "",
                GAIN.statement().date(),
                "javascript:alert(1)"),
            GAIN.subject(),
            GAIN.amount(),
            GAIN.time(),
            Optional.empty());
    String json = json(assessment(hostile, ClaimLabel.CONSISTENT, Set.of()));

    assertThat(json).doesNotContain("<").doesNotContain("\u2028");
    JsonNode item = first(json).path("itemReviewed");
    assertThat(item.at("/author/name").asText()).isEqualTo(hostile.statement().claimant());
    assertThat(item.path("appearance").has("url")).isFalse();
  }

  @Test
  void acrossABreakTheBreakIsToldAndNoNumberOfTheMaps() throws IOException {
    var breaks =
        new SourceBreaks(
            List.of(SceneBreaks.at("survey", "2024-08-07", BreakKind.BASE_REDEFINED, "UA")));
    var across =
        new Measurement(
            MEASURED.states(), Optional.empty(), Optional.of(0L), true, Optional.empty());
    JsonNode review =
        first(
            new ClaimReviews(Map.of(), breaks)
                .json(
                    List.of(
                        assessment(
                            GAIN,
                            across,
                            ClaimLabel.UNVERIFIABLE,
                            Set.of(Incomparability.SERIES_BREAK)))));

    assertThat(review.at("/reviewRating/alternateName").asText())
        .isEqualTo("of days over which these maps do not compare");
    assertThat(review.at("/reviewRating/ratingExplanation").asText())
        .contains("The series of survey breaks on 2024-08-07 (base-redefined, 100.0 km²).")
        .doesNotContain("999");
  }

  @Test
  void whatMapsGiveOfOtherDaysIsToldByThoseDays() throws IOException {
    // Maps of 31 December and 31 July: 213 days for a claim of some.
    var span =
        new Measurement(
            new AreaDelta.States(
                Coverage.PARTIAL,
                Optional.of(new MapState(LocalDate.of(2023, 12, 31), 182)),
                Optional.of(new MapState(LocalDate.of(2024, 7, 31), 0))),
            Optional.of(ValueRange.exactly(1165)),
            Optional.of(0L));
    JsonNode review = first(json(assessment(GAIN, span, ClaimLabel.UNVERIFIABLE, Set.of())));

    assertThat(review.at("/reviewRating/ratingExplanation").asText())
        .contains(
            "from the map of 2023-12-31 to that of 2024-07-31 (213 days, not the claim's),"
                + " give 1 165.0 km2");
  }

  private static ClaimAssessment assessment(
      Claim claim, ClaimLabel label, Set<Incomparability> reasons) {
    return assessment(claim, MEASURED, label, reasons);
  }

  private static ClaimAssessment assessment(
      Claim claim, Measurement measured, ClaimLabel label, Set<Incomparability> reasons) {
    return new ClaimAssessment(
        claim,
        true,
        new ClaimAssessment.Against("survey", "controlled", AsKnown.NOW),
        Optional.of(measured),
        label,
        reasons);
  }

  private static JsonNode review(ClaimAssessment assessment) throws IOException {
    return first(json(assessment));
  }

  private static String json(ClaimAssessment assessment) {
    return new ClaimReviews(Map.of("survey", "drawn by hand"), SourceBreaks.NONE)
        .json(List.of(assessment));
  }

  private static JsonNode first(String json) throws IOException {
    JsonNode document = new ObjectMapper().readTree(json);
    assertThat(document.path("@context").asText()).isEqualTo("https://schema.org");
    assertThat(document.path("@graph")).hasSize(1);
    return document.path("@graph").get(0);
  }
}
