package org.territorydelta.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareKmTest {
  @Test
  void aSquareKilometreIsAHundredMillionSquareDecimetres() {
    assertThat(SquareKm.toDm2(1)).isEqualTo(100_000_000);
    assertThat(SquareKm.fromDm2(250_000_000)).isEqualTo(2.5);
  }

  @Test
  void squareMetresAreRoundedToTheNearestSquareDecimetre() {
    assertThat(SquareKm.roundToDm2(1)).isEqualTo(100);
    assertThat(SquareKm.roundToDm2(0.0149)).isEqualTo(1);
    assertThat(SquareKm.roundToDm2(0.0151)).isEqualTo(2);
    assertThat(SquareKm.roundToDm2(-0.0151)).isEqualTo(-2);
  }

  @Test
  void aWrittenColumnGivesTheIntegerBack() {
    for (long seed = 1; seed <= 5; seed++) {
      var random = new Random(seed);
      for (int i = 0; i < 10_000; i++) {
        // Up to 2e7 km², the bound the class promises.
        long dm2 = random.nextLong(-2_000_000_000_000_000L, 2_000_000_000_000_000L);
        assertThat(SquareKm.toDm2(SquareKm.fromDm2(dm2))).as("seed %d", seed).isEqualTo(dm2);
      }
    }
  }

  @Test
  void theSmallestAndTheLargestAreaComeBack() {
    assertThat(SquareKm.toDm2(SquareKm.fromDm2(1))).isEqualTo(1);
    assertThat(SquareKm.toDm2(SquareKm.fromDm2(1_999_999_999_999_999L)))
        .isEqualTo(1_999_999_999_999_999L);
  }
}
