package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.territorydelta.summary.HonestTables.AREAS;
import static org.territorydelta.summary.HonestTables.SCENE;
import static org.territorydelta.summary.HonestTables.check;
import static org.territorydelta.summary.HonestTables.names;
import static org.territorydelta.summary.HonestTables.twice;
import static org.territorydelta.summary.HonestTables.with;
import static org.territorydelta.summary.HonestTables.without;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.RegionTransition;

/**
 * One number of one row of {@code control_area} or {@code transition} is changed; the check must
 * name the table. Every row has its turn.
 */
class SourceLawsTest {
  @Test
  void honestTablesBreakNoLaw() {
    assertThat(SourceLaws.check(SCENE.tables())).isEmpty();
  }

  @Test
  void theSceneHasGroundOfTheBorderBand() {
    assertThat(AREAS.controlAreas()).anyMatch(area -> area.borderMismatchM2() > 0);
  }

  static Stream<Arguments> controlAreaLies() {
    return Stream.of(
        arguments("area", controlArea((a, m) -> new Stock(a + 1, m))),
        arguments("less area", controlArea((a, m) -> new Stock(a - 1, m))),
        arguments("share", (UnaryOperator<ControlArea>) SourceLawsTest::withOtherShare));
  }

  private interface StockLie {
    Stock of(long areaM2, long borderMismatchM2);
  }

  private static UnaryOperator<ControlArea> controlArea(StockLie lie) {
    return area -> {
      Stock stock = lie.of(area.areaM2(), area.borderMismatchM2());
      return new ControlArea(
          area.snapshot(),
          area.holding(),
          area.region(),
          stock.areaM2(),
          stock.borderMismatchM2(),
          area.shareOfRegion(),
          area.boundM2());
    };
  }

  private static ControlArea withOtherShare(ControlArea area) {
    return new ControlArea(
        area.snapshot(),
        area.holding(),
        area.region(),
        area.areaM2(),
        area.borderMismatchM2(),
        OptionalDouble.of(area.shareOfRegion().orElse(0) + 1e-9),
        area.boundM2());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("controlAreaLies")
  void aFalsifiedControlAreaIsFound(String number, UnaryOperator<ControlArea> lie) {
    List<ControlArea> areas = AREAS.controlAreas();
    for (int i = 0; i < areas.size(); i++) {
      var lies = with(areas, i, lie.apply(areas.get(i)));

      names("control_area", areas.get(i), check(lies, AREAS.transitions(), AREAS.areaDeltas()));
    }
  }

  @Test
  void aFalsifiedBorderMismatchIsFoundInEveryRegion() {
    List<ControlArea> areas = AREAS.controlAreas();
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i).shareOfRegion().isPresent()) {
        var lie = controlArea((a, m) -> new Stock(a, m + 1)).apply(areas.get(i));

        names(
            "control_area",
            lie,
            check(with(areas, i, lie), AREAS.transitions(), AREAS.areaDeltas()));
      }
    }
  }

  @Test
  void aControlAreaThatIsThereTwiceIsFound() {
    var twice = twice(AREAS.controlAreas(), 0);

    names("control_area", twice.get(0), check(twice, AREAS.transitions(), AREAS.areaDeltas()));
  }

  @Test
  void aFalsifiedTransitionIsFound() {
    List<RegionTransition> rows = AREAS.transitions();
    for (int i = 0; i < rows.size(); i++) {
      RegionTransition t = rows.get(i);
      for (long lie : new long[] {1, -1, -t.areaM2()}) {
        var falsified =
            new RegionTransition(
                t.sourceId(), t.pair(), t.region(), t.from(), t.to(), t.areaM2() + lie);

        names(
            "transition",
            falsified,
            check(AREAS.controlAreas(), with(rows, i, falsified), AREAS.areaDeltas()));
      }
    }
  }

  @Test
  void aTransitionLeftOutIsFound() {
    List<RegionTransition> rows = AREAS.transitions();
    for (int i = 0; i < rows.size(); i++) {
      names(
          "transition",
          rows.get(i),
          check(AREAS.controlAreas(), without(rows, i), AREAS.areaDeltas()));
    }
  }

  @Test
  void aTransitionThatIsThereTwiceIsFound() {
    var twice = twice(AREAS.transitions(), 0);

    names("transition", twice.get(0), check(AREAS.controlAreas(), twice, AREAS.areaDeltas()));
  }
}
