package org.territorydelta.model.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void talliesAddUpPlaceByPlace() {
    // 7 = 1 + 2 + 4 and 70 = 10 + 20 + 40: a mixed-up place would show.
    assertThat(new Tally(7, 1, 2, 4).plus(new Tally(70, 10, 20, 40)))
        .isEqualTo(new Tally(77, 11, 22, 44));
  }

  @Test
  void nothingAddsNothing() {
    var tally = new Tally(7, 1, 2, 4);
    assertThat(tally.plus(Tally.ZERO)).isEqualTo(tally);
  }

  @Test
  void aTallyThatLosesSomethingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tally(8, 1, 2, 4))
        .withMessageContaining("read=8");
  }
}
