package org.territorydelta.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QualifierTest {
  @ParameterizedTest
  @CsvSource({
    "exact,     390,   389.5,  390,   390.5",
    "exact,     196.1, 196.05, 196.1, 196.15",
    "exact,     3.9e2, 385,    390,   395",
    "exact,     -33,   -33.5,  -33,   -32.5",
    "about,     1000,  950,    1000,  1050",
    "about,     4,     3.5,    4,     4.5",
    "about,     -100,  -105,   -100,  -95",
    "more than, 1250,  1250,   1250,  1375",
    "at least,  20,    20,     20,    22",
    "less than, 50,    45,     50,    50",
    "almost,    400,   360,    400,   400",
    "almost,    -400,  -400,   -400,  -360",
    "exact,     0,     -0.5,   0,     0.5",
    "about,     0,     -0.5,   0,     0.5"
  })
  void aNumberStandsForAnInterval(
      String qualifier, String number, double low, double value, double high) {
    assertRange(Qualifier.parse(qualifier).interval(StatedValue.parse(number)), low, value, high);
  }

  @ParameterizedTest
  @CsvSource({
    "exact,     1-2,   0.5, 1.5, 2.5",
    "about,     10-20, 9.5, 15,  21",
    "more than, 10-20, 10,  15,  22",
    "almost,    10-20, 9,   15,  20"
  })
  void aSpanReachesFromItsLowersLeastToItsHighersMost(
      String qualifier, String span, double low, double value, double high) {
    assertRange(Qualifier.parse(qualifier).interval(StatedValue.parse(span)), low, value, high);
  }

  private static void assertRange(ValueRange range, double low, double value, double high) {
    assertThat(range.low()).isCloseTo(low, within(1e-9));
    assertThat(range.value()).isCloseTo(value, within(1e-9));
    assertThat(range.high()).isCloseTo(high, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Qualifier.class)
  void everyWordIsReadBack(Qualifier qualifier) {
    assertThat(Qualifier.parse(qualifier.word())).isEqualTo(qualifier);
  }

  @Test
  void anUnknownWordIsToldWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qualifier.parse("roughly"))
        .withMessage(
            "Cannot read qualifier: word='roughly', expected one of exact, about, more than,"
                + " at least, less than, almost");
  }
}
