package org.territorydelta.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareKmTest {
  @Test
  void aSquareKilometreIsAMillionSquareMetres() {
    assertThat(SquareKm.toM2(1)).isEqualTo(1_000_000);
    assertThat(SquareKm.fromM2(2_500_000)).isEqualTo(2.5);
  }

  @Test
  void areasAreRoundedToTheNearestSquareMetre() {
    assertThat(SquareKm.roundToM2(1)).isEqualTo(1);
    assertThat(SquareKm.roundToM2(1.49)).isEqualTo(1);
    assertThat(SquareKm.roundToM2(1.51)).isEqualTo(2);
    assertThat(SquareKm.roundToM2(-1.51)).isEqualTo(-2);
  }

  @Test
  void aWrittenColumnGivesTheIntegerBack() {
    for (long seed = 1; seed <= 5; seed++) {
      var random = new Random(seed);
      for (int i = 0; i < 10_000; i++) {
        // Up to the surface of the Earth, either way.
        long m2 = random.nextLong(-510_072_000_000_000L, 510_072_000_000_000L);
        assertThat(SquareKm.toM2(SquareKm.fromM2(m2))).as("seed %d", seed).isEqualTo(m2);
      }
    }
  }

  @Test
  void theSmallestAndTheLargestAreaComeBack() {
    assertThat(SquareKm.toM2(SquareKm.fromM2(1))).isEqualTo(1);
    assertThat(SquareKm.toM2(SquareKm.fromM2(510_072_000_000_001L)))
        .isEqualTo(510_072_000_000_001L);
  }
}
