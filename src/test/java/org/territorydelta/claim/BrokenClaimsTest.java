package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.model.AsKnown.NOW;
import static org.territorydelta.model.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.QuantityType.GROSS_GAIN;
import static org.territorydelta.model.QuantityType.NET_CHANGE;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.Grid.box;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.ClaimAssessment;
import org.territorydelta.model.ClaimLabel;
import org.territorydelta.model.Incomparability;
import org.territorydelta.model.QuantityType;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.ReportScene;
import org.territorydelta.scene.SceneBreaks;

/** BLUE holds 200 cells, then 600, then 500; its series breaks between the 1st and the 2nd. */
class BrokenClaimsTest {
  private static ClaimBuilder whole(QuantityType quantity) {
    return ClaimBuilder.over("a", quantity, "2024-01-02", "2024-01-03").cells(300);
  }

  /** A claim weighed against the series, a break of which is shown by the map of the 2nd. */
  private static ClaimAssessment weighed(ClaimBuilder claim, BreakKind kind) {
    ControlScene scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 20, 10))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 60, 10))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 50, 10));
    return ReportScene.of(scene)
        .breaks(SceneBreaks.at("alpha", "2024-01-02", kind, BLUE))
        .claims(claim.build())
        .assessment("a", "alpha", NOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = QuantityType.class,
      names = {"NET_CHANGE", "RATE_PER_DAY", "GROSS_GAIN", "GROSS_LOSS"})
  void acrossABreakNothingIsMeasuredAndNoClaimIsWeighed(QuantityType quantity) {
    ClaimAssessment row = weighed(whole(quantity), BreakKind.BASE_REDEFINED);

    assertThat(row.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(row.reasons()).containsExactly(Incomparability.SERIES_BREAK);
    assertThat(row.measured()).isEmpty();
    assertThat(row.covered()).isEmpty();
    assertThat(row.ratio()).isEmpty();
  }

  @Test
  void aSpikeBetweenTheMapsSpoilsWhatWasGainedAndNotTheNet() {
    assertThat(weighed(whole(GROSS_GAIN), BreakKind.SPIKE).label())
        .isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(weighed(whole(NET_CHANGE), BreakKind.SPIKE).label())
        .isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void whatIsHeldOnAMapOfASpikeIsNotWeighedAndOnOneOfARedefinedBaseIs() {
    ClaimBuilder held = ClaimBuilder.held("a", CONTROL_STOCK, "2024-01-02").cells(600);

    assertThat(weighed(held, BreakKind.SPIKE).reasons())
        .containsExactly(Incomparability.SERIES_BREAK);
    assertThat(weighed(held, BreakKind.BASE_REDEFINED).label()).isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void aBatchThatIsLateLeavesClaimsAsTheyAre() {
    assertThat(weighed(whole(NET_CHANGE), BreakKind.BATCH_RELEASE).label())
        .isEqualTo(ClaimLabel.CONSISTENT);
  }
}
