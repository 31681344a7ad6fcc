package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.model.claim.AsKnown.NOW;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.GROSS_GAIN;
import static org.territorydelta.model.claim.QuantityType.NET_CHANGE;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.ReportScene.cells;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.QuantityType;
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

  /**
   * Without the step into the map of the 2nd there is the one to the 3rd alone: from 600 cells to
   * 500, so none gained, 100 lost, and a net of -100, over two days -50 a day.
   */
  @ParameterizedTest
  @CsvSource({"NET_CHANGE, -100", "RATE_PER_DAY, -50", "GROSS_GAIN, 0", "GROSS_LOSS, 100"})
  void whatChangedWhereTheSeriesBreaksIsLeftOut(QuantityType quantity, double cells) {
    ClaimAssessment row = weighed(whole(quantity), BreakKind.BASE_REDEFINED);

    assertThat(row.reasons()).containsExactly(Incomparability.SERIES_BREAK);
    assertThat(cells(row.measured())).isCloseTo(cells, within(2e-3));
    assertThat(row.label()).isNotIn(ClaimLabel.UNVERIFIABLE, ClaimLabel.NOT_COMPARABLE);
  }

  /** The spike is over on the 3rd: end to end 300 gained, and in no step that it does not touch. */
  @Test
  void aSpikeBetweenTheMapsIsNoPartOfWhatWasGainedMapByMap() {
    ClaimAssessment gain = weighed(whole(GROSS_GAIN), BreakKind.SPIKE);

    assertThat(gain.reasons()).containsExactly(Incomparability.SERIES_BREAK);
    assertThat(cells(gain.measured())).isCloseTo(300, within(2e-3));
    assertThat(gain.measured().orElseThrow().high())
        .isEqualTo(gain.measured().orElseThrow().value());
    assertThat(weighed(whole(NET_CHANGE), BreakKind.SPIKE).reasons()).isEmpty();
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
