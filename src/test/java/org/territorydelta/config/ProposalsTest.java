package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.config.RunConfig.Proposals;

class ProposalsTest {
  @Test
  void whatIsOnlyProposedCountsFromTheLeastConfidenceOn() {
    var proposals = new Proposals(List.of(), 0.8);
    assertThat(proposals.accepts("yes", "0.80")).isTrue();
    assertThat(proposals.accepts("yes", "0.79")).isFalse();
    assertThat(proposals.accepts("yes", "")).isFalse();
  }

  @Test
  void nothingProposedCountsUnlessAsked() {
    assertThat(Proposals.NONE.accepts("yes", "1.00")).isFalse();
    assertThat(Proposals.NONE.accepts("accepted", "0.10")).isTrue();
    assertThat(Proposals.NONE.accepts("refused", "1.00")).isFalse();
    assertThat(Proposals.NONE.accepts("", "")).isTrue();
  }
}
