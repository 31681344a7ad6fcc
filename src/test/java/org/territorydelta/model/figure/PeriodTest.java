package org.territorydelta.model.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
  @Test
  void bothEndsCount() {
    assertThat(period("2024-08-06", "2024-08-12").days()).isEqualTo(7);
    assertThat(period("2024-08-12", "2024-08-12").days()).isEqualTo(1);
    assertThat(period("2024-02-01", "2024-02-29").days()).isEqualTo(29);
  }

  @Test
  void itOpensWithTheEndOfTheDayBefore() {
    assertThat(period("2024-03-01", "2024-03-31").openingDay()).isEqualTo("2024-02-29");
    assertThat(period("2025-01-01", "2025-12-31").openingDay()).isEqualTo("2024-12-31");
  }

  @Test
  void endingBeforeItBeginsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> period("2024-08-12", "2024-08-06"))
        .withMessageContaining("last-day 2024-08-06 is before first-day 2024-08-12");
  }

  private static Period period(String firstDay, String lastDay) {
    return new Period(
        PeriodKind.NAMED, "some-days", LocalDate.parse(firstDay), LocalDate.parse(lastDay));
  }
}
