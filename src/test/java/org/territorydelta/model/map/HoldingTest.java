package org.territorydelta.model.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingTest {
  @Test
  void whatIsWrittenIsReadBack() {
    var holding = new Holding("RU", "held");
    assertThat(holding).hasToString("RU held");
    assertThat(Holding.parse(holding.toString())).isEqualTo(holding);
    assertThat(Holding.parse("  RU \t held ")).isEqualTo(holding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RU", "RU held firmly"})
  void anythingButTwoWordsIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holding.parse(text))
        .withMessageContaining("'" + text + "'")
        .withMessageContaining("a side and a status");
  }

  @Test
  void blankWordsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Holding(" ", "held"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Holding("RU", ""));
  }

  @Test
  void nobodysGroundHasNeitherSideNorStatus() {
    assertThat(Holding.NONE.isNone()).isTrue();
    assertThat(Holding.parse(Holding.NONE.toString()).isNone()).isTrue();
    assertThat(new Holding("RU", "held").isNone()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Holding("none", "held"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Holding("RU", "none"));
  }

  @Test
  void theOrderIsBySideThenByStatus() {
    var sorted = new TreeSet<Holding>();
    sorted.add(new Holding("UA", "claimed"));
    sorted.add(new Holding("RU", "held"));
    sorted.add(new Holding("RU", "claimed"));
    assertThat(sorted)
        .map(Holding::toString)
        .containsExactly("RU claimed", "RU held", "UA claimed");
  }
}
