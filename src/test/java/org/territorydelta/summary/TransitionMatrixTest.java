package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.level1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneMeasurer;
import org.territorydelta.scene.SceneRegions;

/** Transitions read as a matrix by pair of maps and region, with what stayed on its diagonal. */
class TransitionMatrixTest {
  private static final SummaryFrame.Options DIAGONAL = new SummaryFrame.Options(1, Diagonal.GIVEN);

  /**
   * A row of 15 cells. Blue holds 0..4 and claims 4..6, red holds 6..15; then blue holds 0..3 and
   * 5..8, claims 3..5, and red holds 8..14.
   */
  private static SceneMeasurer row() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 4, 1))
        .holds(claimed(BLUE), box(4, 0, 6, 1))
        .holds(RED, box(6, 0, 15, 1))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 3, 1), box(5, 0, 8, 1))
        .holds(claimed(BLUE), box(3, 0, 5, 1))
        .holds(RED, box(8, 0, 14, 1))
        .measurer()
        .regions(SceneRegions.POWERS_OF_TWO);
  }

  private static Map<String, Long> matrix(MeasuredScene scene, RegionId region) {
    Map<String, Long> matrix = new TreeMap<>();
    for (RegionTransition row : scene.summary().transitions()) {
      if (row.region().equals(region) && row.pair().kind() == PairKind.PERIOD) {
        matrix.put(row.from() + " to " + row.to(), cells(row.areaM2()));
      }
    }
    return matrix;
  }

  @Test
  void theDiagonalIsWhatStayed() {
    assertThat(matrix(row().diagonal().measure(), RegionId.ALL))
        .isEqualTo(
            Map.of(
                "BLUE held to BLUE held", 3L,
                "BLUE held to BLUE claimed", 1L,
                "BLUE claimed to BLUE claimed", 1L,
                "BLUE claimed to BLUE held", 1L,
                "RED held to BLUE held", 2L,
                "RED held to RED held", 6L,
                "RED held to none none", 1L));
  }

  @Test
  void aRegionHasAMatrixOfItsOwn() {
    // FOUR is 3..7.
    assertThat(matrix(row().diagonal().measure(), level1("FOUR")))
        .isEqualTo(
            Map.of(
                "BLUE held to BLUE claimed", 1L,
                "BLUE claimed to BLUE claimed", 1L,
                "BLUE claimed to BLUE held", 1L,
                "RED held to BLUE held", 1L));
  }

  @Test
  void unlessAskedForTheDiagonalIsLeftOut() {
    assertThat(matrix(row().measure(), RegionId.ALL))
        .hasSize(4)
        .doesNotContainKeys("BLUE held to BLUE held", "RED held to RED held");
  }

  @Test
  void aPairWithoutChangeHasItsDiagonalAlone() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 4, 1))
            .measurer()
            .diagonal()
            .measure();

    assertThat(matrix(scene, RegionId.ALL)).isEqualTo(Map.of("BLUE held to BLUE held", 4L));
  }

  @Test
  void rowsSumToOpeningStocksAndColumnsToClosingStocks() {
    RandomScene.eachMeasured(
        measured -> {
          MeasuredScene scene = measured.with(DIAGONAL);
          List<RegionTransition> found = scene.summary().transitions();
          var stocks = new StockBook(scene.controlAreas(), scene.tables()::isCurrent);
          for (RegionTransition.Pair pair :
              found.stream().map(RegionTransition::pair).distinct().toList()) {
            for (RegionId region : List.of(RegionId.ALL, RegionId.country("AA"), level1("L1-1"))) {
              var matrix =
                  found.stream()
                      .filter(row -> row.pair().equals(pair) && row.region().equals(region))
                      .toList();
              for (Holding holding : scene.tables().holdings()) {
                assertThat(margin(matrix, RegionTransition::from).getOrDefault(holding, 0L))
                    .isEqualTo(
                        stocks.stock(pair.openingMapDate(), region, holding::equals).areaM2());
                assertThat(margin(matrix, RegionTransition::to).getOrDefault(holding, 0L))
                    .isEqualTo(
                        stocks.stock(pair.closingMapDate(), region, holding::equals).areaM2());
              }
            }
          }
        });
  }

  @Test
  void noLawIsBrokenInTablesWithADiagonal() {
    RandomScene.eachMeasured(
        scene -> assertThat(SourceLaws.check(scene.with(DIAGONAL).tables())).isEmpty());
  }

  @Test
  void aFalsifiedCellOfTheMatrixIsFound() {
    MeasuredScene scene = row().diagonal().measure();
    List<RegionTransition> found = scene.summary().transitions();
    for (int i = 0; i < found.size(); i++) {
      RegionTransition row = found.get(i);
      var more =
          new RegionTransition(
              row.sourceId(), row.pair(), row.region(), row.from(), row.to(), row.areaM2() + 1);

      HonestTables.names("transition", row, check(scene, HonestTables.with(found, i, more)));
      HonestTables.names("transition", row, check(scene, HonestTables.without(found, i)));
    }
  }

  @Test
  void groundThatStayedWithNobodyHasNoRow() {
    MeasuredScene scene = row().diagonal().measure();
    List<RegionTransition> found = scene.summary().transitions();
    RegionTransition first = found.get(0);
    var nobody =
        new RegionTransition(
            first.sourceId(), first.pair(), first.region(), Holding.NONE, Holding.NONE, 1);

    assertThat(check(scene, HonestTables.with(found, 0, nobody)))
        .extracting(Violation::law)
        .contains("ground that nobody held or holds has no row");
  }

  @Test
  void withoutTheDiagonalNoMoreGoesThanThereWas() {
    // Red had 9 and has 6. Were 10 to go and 7 to come, the difference would be the same.
    MeasuredScene scene = row().measure();
    List<RegionTransition> found = new ArrayList<>(scene.summary().transitions());
    long much = 10 * Grid.CELL_M2;
    for (RegionTransition row : List.copyOf(found)) {
      if (row.from().equals(held(RED)) && row.to().isNone()) {
        found.remove(row);
        found.add(
            new RegionTransition(
                row.sourceId(),
                row.pair(),
                row.region(),
                row.from(),
                row.to(),
                row.areaM2() + much));
        found.add(
            new RegionTransition(
                row.sourceId(), row.pair(), row.region(), Holding.NONE, held(RED), much));
      }
    }

    assertThat(check(scene, found))
        .extracting(Violation::law)
        .anyMatch(law -> law.startsWith("no more goes than there was"));
  }

  private static Map<Holding, Long> margin(
      List<RegionTransition> matrix, Function<RegionTransition, Holding> end) {
    return matrix.stream()
        .collect(Collectors.groupingBy(end, Collectors.summingLong(RegionTransition::areaM2)));
  }

  private static List<Violation> check(MeasuredScene scene, List<RegionTransition> transitions) {
    return SourceLaws.check(
        scene.tables(
            new SourceTables.Areas(
                scene.controlAreas(), transitions, scene.summary().areaDeltas(), List.of())));
  }
}
