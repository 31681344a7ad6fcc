package org.territorydelta.model.claim;

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
    "exact,     450,   449.5,  450,   450.5",
    "not stated, 450,  445,    450,   455", // the 0 at the end is no digit: half of ten
    "not stated, 1000, 950,    1000,  1050", // half of a thousand, 5 % at the most
    "not stated, 196.1, 196.05, 196.1, 196.15",
    "about,     1000,  950,    1000,  1050", // one digit: 5 %
    "about,     390,   370.5,  390,   409.5", // two: 5 %
    "about,     1250,  1225,   1250,  1275", // three: 2 %
    "about,     1175,  1169.125, 1175, 1180.875", // four: 0.5 %
    "about,     108163, 107622.185, 108163, 108703.815", // six: 0.5 %
    "about,     4,     3.5,    4,     4.5",
    "about,     -100,  -105,   -100,  -95",
    "more than, 1250,  1250,   1250,  Infinity",
    "over,      1250,  1250,   1250,  Infinity",
    "more than, -37,   -Infinity, -37, -37", // a loss of more than that
    "at least,  20,    20,     20,    Infinity",
    "less than, 50,    0,      50,    50",
    "up to,     50,    0,      50,    50",
    "as many as, 50,   0,      50,    50",
    "at most,   50,    0,      50,    50",
    "almost,    400,   360,    400,   400", // a hundred less is more than 10 %
    "nearly,    1980,  1970,   1980,  1980", // one unit of the 8
    "almost,    -400,  -400,   -400,  -360",
    "roughly,   390,   370.5,  390,   409.5",
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
    "between,   10-20, 10,  15,  20",
    "more than, 10-20, 10,  15,  Infinity",
    "almost,    10-20, 9,   15,  20"
  })
  void aSpanReachesFromItsLowersLeastToItsHighersMost(
      String qualifier, String span, double low, double value, double high) {
    assertRange(Qualifier.parse(qualifier).interval(StatedValue.parse(span)), low, value, high);
  }

  private static void assertRange(ValueRange range, double low, double value, double high) {
    assertEnd(range.low(), low);
    assertEnd(range.value(), value);
    assertEnd(range.high(), high);
  }

  private static void assertEnd(double end, double expected) {
    if (Double.isInfinite(expected)) {
      assertThat(end).isEqualTo(expected);
    } else {
      assertThat(end).isCloseTo(expected, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(Qualifier.class)
  void everyWordIsReadBack(Qualifier qualifier) {
    assertThat(Qualifier.parse(qualifier.word())).isEqualTo(qualifier);
  }

  @Test
  void anUnknownWordIsToldWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qualifier.parse("possibly"))
        .withMessage(
            "Cannot read qualifier: word='possibly', expected one of exact, not stated, about,"
                + " more than, at least, less than, up to, as many as, at most, between, almost");
  }
}
