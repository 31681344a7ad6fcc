package org.territorydelta.model.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.territorydelta.model.claim.ClaimTime.Inferred.AS_OF;
import static org.territorydelta.model.claim.ClaimTime.Inferred.FIRST_DAY;
import static org.territorydelta.model.claim.ClaimTime.Inferred.LAST_DAY;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.GROSS_GAIN;
import static org.territorydelta.model.claim.QuantityType.SETTLEMENT_COUNT;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stated days and those put in for absent ones; the statement is of the 14th of August 2024. */
class ClaimTimeTest {
  private static final LocalDate STATEMENT = day(14);

  @Test
  void whatIsHeldIsHeldOnTheStatedDay() {
    ClaimTime time = time(CONTROL_STOCK, 0, 0, 12);

    assertThat(time.firstDay()).isEmpty();
    assertThat(time.lastDay()).isEqualTo(day(12));
    assertThat(time.inferred()).isEmpty();
    assertThat(time.period()).isEmpty();
  }

  @Test
  void whatIsHeldIsElseHeldOnTheLastDayOrTheStatementsOwn() {
    assertThat(time(CONTROL_STOCK, 0, 11, 0).lastDay()).isEqualTo(day(11));
    assertThat(time(CONTROL_STOCK, 0, 11, 0).inferred()).containsExactly(AS_OF);
    assertThat(time(CONTROL_STOCK, 0, 0, 0).lastDay()).isEqualTo(STATEMENT);
    assertThat(time(CONTROL_STOCK, 0, 0, 0).inferred()).containsExactly(AS_OF);
  }

  @Test
  void aPeriodIsTheStatedDays() {
    ClaimTime time = time(GROSS_GAIN, 6, 12, 0);

    assertThat(time.firstDay()).contains(day(6));
    assertThat(time.days()).contains(7);
    assertThat(time.inferred()).isEmpty();
  }

  @Test
  void aPeriodWithoutALastDayEndsWithTheStatement() {
    ClaimTime time = time(GROSS_GAIN, 6, 0, 0);

    assertThat(time.lastDay()).isEqualTo(STATEMENT);
    assertThat(time.inferred()).containsExactly(LAST_DAY);
  }

  @Test
  void aPeriodWithoutAFirstDayIsItsLastDayAlone() {
    assertThat(time(GROSS_GAIN, 0, 12, 0).firstDay()).contains(day(12));
    assertThat(time(GROSS_GAIN, 0, 12, 0).inferred()).containsExactly(FIRST_DAY);
    assertThat(time(GROSS_GAIN, 0, 0, 0).firstDay()).contains(STATEMENT);
    assertThat(time(GROSS_GAIN, 0, 0, 0).inferred()).containsExactly(FIRST_DAY, LAST_DAY);
  }

  @Test
  void settlementsAreOfAPeriodWhereItsFirstDayIsStated() {
    assertThat(time(SETTLEMENT_COUNT, 6, 12, 0).firstDay()).contains(day(6));
    assertThat(time(SETTLEMENT_COUNT, 0, 0, 12).firstDay()).isEmpty();
  }

  @Test
  void shiftingMovesBothEnds() {
    assertThat(time(GROSS_GAIN, 6, 12, 0).shifted(-2)).isEqualTo(time(GROSS_GAIN, 4, 10, 0));
    assertThat(time(CONTROL_STOCK, 0, 0, 0).shifted(1)).isEqualTo(ClaimTime.at(day(15)));
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> ClaimTime.over(day(7), day(6)));
  }

  /** Days of August; 0 for one that is not stated. */
  private static ClaimTime time(QuantityType quantity, int first, int last, int asOf) {
    var stated = new ClaimTime.Stated(optionalDay(first), optionalDay(last), optionalDay(asOf));
    return ClaimTime.of(quantity, stated, STATEMENT);
  }

  private static Optional<LocalDate> optionalDay(int day) {
    return day == 0 ? Optional.empty() : Optional.of(day(day));
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 8, day);
  }
}
