package org.territorydelta.model.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.model.SquareKm;

class MeasureUnitTest {
  private static final long KURSK_M2 = SquareKm.toM2(30_000);

  @ParameterizedTest
  @CsvSource({
    "sq_mi, 390, 1010.09536",
    "ha, 100, 1",
    "percent, 10, 3000",
    "km2, 7, 7",
    "mi, 10, 16.09344",
    "km, 3, 3",
    "count, 74, 74"
  })
  void oneUnitMakesSoManyOfTheOneThatIsReckonedIn(String word, double number, double reckoned) {
    double factor = MeasureUnit.named(word).orElseThrow().factor(KURSK_M2).getAsDouble();

    assertThat(number * factor).isCloseTo(reckoned, within(1e-5));
  }

  @ParameterizedTest
  @EnumSource(MeasureUnit.class)
  void unitsRoundTrip(MeasureUnit unit) {
    long seed = 5;
    var random = new Random(seed);
    double factor = unit.factor(KURSK_M2).getAsDouble();
    for (int i = 0; i < 1000; i++) {
      double number = random.nextDouble() * 1e6;
      assertThat(number * factor / factor)
          .as("seed %d, %s", seed, unit)
          .isCloseTo(number, within(1e-12 * number));
    }
  }

  @ParameterizedTest
  @EnumSource(MeasureUnit.class)
  void everyWordIsReadBack(MeasureUnit unit) {
    assertThat(MeasureUnit.named(unit.word())).contains(unit);
    assertThat(unit.dimension().reckonedIn().dimension()).isEqualTo(unit.dimension());
  }

  @Test
  void wordsMayBeWrittenInOtherWays() {
    assertThat(MeasureUnit.named(" KM² ")).contains(MeasureUnit.SQUARE_KM);
    assertThat(MeasureUnit.named("Square Miles")).contains(MeasureUnit.SQUARE_MILE);
    assertThat(MeasureUnit.named("%")).contains(MeasureUnit.PERCENT);
    assertThat(MeasureUnit.named("acres")).isEmpty();
  }

  @Test
  void percentOfAnUnknownAreaIsNothing() {
    assertThat(MeasureUnit.PERCENT.factor(0)).isEmpty();
  }
}
