package org.territorydelta.model.change;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

class TurnoverTest {
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final HandOver TAKEN =
      new HandOver(LocalDate.parse("2024-01-02"), Holding.NONE, BLUE);
  private static final HandOver LOST =
      new HandOver(LocalDate.parse("2024-01-05"), BLUE, Holding.NONE);

  @Test
  void oneChangeOfHandsIsNoTurnover() {
    assertThatThrownBy(() -> new Turnover(Cell.OUTSIDE, List.of(TAKEN), 1))
        .hasMessageContaining("hand-overs=1, expected at least 2");
  }

  @Test
  void changesOfHandsGoByDay() {
    assertThatThrownBy(() -> new Turnover(Cell.OUTSIDE, List.of(LOST, TAKEN), 1))
        .hasMessageContaining("expected one day after another");
    assertThatThrownBy(() -> new Turnover(Cell.OUTSIDE, List.of(TAKEN, TAKEN), 1))
        .hasMessageContaining("expected one day after another");
  }

  @Test
  void groundThatStaysDoesNotChangeHands() {
    assertThatThrownBy(() -> new HandOver(TAKEN.day(), BLUE, BLUE))
        .hasMessageContaining("from=BLUE held, expected another than to");
  }
}
