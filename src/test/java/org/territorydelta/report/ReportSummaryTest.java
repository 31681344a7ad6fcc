package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.claim.ClaimLabel;

class ReportSummaryTest {
  @Test
  void aRunWithoutClaimsSaysSoInALine() {
    assertThat(summary(0, 1, 2, new TreeMap<>()).lines())
        .containsExactly("0 claims, 1 event, 2 rows of them in quarantine");
  }

  @Test
  void manyLabelsGoOnInFurtherLinesOfTheConsolesWidth() {
    var labels = new TreeMap<ClaimLabel, Long>();
    for (ClaimLabel label : ClaimLabel.values()) {
      labels.put(label, 1000L);
    }

    var lines = summary(9000, 0, 0, labels).lines();

    assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 80);
    for (ClaimLabel label : ClaimLabel.values()) {
      assertThat(String.join(" ", lines)).contains("1000 " + label.name());
    }
    assertThat(lines.get(lines.size() - 1)).doesNotEndWith(",");
  }

  private static ReportSummary summary(
      long claims, long events, long rejected, TreeMap<ClaimLabel, Long> labels) {
    return new ReportSummary(claims, events, rejected, labels, List.of(), List.of(), List.of());
  }
}
