package org.territorydelta.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.Defaults;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

class PeriodIdTest {
  /** Period ids are keys of tables: other digits would make another row. */
  @Test
  void idsAreTheSameUnderAnyLocaleAndZone() throws Exception {
    var calendar =
        new PeriodCalendar(
            List.of(
                PeriodKind.DAY,
                PeriodKind.WEEK,
                PeriodKind.MONTH,
                PeriodKind.QUARTER,
                PeriodKind.YEAR),
            List.of());
    Defaults.vary(
        locale ->
            assertThat(
                    calendar.periods(LocalDate.parse("2024-08-12"), LocalDate.parse("2024-08-13")))
                .as(locale)
                .extracting(Period::id)
                .contains("2024-08-13", "2024-W33", "2024-08", "2024-Q3", "2024"));
  }
}
