package org.territorydelta.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> COMMANDS = List.of("inspect", "init", "run", "report");

  @Test
  void lettersThatWereSwappedAreOneStep() {
    assertThat(NearestName.distance("rnu", "run")).isEqualTo(1);
    assertThat(NearestName.among("rnu", COMMANDS)).contains("run");
  }

  @Test
  void aWordOfWhichMoreThanHalfIsOtherHasNone() {
    // "delete" to "report": only the second letter and the length agree.
    assertThat(NearestName.among("delete", COMMANDS)).isEmpty();
    assertThat(NearestName.hint("delete", COMMANDS)).isEmpty();
  }

  @Test
  void theHintNamesIt() {
    assertThat(NearestName.hint("reprot", COMMANDS)).isEqualTo("; did you mean 'report'?");
  }
}
