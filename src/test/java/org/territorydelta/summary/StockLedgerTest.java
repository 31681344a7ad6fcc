package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.Transition;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.timeline.DatePair;

/** A strip of one row: blue from the west, red from the east, four days. */
class StockLedgerTest {
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final DatePair FIRST_STEP = new DatePair(FIRST, FIRST.plusDays(1));

  /** What every pair may be off. */
  private static final long BOUND_M2 = 500;

  private static final DatePair WHOLE = new DatePair(FIRST, FIRST.plusDays(3));

  /** Blue 4, 6, 3, 5; red 10, 9, 9, 7. */
  private static MeasuredScene scene() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 4, 1))
        .holds(RED, box(6, 0, 16, 1))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 6, 1))
        .holds(RED, box(7, 0, 16, 1))
        .day("2024-01-03")
        .holds(BLUE, box(0, 0, 3, 1))
        .holds(RED, box(7, 0, 16, 1))
        .day("2024-01-04")
        .holds(BLUE, box(0, 0, 5, 1))
        .holds(RED, box(9, 0, 16, 1))
        .measured();
  }

  private static StockLedger ledger(
      MeasuredScene scene,
      Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured,
      Map<DatePair, List<Transition>> pairs) {
    Map<DatePair, Long> bounds = new TreeMap<>();
    pairs.keySet().forEach(pair -> bounds.put(pair, BOUND_M2));
    return StockLedger.of(
        "alpha",
        scene.timeline().current(),
        measured,
        pairs,
        new MeasurementBounds(bounds, Map.of()));
  }

  private static Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> firstOnly(
      MeasuredScene scene) {
    return Map.of(FIRST, scene.measured().get(FIRST));
  }

  private static Map<DatePair, List<Transition>> withMore(
      MeasuredScene scene, DatePair pair, long moreM2) {
    Map<DatePair, List<Transition>> pairs = new TreeMap<>(scene.pairs());
    List<Transition> falsified = new ArrayList<>(pairs.get(pair));
    Transition t = falsified.get(0);
    falsified.set(0, new Transition(t.cell(), t.from(), t.to(), t.areaM2() + moreM2));
    pairs.put(pair, falsified);
    return pairs;
  }

  @Test
  void stocksAreCarriedFromTheFirstMapByWhatChangedHands() {
    var scene = scene();
    var ledger = ledger(scene, firstOnly(scene), scene.pairs());

    assertThat(ledger.mapDates())
        .extracting(day -> Grid.cells(ledger.stockM2(Cell.OUTSIDE, held(BLUE), day)))
        .containsExactly(4L, 6L, 3L, 5L);
    assertThat(ledger.mapDates())
        .extracting(day -> Grid.cells(ledger.stockM2(Cell.OUTSIDE, held(RED), day)))
        .containsExactly(10L, 9L, 9L, 7L);
  }

  @Test
  void anHonestChainDriftsByRoundingsOnly() {
    var scene = scene();
    var ledger = ledger(scene, scene.measured(), scene.pairs());

    // One rounding a map and holding.
    assertThat(ledger.driftM2()).isLessThanOrEqualTo(4);
    assertThat(ledger.movedM2()).isLessThanOrEqualTo(8);
  }

  @Test
  void flowsOfAPairCloseWithItsStocks() {
    var scene = scene();
    var ledger = ledger(scene, firstOnly(scene), scene.pairs());

    for (DatePair pair : scene.pairs().keySet()) {
      long net = 0;
      for (var flow : ledger.flows(pair).get(Cell.OUTSIDE).entrySet()) {
        net += flow.getKey().to().equals(held(BLUE)) ? flow.getValue() : 0;
        net -= flow.getKey().from().equals(held(BLUE)) ? flow.getValue() : 0;
      }
      assertThat(net)
          .isEqualTo(
              ledger.stockM2(Cell.OUTSIDE, held(BLUE), pair.closing())
                  - ledger.stockM2(Cell.OUTSIDE, held(BLUE), pair.opening()));
    }
  }

  @Test
  void aStepFalsifiedBeyondToleranceIsFoundByTheMapsOwnAreas() {
    var scene = scene();
    var falsified = withMore(scene, FIRST_STEP, 2 * BOUND_M2);
    falsified.remove(WHOLE); // which would not close either

    assertThatThrownBy(() -> ledger(scene, firstOnly(scene), falsified))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("Cannot carry")
        .hasMessageContaining("2024-01-02");
  }

  @Test
  void aStepFalsifiedWithinToleranceIsDrift() {
    var scene = scene();
    var falsified = withMore(scene, FIRST_STEP, 400);

    assertThat(ledger(scene, firstOnly(scene), falsified).driftM2()).isBetween(390L, 410L);
  }

  @Test
  void aPeriodFalsifiedBeyondToleranceDoesNotClose() {
    var scene = scene();
    var falsified = withMore(scene, WHOLE, 10 * 5 * BOUND_M2);

    assertThatThrownBy(() -> ledger(scene, firstOnly(scene), falsified))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("Cannot close alpha 2024-01-01 to 2024-01-04");
  }

  @Test
  void aPeriodFalsifiedWithinToleranceIsClosed() {
    var scene = scene();
    long honest = ledger(scene, firstOnly(scene), scene.pairs()).movedM2();
    var falsified = withMore(scene, WHOLE, 400);

    assertThat(ledger(scene, firstOnly(scene), falsified).movedM2())
        .isBetween(390 + honest, 410 + honest);
  }

  @Test
  void aTransitionLeftOutIsFound() {
    var scene = scene();
    Map<DatePair, List<Transition>> pairs = new TreeMap<>(scene.pairs());
    pairs.put(FIRST_STEP, List.of());

    assertThatThrownBy(() -> ledger(scene, firstOnly(scene), pairs))
        .isInstanceOf(LawBrokenException.class);
  }

  @Test
  void aFalsifiedStockOfALaterMapIsFound() {
    var scene = scene();
    var measured = scene.measured();
    SortedMap<Holding, SortedMap<Cell, Long>> last = new TreeMap<>();
    last.put(held(BLUE), new TreeMap<>(Map.of(Cell.OUTSIDE, 6 * Grid.CELL_M2)));
    measured.put(FIRST.plusDays(3), last);

    assertThatThrownBy(() -> ledger(scene, measured, scene.pairs()))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("measured anew");
  }
}
