package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.territorydelta.model.breaks.BreakLimits;

class BreakLimitsReaderTest {
  private static final String LEAST =
      """
      sources: [{id: a, profile: a.yaml, path: maps}]
      """;

  private static final String PROFILE =
      """
      file-date: {property: day}
      firm-to-soft: [RED held]
      rules: [{name: all, holding: RED held}]
      """;

  private static BreakLimits read(String section) {
    return ConfigReader.read("run.yaml", LEAST + section, name -> PROFILE).checks().limits();
  }

  @Test
  void whatIsLeftOutIsAsByDefault() {
    assertThat(read("")).isEqualTo(BreakLimits.DEFAULT);

    BreakLimits limits = read("series-breaks: {reversal: {most-days: 14}}\n");
    assertThat(limits.reversal()).isEqualTo(new BreakLimits.Reversal(100_000_000, 14));
    assertThat(limits.base()).isEqualTo(BreakLimits.DEFAULT.base());
  }

  @Test
  void everyKindHasItsKeys() {
    BreakLimits limits =
        read(
            """
            series-breaks:
              base-redefined: {least-km2: 1000, apart-km: 60, rear-km: 80, border-km: 5}
              reversal: {least-km2: 200, most-days: 10}
              misplaced: {least-km2: 50, remote-km: 300}
              implausible-area: {times: 3, least-km2: 20000}
              batch-release: {times: 6, least-km2: 70, times-after-quiet: 4, least-after-quiet-km2: 30}
              block-reclassification: {least-km2: 400}
              vocabulary: {settled-maps: 14}
            """);

    assertThat(limits)
        .isEqualTo(
            new BreakLimits(
                new BreakLimits.Base(1_000_000_000, 60, new BreakLimits.Rear(80, 5)),
                new BreakLimits.Reversal(200_000_000, 10),
                new BreakLimits.Misplaced(50_000_000, 300),
                new BreakLimits.Implausible(3, 20_000_000_000L),
                new BreakLimits.Batch(
                    new BreakLimits.Jump(6, 70_000_000), new BreakLimits.Jump(4, 30_000_000)),
                400_000_000,
                14));
  }

  @Test
  void noRuleMayAskForLessThanIsLookedAt() {
    assertThatThrownBy(() -> read("series-breaks: {base-redefined: {least-km2: 99}}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("least-km2");
    assertThatThrownBy(() -> read("series-breaks: {dropouts: {least-km2: 99}}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unknown key 'dropouts'");
  }
}
