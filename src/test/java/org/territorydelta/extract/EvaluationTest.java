package org.territorydelta.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules reach, on the part they were written on and on the third set aside before. */
class EvaluationTest {
  /** What is asked of the tool, by field; derived from no measurement. */
  private static final Map<String, Double> LEAST_F1 =
      Map.of(
          "figure", 0.93,
          "quantity type", 0.85,
          "side", 0.85,
          "region", 0.8,
          "days", 0.75,
          "event", 0.85,
          "event kind", 0.8,
          "event date", 0.8,
          "comparison", 0.6);

  private static final double LEAST_LEFT_ALONE = 38.0 / 40;

  @Test
  void theRulesReachWhatIsAskedWhereTheyWereWritten() {
    Evaluation evaluation = Evaluation.development();
    LEAST_F1.forEach(
        (field, least) -> assertThat(evaluation.f1(field)).as(field).isGreaterThanOrEqualTo(least));
    assertThat(evaluation.emptyLeftAlone()).isGreaterThanOrEqualTo(LEAST_LEFT_ALONE);
  }

  @Test
  void theRulesReachWhatIsAskedOnTheThirdSetAside() {
    Evaluation evaluation = Evaluation.heldOut();
    LEAST_F1.forEach(
        (field, least) -> assertThat(evaluation.f1(field)).as(field).isGreaterThanOrEqualTo(least));
  }

  @Test
  void aThirdIsSetAside() {
    int written =
        EvaluationSet.read("sentences.txt", false).size()
            + EvaluationSet.read("held-out-sentences.txt", false).size();
    assertThat(written).isEqualTo(150);
    assertThat(EvaluationSet.read("held-out-sentences.txt", false)).hasSize(50);
    assertThat(EvaluationSet.read("articles.txt", true)).hasSize(8);
    assertThat(EvaluationSet.read("held-out-articles.txt", true)).hasSize(4);
  }
}
