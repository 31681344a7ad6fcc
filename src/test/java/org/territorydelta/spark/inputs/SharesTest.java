package org.territorydelta.spark.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void theLargestGoFirstAndEachToTheLightestShare() {
    // 9 to the first, 7 to the second, 6 to the second, 5 to the first: 14 and 13.
    assertThat(Shares.of(List.of(5L, 9L, 6L, 7L), 2)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void thereMayBeMoreSharesThanWork() {
    assertThat(Shares.of(List.of(3L), 4)).containsExactly(0);
    assertThat(Shares.of(List.of(), 2)).isEmpty();
  }
}
