package org.territorydelta.model.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedValueTest {
  @ParameterizedTest
  @CsvSource({
    "390, 390, 390, 3",
    "196.1, 196.1, 196.1, 4",
    "3.9e2, 390, 390, 2",
    "-33, -33, -33, 2",
    "0.50, 0.5, 0.5, 2",
    "1-2, 1, 2, 1",
    "1 to 12, 1, 12, 2",
    "1\u20132, 1, 2, 1",
    "-5--3, -5, -3, 1",
    "'1,263', 1263, 1263, 4"
  })
  void numbersAndSpansKeepTheirDigits(String text, double low, double high, int digits) {
    StatedValue value = StatedValue.parse(text);

    assertThat(value.low().doubleValue()).isEqualTo(low);
    assertThat(value.high().doubleValue()).isEqualTo(high);
    assertThat(value.significantDigits()).isEqualTo(digits);
    assertThat(StatedValue.parse(value.toString())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "some",
        "1,00",
        "196,1",
        "1 000",
        "1-",
        "-",
        "1e999",
        "NaN",
        "0x10",
        "12345678901234567",
        "=1+1",
        "\u0663\u0669\u0660"
      })
  void anythingElseIsNoNumber(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatedValue.parse(text))
        .withMessageStartingWith("Cannot read value: text='" + text + "'");
  }

  @Test
  void aSpanRunsUpward() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatedValue.parse("2-1"))
        .withMessageContaining("expected low <= high");
  }

  @Test
  void digitsCanBeFewerThanThoseWritten() {
    assertThat(StatedValue.parse("450").withDigits(2)).isEqualTo(StatedValue.parse("4.5e2"));
    assertThat(StatedValue.parse("450").withDigits(3)).isEqualTo(StatedValue.parse("450"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatedValue.parse("450").withDigits(1))
        .withMessageContaining("expected at most 1 digits");
  }
}
