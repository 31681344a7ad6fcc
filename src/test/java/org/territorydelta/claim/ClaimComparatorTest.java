package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;

class ClaimComparatorTest {
  @ParameterizedTest
  @CsvSource({
    // claimed low, high; measured low, high
    "gross_gain, 950, 1050,  1000, 1000, CONSISTENT",
    "gross_gain, 950, 1050,  1050, 1060, CONSISTENT",
    "gross_gain, 950, 1050,   900,  940, HIGH",
    "gross_gain, 900, 1050,   600,  600, HIGH",
    "gross_gain, 901, 1050,   600,  600, STRONGLY_HIGH",
    "gross_gain, 350,  400,   600,  620, LOW",
    "gross_gain, 350,  399,   600,  620, STRONGLY_LOW",
    "control_stock, 0, 0,     600,  600, STRONGLY_LOW",
    // Near zero the difference alone decides: up to 7.5 km², half of what is no longer near zero.
    "gross_gain,   9,   10,     2,    2, HIGH",
    "gross_gain,  10,   11,     2,    2, STRONGLY_HIGH",
    "net_change,   1,    2,    -3,   -3, HIGH",
    "net_change,   8,    9,    -3,   -3, STRONGLY_HIGH",
    "net_change,  -9,   -8,    14,   20, STRONGLY_LOW",
    "net_change,  -9,   -8,    15,   20, WRONG_SIGN",
    "net_change,  30,   40,   -30,  -20, WRONG_SIGN",
    "net_change, -90,  -80,   -70,  -60, LOW",
    "net_change, -50,  -45,   -70,  -60, HIGH",
    "net_change, -39,  -35,   -70,  -60, STRONGLY_HIGH",
    "rate_per_day, 5,    6,    -4,   -4, WRONG_SIGN",
    "rate_per_day, 0.3, 0.4,    0.1, 0.1, HIGH",
    "advance_distance, 1, 2,   0.9,  0.9, HIGH",
    "advance_distance, 1, 2,   0.1,  0.1, STRONGLY_HIGH",
    "settlement_count, 73.5, 74.5, 41, 41, STRONGLY_HIGH",
    "settlement_count, 0.5, 1.5,    0,  0, HIGH"
  })
  void aClaimIsLabelledByTheNearestEnds(
      String quantity,
      double low,
      double high,
      double measuredLow,
      double measuredHigh,
      String label) {
    assertThat(
            ClaimComparator.label(
                QuantityType.parse(quantity),
                new ValueRange(low, low, high),
                new ValueRange(measuredLow, measuredLow, measuredHigh)))
        .isEqualTo(ClaimLabel.valueOf(label));
  }

  private static final Map<ClaimLabel, Integer> DISTANCE =
      Map.of(
          ClaimLabel.CONSISTENT, 0,
          ClaimLabel.HIGH, 1,
          ClaimLabel.LOW, 1,
          ClaimLabel.STRONGLY_HIGH, 2,
          ClaimLabel.STRONGLY_LOW, 2,
          ClaimLabel.WRONG_SIGN, 3);

  @ParameterizedTest
  @EnumSource(QuantityType.class)
  void wideningAClaimNeverMakesItLessConsistent(QuantityType quantity) {
    long seed = 11;
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      ValueRange measured = range(random, quantity);
      ValueRange claimed = range(random, quantity);
      var wider =
          new ValueRange(
              lower(claimed.low() - step(random), quantity),
              claimed.value(),
              claimed.high() + step(random));
      assertThat(DISTANCE.get(ClaimComparator.label(quantity, wider, measured)))
          .as("seed %d, %s in %s against %s", seed, claimed, wider, measured)
          .isLessThanOrEqualTo(DISTANCE.get(ClaimComparator.label(quantity, claimed, measured)));
    }
  }

  @ParameterizedTest
  @EnumSource(QuantityType.class)
  void turningSignsAroundTurnsHighIntoLow(QuantityType quantity) {
    long seed = 12;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      ValueRange measured = range(random, QuantityType.NET_CHANGE);
      ValueRange claimed = range(random, QuantityType.NET_CHANGE);
      ClaimLabel label = ClaimComparator.label(quantity, claimed, measured);
      ClaimLabel turned = ClaimComparator.label(quantity, negative(claimed), negative(measured));
      assertThat(turned)
          .as("seed %d, %s against %s", seed, claimed, measured)
          .isEqualTo(opposite(label));
    }
  }

  @Test
  void aMeasurementIsConsistentWithItself() {
    long seed = 13;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      ValueRange measured = range(random, QuantityType.NET_CHANGE);
      assertThat(ClaimComparator.label(QuantityType.NET_CHANGE, measured, measured))
          .as("seed %d, %s", seed, measured)
          .isEqualTo(ClaimLabel.CONSISTENT);
    }
  }

  private static ValueRange negative(ValueRange range) {
    return new ValueRange(-range.high(), -range.value(), -range.low());
  }

  private static ClaimLabel opposite(ClaimLabel label) {
    return switch (label) {
      case HIGH -> ClaimLabel.LOW;
      case LOW -> ClaimLabel.HIGH;
      case STRONGLY_HIGH -> ClaimLabel.STRONGLY_LOW;
      case STRONGLY_LOW -> ClaimLabel.STRONGLY_HIGH;
      case CONSISTENT, WRONG_SIGN, NOT_COMPARABLE, UNVERIFIABLE, UNKNOWN, SUPERSEDED -> label;
    };
  }

  /** Of any size from below 1 to some 3,000, on both sides of zero where that makes sense. */
  private static ValueRange range(Random random, QuantityType quantity) {
    double value = Math.pow(10, 4 * random.nextDouble() - 0.5);
    double signed = quantity.isSigned() && random.nextBoolean() ? -value : value;
    double low = lower(signed - step(random), quantity);
    return new ValueRange(low, Math.max(low, signed), Math.max(low, signed) + step(random));
  }

  private static double lower(double value, QuantityType quantity) {
    return quantity.isSigned() ? value : Math.max(0, value);
  }

  private static double step(Random random) {
    return random.nextInt(3) == 0 ? 0 : Math.pow(10, 4 * random.nextDouble() - 1.5);
  }
}
