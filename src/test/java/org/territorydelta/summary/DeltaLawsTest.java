package org.territorydelta.summary;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.territorydelta.summary.HonestTables.AREAS;
import static org.territorydelta.summary.HonestTables.check;
import static org.territorydelta.summary.HonestTables.names;
import static org.territorydelta.summary.HonestTables.twice;
import static org.territorydelta.summary.HonestTables.with;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.map.MapState;

/**
 * One number of one row of {@code area_delta} is changed; the check must name the table. Every row
 * has its turn.
 */
class DeltaLawsTest {
  static Stream<Arguments> figureLies() {
    return Stream.of(
        figures(
            "opening",
            f ->
                new Figures(
                    more(f.opening()), f.closing(), f.change(), f.gross(), f.reclassified())),
        figures(
            "closing",
            f ->
                new Figures(
                    f.opening(), more(f.closing()), f.change(), f.gross(), f.reclassified())),
        figures(
            "mismatch",
            f ->
                new Figures(
                    f.opening(),
                    new Stock(f.closing().areaM2(), f.closing().borderMismatchM2() + 1),
                    f.change(),
                    f.gross(),
                    f.reclassified())),
        figures(
            "gained",
            f ->
                new Figures(
                    f.opening(), f.closing(), gained(f.change()), f.gross(), f.reclassified())),
        figures(
            "lost",
            f ->
                new Figures(
                    f.opening(), f.closing(), lost(f.change()), f.gross(), f.reclassified())),
        figures(
            "gained and lost",
            f ->
                new Figures(
                    f.opening(),
                    f.closing(),
                    gained(lost(f.change())),
                    f.gross(),
                    f.reclassified())),
        figures(
            "gross gained",
            f ->
                new Figures(
                    f.opening(), f.closing(), f.change(), gained(f.gross()), f.reclassified())),
        figures(
            "gross lost",
            f ->
                new Figures(
                    f.opening(), f.closing(), f.change(), lost(f.gross()), f.reclassified())),
        figures(
            "reclassified in",
            f ->
                new Figures(
                    f.opening(), f.closing(), f.change(), f.gross(), gained(f.reclassified()))),
        figures(
            "reclassified out",
            f ->
                new Figures(
                    f.opening(), f.closing(), f.change(), f.gross(), lost(f.reclassified()))));
  }

  private static Arguments figures(String number, UnaryOperator<Figures> lie) {
    return arguments(number, lie);
  }

  private static Stock more(Stock stock) {
    return new Stock(stock.areaM2() + 1, stock.borderMismatchM2());
  }

  private static Change gained(Change change) {
    return new Change(change.gainedM2() + 1, change.lostM2());
  }

  private static Change lost(Change change) {
    return new Change(change.gainedM2(), change.lostM2() + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("figureLies")
  void aFalsifiedAreaDeltaIsFound(String number, UnaryOperator<Figures> lie) {
    List<AreaDelta> rows = AREAS.areaDeltas();
    for (int i = 0; i < rows.size(); i++) {
      AreaDelta row = rows.get(i);
      if (row.figures().isPresent()) {
        var falsified = new AreaDelta(row.key(), row.states(), row.figures().map(lie));

        names("area_delta", row, checkDeltas(with(rows, i, falsified)));
      }
    }
  }

  private static List<Violation> checkDeltas(List<AreaDelta> deltas) {
    return check(AREAS.controlAreas(), AREAS.transitions(), deltas);
  }

  @Test
  void anAreaDeltaWithoutFiguresWhereThereIsCoverageIsFound() {
    AreaDelta row = AREAS.areaDeltas().get(0);
    var falsified = new AreaDelta(row.key(), row.states(), Optional.empty());

    names("area_delta", row, checkDeltas(with(AREAS.areaDeltas(), 0, falsified)));
  }

  @Test
  void aFalsifiedStalenessIsFound() {
    AreaDelta row = AREAS.areaDeltas().get(0);
    for (boolean opening : new boolean[] {true, false}) {
      var states =
          new AreaDelta.States(
              row.states().coverage(),
              row.states().opening().map(s -> opening ? staler(s) : s),
              row.states().closing().map(s -> opening ? s : staler(s)));
      var falsified = new AreaDelta(row.key(), states, row.figures());

      names("area_delta", row, checkDeltas(with(AREAS.areaDeltas(), 0, falsified)));
    }
  }

  private static MapState staler(MapState state) {
    return new MapState(state.mapDate(), state.stalenessDays() + 1);
  }

  @Test
  void anAreaDeltaThatIsThereTwiceIsFound() {
    names("area_delta", "the first", checkDeltas(twice(AREAS.areaDeltas(), 0)));
  }
}
