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
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.SceneSummary;
import org.territorydelta.timeline.DatePair;

class CellLedgerTest {
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

  private static SceneSummary summary(
      MeasuredScene scene,
      Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured,
      Map<DatePair, List<Transition>> pairs) {
    Map<DatePair, Long> bounds = new TreeMap<>();
    pairs.keySet().forEach(pair -> bounds.put(pair, BOUND_M2));
    return SceneSummary.of(
        new SceneSummary.Measured(scene.timeline(), measured, pairs),
        scene.frame(),
        new MeasurementBounds(bounds, Map.of()));
  }

  private static RegionLedger outside(SceneSummary summary) {
    return summary.cells().get(Cell.OUTSIDE).ledger();
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
    RegionLedger ledger = outside(summary(scene, firstOnly(scene), scene.pairs()));

    assertThat(List.of(0, 1, 2, 3))
        .extracting(map -> Grid.cells(ledger.stock(held(BLUE), map).areaM2()))
        .containsExactly(4L, 6L, 3L, 5L);
    assertThat(List.of(0, 1, 2, 3))
        .extracting(map -> Grid.cells(ledger.stock(held(RED), map).areaM2()))
        .containsExactly(10L, 9L, 9L, 7L);
  }

  @Test
  void anHonestChainDriftsByRoundingsOnly() {
    var scene = scene();
    SceneSummary summary = summary(scene, scene.measured(), scene.pairs());

    // One rounding a map and holding.
    assertThat(summary.driftM2()).isLessThanOrEqualTo(4);
    assertThat(summary.movedM2()).isLessThanOrEqualTo(8);
  }

  @Test
  void flowsOfAPairCloseWithItsStocks() {
    var scene = scene();
    SceneSummary summary = summary(scene, firstOnly(scene), scene.pairs());
    RegionLedger ledger = outside(summary);

    for (DatePair pair : scene.pairs().keySet()) {
      long net = 0;
      for (var flow : ledger.flowsM2(pair).entrySet()) {
        net += flow.getKey().to().equals(held(BLUE)) ? flow.getValue() : 0;
        net -= flow.getKey().from().equals(held(BLUE)) ? flow.getValue() : 0;
      }
      long opening = ledger.stock(held(BLUE), summary.maps().position(pair.opening())).areaM2();
      long closing = ledger.stock(held(BLUE), summary.maps().position(pair.closing())).areaM2();
      assertThat(net).isEqualTo(closing - opening);
    }
  }

  @Test
  void aStepFalsifiedBeyondToleranceIsFoundByTheMapsOwnAreas() {
    var scene = scene();
    var falsified = withMore(scene, FIRST_STEP, 2 * BOUND_M2);
    falsified.remove(WHOLE); // which would not close either

    assertThatThrownBy(() -> summary(scene, firstOnly(scene), falsified))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("Cannot carry")
        .hasMessageContaining("2024-01-02");
  }

  @Test
  void aStepFalsifiedWithinToleranceIsDrift() {
    var scene = scene();
    var falsified = withMore(scene, FIRST_STEP, 400);

    assertThat(summary(scene, firstOnly(scene), falsified).driftM2()).isBetween(390L, 410L);
  }

  @Test
  void aPeriodFalsifiedBeyondToleranceDoesNotClose() {
    var scene = scene();
    var falsified = withMore(scene, WHOLE, 10 * 5 * BOUND_M2);

    assertThatThrownBy(() -> summary(scene, firstOnly(scene), falsified))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("Cannot close alpha 2024-01-01 to 2024-01-04");
  }

  @Test
  void aPeriodFalsifiedWithinToleranceIsClosed() {
    var scene = scene();
    long honest = summary(scene, firstOnly(scene), scene.pairs()).movedM2();
    var falsified = withMore(scene, WHOLE, 400);

    assertThat(summary(scene, firstOnly(scene), falsified).movedM2())
        .isBetween(390 + honest, 410 + honest);
  }

  @Test
  void aTransitionLeftOutIsFound() {
    var scene = scene();
    Map<DatePair, List<Transition>> pairs = new TreeMap<>(scene.pairs());
    pairs.put(FIRST_STEP, List.of());

    assertThatThrownBy(() -> summary(scene, firstOnly(scene), pairs))
        .isInstanceOf(LawBrokenException.class);
  }

  @Test
  void aFalsifiedStockOfALaterMapIsFound() {
    var scene = scene();
    var measured = scene.measured();
    SortedMap<Holding, SortedMap<Cell, Long>> last = new TreeMap<>();
    last.put(held(BLUE), new TreeMap<>(Map.of(Cell.OUTSIDE, 6 * Grid.CELL_M2)));
    measured.put(FIRST.plusDays(3), last);

    assertThatThrownBy(() -> summary(scene, measured, scene.pairs()))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("measured anew");
  }

  @Test
  void groundInACellThatNoFlowEverReachedIsFound() {
    var scene = scene();
    var elsewhere =
        new Cell(List.of(new Cell.Membership(new RegionId("far", 1), "Farland", false)));
    var measured = scene.measured();
    SortedMap<Holding, SortedMap<Cell, Long>> last = new TreeMap<>(measured.get(FIRST.plusDays(3)));
    last.put(held(RED), new TreeMap<>(last.get(held(RED))));
    last.get(held(RED)).put(elsewhere, Grid.CELL_M2);
    measured.put(FIRST.plusDays(3), last);

    assertThatThrownBy(() -> summary(scene, measured, scene.pairs()))
        .isInstanceOf(LawBrokenException.class)
        .hasMessageContaining("Cannot carry RED held of alpha to 2024-01-04: carried 0.0 km²");
  }
}
