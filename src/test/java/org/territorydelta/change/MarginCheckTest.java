package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.held;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

class MarginCheckTest {
  private static SortedMap<Holding, Long> stocks(long blue, long red) {
    return new TreeMap<>(Map.of(held(BLUE), blue, held(RED), red));
  }

  private static Transition moved(Holding from, Holding to, long areaM2) {
    return new Transition(Cell.OUTSIDE, from, to, areaM2);
  }

  @Test
  void transitionsThatExplainTheClosingLeaveNoResidual() {
    // Blue 100 + 30 - 10 = 120, red 50 - 30 = 20.
    assertThat(
            MarginCheck.residualM2(
                stocks(100, 50),
                stocks(120, 20),
                List.of(moved(held(RED), held(BLUE), 30), moved(held(BLUE), Holding.NONE, 10))))
        .isZero();
  }

  @Test
  void theLargestResidualIsGivenWithoutSign() {
    // Blue is 3 short, red 5 over.
    assertThat(MarginCheck.residualM2(stocks(100, 50), stocks(97, 55), List.of())).isEqualTo(5);
    assertThat(MarginCheck.residualM2(stocks(100, 50), stocks(107, 55), List.of())).isEqualTo(7);
  }

  @Test
  void aHoldingThatIsMissingAtOneEndCountsAsNone() {
    assertThat(MarginCheck.residualM2(stocks(4, 50), new TreeMap<>(), List.of())).isEqualTo(50);
    assertThat(MarginCheck.residualM2(new TreeMap<>(), stocks(4, 0), List.of())).isEqualTo(4);
  }

  @Test
  void groundHeldByNobodyHasNoMargin() {
    assertThat(
            MarginCheck.residualM2(
                stocks(100, 0), stocks(0, 0), List.of(moved(held(BLUE), Holding.NONE, 100))))
        .isZero();
  }

  @Test
  void transitionsOfSeveralCellsAddUp() {
    assertThat(
            MarginCheck.residualM2(
                stocks(0, 0),
                stocks(3, 0),
                List.of(moved(Holding.NONE, held(BLUE), 1), moved(Holding.NONE, held(BLUE), 2))))
        .isZero();
  }
}
