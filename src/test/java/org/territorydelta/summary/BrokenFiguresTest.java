package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.model.breaks.BreakKind.BASE_REDEFINED;
import static org.territorydelta.model.breaks.BreakKind.BATCH_RELEASE;
import static org.territorydelta.model.breaks.BreakKind.BLOCK_RECLASSIFICATION;
import static org.territorydelta.model.breaks.BreakKind.DROPOUT;
import static org.territorydelta.model.breaks.BreakKind.IMPLAUSIBLE_AREA;
import static org.territorydelta.model.breaks.BreakKind.SPIKE;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.level1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.model.Violation;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.GroundDetails;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneBreaks;
import org.territorydelta.scene.SceneRegions;

/**
 * Blue's strip is 10, 12, 13, 4, 6, 7 cells long at the end of the first six days of the year: from
 * the 3rd to the 4th the map came to mean other ground. WEST is the strip's first 5 cells, EAST the
 * next 15; FAR, where nothing ever moves, lies elsewhere.
 */
class BrokenFiguresTest {
  private static final int[] LENGTHS = {10, 12, 13, 4, 6, 7};

  private static final SeriesBreak REDEFINED =
      SceneBreaks.at("alpha", "2024-01-04", BASE_REDEFINED, BLUE);

  private static MeasuredScene strip(int... lengths) {
    ControlScene scene = ControlScene.of("alpha");
    for (int i = 0; i < lengths.length; i++) {
      scene
          .day("2024-01-0" + (i + 1))
          .holds(BLUE, box(0, 0, lengths[i], 1))
          .holds(BLUE, box(40, 0, 42, 1));
    }
    return scene
        .measurer()
        .regions(
            SceneRegions.of(
                SceneRegions.region("WEST", "AA", box(0, 0, 5, 1)),
                SceneRegions.region("EAST", "AA", box(5, 0, 20, 1)),
                SceneRegions.region("FAR", "BB", box(40, 0, 42, 1))))
        .named("across", "2024-01-03", "2024-01-05")
        .named("after", "2024-01-05", "2024-01-06")
        .named("before", "2024-01-03", "2024-01-03")
        .measure();
  }

  private static MeasuredScene broken(SeriesBreak... breaks) {
    return with(strip(LENGTHS), breaks);
  }

  private static MeasuredScene with(MeasuredScene scene, SeriesBreak... breaks) {
    return scene.with(GroundDetails.NONE.with(List.of(breaks)));
  }

  private static long net(AreaDelta row) {
    return cells(row.figures().orElseThrow().netM2());
  }

  private static long without(AreaDelta row) {
    return cells(row.netWithoutBreaksM2().orElseThrow());
  }

  @Test
  void whatTheBrokenStepMovedIsLeftOut() {
    // Opens with 12, closes with 6. From 13 to 4 went 9; the others brought 1 and 2.
    AreaDelta row = broken(REDEFINED).delta(BLUE, RegionId.ALL, "across");

    assertThat(net(row)).isEqualTo(-6);
    assertThat(without(row)).isEqualTo(3);
    assertThat(row.breaks().count()).isEqualTo(1);
    assertThat(row.breaks().kinds()).containsExactly(BASE_REDEFINED);
    assertThat(cells(row.breaks().areaM2())).isEqualTo(9);
    assertThat(row.breaks().parting()).isTrue();
  }

  /** From the 3rd to the 4th went 9 cells; the break is what it is said to be. */
  private static SeriesBreak ofCells(double cells) {
    return new SeriesBreak(
        REDEFINED.key(),
        REDEFINED.maps(),
        Math.round(cells * Grid.CELL_M2),
        REDEFINED.rule(),
        REDEFINED.detail(),
        false);
  }

  @Test
  void aBreakThatIsTheLesserPartOfItsStepIsNamedAndNothingIsLeftOut() {
    AreaDelta row = broken(ofCells(4.4)).delta(BLUE, RegionId.ALL, "across");

    assertThat(without(row)).isEqualTo(-6);
    assertThat(row.breaks().count()).isEqualTo(1);
    assertThat(row.breaks().areaM2()).isZero();
    assertThat(row.breaks().parting()).isFalse();
  }

  @Test
  void aBreakThatIsTheGreaterPartOfItsStepIsLeftOutWithIt() {
    AreaDelta row = broken(ofCells(4.6)).delta(BLUE, RegionId.ALL, "across");

    assertThat(without(row)).isEqualTo(3);
    assertThat(row.breaks().parting()).isTrue();
  }

  @Test
  void regionsLeaveOutTheirShareOfTheSameStep() {
    // WEST has 5, 4, 5 at the ends of the step and of the period; EAST 7, 8, 0, 1.
    MeasuredScene scene = broken(REDEFINED);
    AreaDelta west = scene.delta(BLUE, level1("WEST"), "across");
    AreaDelta east = scene.delta(BLUE, level1("EAST"), "across");

    assertThat(List.of(net(west), without(west))).containsExactly(0L, 1L);
    assertThat(List.of(net(east), without(east))).containsExactly(-6L, 2L);
    assertThat(cells(west.breaks().areaM2())).isEqualTo(1);
  }

  @Test
  void whereTheStepMovedNothingThereIsNoBreak() {
    assertThat(broken(REDEFINED).delta(BLUE, level1("FAR"), "across").breaks())
        .isEqualTo(FigureBreaks.NONE);
  }

  @Test
  void netsWithoutBreaksAddUpAlongPeriods() {
    MeasuredScene scene = broken(REDEFINED);
    List<Long> days = new ArrayList<>();
    for (int day = 3; day <= 5; day++) {
      days.add(without(scene.delta(BLUE, RegionId.ALL, "2024-01-0" + day)));
    }

    assertThat(days).containsExactly(1L, 0L, 2L);
  }

  @Test
  void aPeriodThatOpensWithTheFirstMapOfABreakIsNotAcrossIt() {
    MeasuredScene scene = broken(REDEFINED);

    assertThat(scene.delta(BLUE, RegionId.ALL, "after").breaks()).isEqualTo(FigureBreaks.NONE);
    assertThat(scene.delta(BLUE, RegionId.ALL, "before").breaks()).isEqualTo(FigureBreaks.NONE);
  }

  @ParameterizedTest
  @EnumSource(BreakKind.class)
  void kindsThatTellOfMovementOrOfStatusBreakNoFigure(BreakKind kind) {
    FigureBreaks breaks =
        broken(SceneBreaks.at("alpha", "2024-01-04", kind, BLUE))
            .delta(BLUE, RegionId.ALL, "across")
            .breaks();

    boolean breaksNone = kind == BATCH_RELEASE || kind == BLOCK_RECLASSIFICATION;
    assertThat(breaks.count()).isEqualTo(breaksNone ? 0 : 1);
  }

  @Test
  void aBreakOfTheWholeMapIsEverySidesAndAnotherSidesIsNot() {
    AreaDelta ofAll =
        broken(SceneBreaks.at("alpha", "2024-01-04", IMPLAUSIBLE_AREA, SeriesBreak.Key.ALL_SIDES))
            .delta(BLUE, RegionId.ALL, "2024-01-04");
    AreaDelta ofRed =
        broken(SceneBreaks.at("alpha", "2024-01-04", BASE_REDEFINED, RED))
            .delta(BLUE, RegionId.ALL, "across");

    assertThat(ofAll.breaks().count()).isEqualTo(1);
    assertThat(ofRed.breaks()).isEqualTo(FigureBreaks.NONE);
  }

  @Test
  void aBreakWhoseMapsAreLeftOutBreaksNothing() {
    AreaDelta row =
        broken(SceneBreaks.at("alpha", "2024-01-04", SPIKE, BLUE).asExcluded())
            .delta(BLUE, RegionId.ALL, "across");

    assertThat(row.breaks()).isEqualTo(FigureBreaks.NONE);
  }

  @Test
  void aDropoutThatIsOverByTheEndIsToldAndPartsNothing() {
    // 12, 13, then 4 for a day, then 14: the steps moved -9 and +10, the rest of the period 1.
    AreaDelta row =
        with(strip(10, 12, 13, 4, 14, 15), SceneBreaks.at("alpha", "2024-01-04", DROPOUT, BLUE))
            .delta(BLUE, RegionId.ALL, "across");

    assertThat(List.of(net(row), without(row))).containsExactly(2L, 1L);
    assertThat(row.breaks().count()).isEqualTo(1);
    assertThat(cells(row.breaks().areaM2())).isEqualTo(19);
    assertThat(row.breaks().parting()).isFalse();
    assertThat(row.band()).isPresent();
  }

  @Test
  void aPeriodThatEndsInADropoutIsPartedByIt() {
    AreaDelta row =
        with(
                strip(10, 12, 13, 4, 4, 15),
                SceneBreaks.over("alpha", "2024-01-04", "2024-01-05", DROPOUT, BLUE))
            .delta(BLUE, RegionId.ALL, "across");

    assertThat(row.breaks().parting()).isTrue();
    assertThat(row.band()).isEmpty();
  }

  @Test
  void thereIsNoBandAcrossABreak() {
    assertThat(broken(REDEFINED).delta(BLUE, RegionId.ALL, "across").band()).isEmpty();
    assertThat(broken().delta(BLUE, RegionId.ALL, "across").band()).isPresent();
  }

  @Test
  void noEndIsShiftedOverABreak() {
    // Opens with 4 on the 4th, closes with 7. Earlier it would open with 13, across the break.
    AreaRange whole = jitter(broken().delta(BLUE, RegionId.ALL, "after"));
    AreaRange kept = jitter(broken(REDEFINED).delta(BLUE, RegionId.ALL, "after"));

    assertThat(List.of(cells(whole.lowM2()), cells(whole.highM2()))).containsExactly(-7L, 3L);
    // 6 - 4, 7 - 4 and 7 - 6.
    assertThat(List.of(cells(kept.lowM2()), cells(kept.highM2()))).containsExactly(1L, 3L);
  }

  private static AreaRange jitter(AreaDelta row) {
    return row.band().orElseThrow().part(BandPart.JITTER).orElseThrow();
  }

  @Test
  void thereIsNoBandWhereAnEndIsStalerThanAllowed() {
    MeasuredScene scene =
        ControlScene.of("alpha")
            .day("2023-12-31")
            .holds(BLUE, box(0, 0, 2, 1))
            .day("2024-07-31")
            .holds(BLUE, box(0, 0, 9, 1))
            .measurer()
            .every(PeriodKind.MONTH, PeriodKind.YEAR)
            .measure();

    assertThat(scene.delta(BLUE, RegionId.ALL, "2024-07").band()).isEmpty();
    assertThat(scene.delta(BLUE, RegionId.ALL, "2024-07").figures()).isPresent();
    assertThat(SourceLaws.check(scene.tables())).isEmpty();
  }

  @Test
  void theLargestMonthIsAcrossNoBreakAndTheWholeNetIsToldWithout() {
    // January +1, February -9 by the break, March +2; 10 at first, 4 at last.
    MeasuredScene scene =
        with(
            ControlScene.of("alpha")
                .day("2023-12-31")
                .holds(BLUE, box(0, 0, 10, 1))
                .day("2024-01-31")
                .holds(BLUE, box(0, 0, 11, 1))
                .day("2024-02-29")
                .holds(BLUE, box(0, 0, 2, 1))
                .day("2024-03-31")
                .holds(BLUE, box(0, 0, 4, 1))
                .measurer()
                .every(PeriodKind.MONTH)
                .measure(),
            SceneBreaks.at("alpha", "2024-02-29", BASE_REDEFINED, BLUE));

    SideSummary blue = scene.summary().sides().get(0);
    assertThat(blue.largestMonth().month()).isEqualTo("2024-03");
    assertThat(cells(blue.largestMonth().netM2())).isEqualTo(2);
    assertThat(cells(blue.netWithoutBreaksM2())).isEqualTo(3);
  }

  @Test
  void everyLawHoldsWithBreaksAnywhereInRandomScenes() {
    RandomScene.eachMeasured(
        scene -> {
          List<LocalDate> days =
              scene.timeline().current().stream().map(map -> map.id().mapDate()).toList();
          var random = new Random(days.hashCode());
          Map<SeriesBreak.Key, SeriesBreak> breaks = new HashMap<>();
          for (int i = 0; i < 4; i++) {
            int first = random.nextInt(days.size());
            int last = first + random.nextInt(days.size() - first);
            BreakKind kind = BreakKind.values()[random.nextInt(BreakKind.values().length)];
            String side = List.of(BLUE, RED, SeriesBreak.Key.ALL_SIDES).get(random.nextInt(3));
            String until = days.get(kind.isExcludable() ? last : first).toString();
            SeriesBreak found =
                SceneBreaks.over("random", days.get(first).toString(), until, kind, side);
            breaks.put(found.key(), found);
          }
          var broken = scene.with(GroundDetails.NONE.with(List.copyOf(breaks.values())));

          assertThat(SourceLaws.check(broken.tables())).isEmpty();
          addUp(broken.summary().areaDeltas());
        });
  }

  /** Each day's net without breaks, added, is that of all days. */
  private static void addUp(List<AreaDelta> rows) {
    record Ground(String side, String layerSet, RegionId region) {}
    Map<Ground, Long> days = new HashMap<>();
    Map<Ground, Long> whole = new HashMap<>();
    for (AreaDelta row : rows) {
      AreaDelta.Key key = row.key();
      var ground = new Ground(key.side(), key.layerSet(), key.region().id());
      long net = row.netWithoutBreaksM2().orElse(0L);
      if (key.period().kind() == PeriodKind.DAY) {
        days.merge(ground, net, Long::sum);
      } else if (key.period().kind() == PeriodKind.ALL) {
        whole.put(ground, net);
      }
      if (row.breaks().count() == 0) {
        row.figures().ifPresent(found -> assertThat(net).isEqualTo(found.netM2()));
      }
    }
    assertThat(days).isEqualTo(whole);
  }

  @Test
  void aFalsifiedBreakIsFoundInEveryRow() {
    MeasuredScene scene = broken(REDEFINED);
    List<UnaryOperator<FigureBreaks>> lies =
        List.of(
            b -> new FigureBreaks(b.count() + 1, b.kinds(), b.areaM2(), b.netM2(), b.parting()),
            b -> new FigureBreaks(b.count(), b.kinds(), b.areaM2() + 1, b.netM2(), b.parting()),
            b -> new FigureBreaks(b.count(), b.kinds(), b.areaM2(), b.netM2() + 1, b.parting()),
            b -> new FigureBreaks(b.count(), b.kinds(), b.areaM2(), b.netM2(), !b.parting()),
            b -> FigureBreaks.NONE);
    List<AreaDelta> rows = scene.summary().areaDeltas();
    int told = 0;
    for (int i = 0; i < rows.size(); i++) {
      AreaDelta row = rows.get(i);
      if (row.breaks().count() > 0) {
        told++;
        for (UnaryOperator<FigureBreaks> lie : lies) {
          var details =
              new AreaDelta.Details(
                  row.band(),
                  row.churn(),
                  row.noise(),
                  lie.apply(row.breaks()),
                  row.details().boundM2());
          var falsified = new AreaDelta(row.key(), row.states(), row.figures(), details);

          assertThat(check(scene, HonestTables.with(rows, i, falsified)))
              .extracting(Violation::table)
              .contains("area_delta");
        }
      }
    }
    assertThat(told).isPositive();
    assertThat(check(scene, rows)).isEmpty();
  }

  private static List<Violation> check(MeasuredScene scene, List<AreaDelta> rows) {
    return SourceLaws.check(
        scene.tables(
            new SourceTables.Areas(
                scene.controlAreas(),
                scene.summary().transitions(),
                rows,
                List.of(),
                List.of(REDEFINED))));
  }
}
