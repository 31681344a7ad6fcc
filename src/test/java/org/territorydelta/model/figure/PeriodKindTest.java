package org.territorydelta.model.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodKindTest {
  @ParameterizedTest
  @EnumSource
  void everyKindIsReadByItsWord(PeriodKind kind) {
    assertThat(PeriodKind.parse(kind.word())).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DAY", "weekly", "rolling_28_day"})
  void otherWordsAreRefused(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeriodKind.parse(word))
        .withMessageContaining("'" + word + "'");
  }
}
