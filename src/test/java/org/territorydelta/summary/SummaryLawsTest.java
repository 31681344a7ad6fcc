package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;

/** The laws of the summary on random scenes, exact in square metres unless said otherwise. */
class SummaryLawsTest {
  private static final List<ToLongFunction<Figures>> ADDITIVE =
      List.of(
          f -> f.opening().areaM2(),
          f -> f.closing().areaM2(),
          f -> f.change().gainedM2(),
          f -> f.change().lostM2(),
          f -> f.gross().gainedM2(),
          f -> f.gross().lostM2(),
          f -> f.reclassified().gainedM2(),
          f -> f.reclassified().lostM2());

  /** Measured once for all tests. */
  private static final Map<Long, Rows> MEASURED = new HashMap<>();

  private record Rows(
      RandomScene random,
      MeasuredScene scene,
      List<AreaDelta> deltas,
      List<ControlArea> controlAreas) {
    static Rows of(RandomScene random) {
      MeasuredScene scene = random.measurer().measure();
      return new Rows(random, scene, scene.summary().areaDeltas(), scene.controlAreas());
    }
  }

  /** A row's key without its region or its period. */
  private record Series(String side, String layerSet, RegionId region) {
    static Series of(AreaDelta delta) {
      return new Series(delta.key().side(), delta.key().layerSet(), delta.key().region().id());
    }
  }

  @AfterAll
  static void forget() {
    MEASURED.clear();
  }

  private static void each(Consumer<Rows> check) {
    RandomScene.each(
        random -> check.accept(MEASURED.computeIfAbsent(random.seed(), seed -> Rows.of(random))));
  }

  private static void eachFigures(Consumer<Figures> check) {
    each(rows -> rows.deltas.forEach(delta -> delta.figures().ifPresent(check)));
  }

  @Test
  void netIsGainedLessLostAndClosingLessOpening() {
    eachFigures(
        f -> {
          assertThat(f.netM2()).isEqualTo(f.closing().areaM2() - f.opening().areaM2());
          assertThat(f.change().gainedM2() - f.change().lostM2()).isEqualTo(f.netM2());
        });
  }

  @Test
  void grossNetIsNet() {
    eachFigures(f -> assertThat(f.gross().gainedM2() - f.gross().lostM2()).isEqualTo(f.netM2()));
  }

  @Test
  void gainedIsAtMostGrossGained() {
    eachFigures(
        f -> {
          assertThat(f.change().gainedM2()).isLessThanOrEqualTo(f.gross().gainedM2());
          assertThat(f.change().lostM2()).isLessThanOrEqualTo(f.gross().lostM2());
        });
  }

  @Test
  void whatIsReclassifiedIsPartOfWhatIsGainedAndLost() {
    eachFigures(
        f -> {
          assertThat(f.newGroundM2()).isNotNegative();
          assertThat(f.reclassified().gainedM2()).isNotNegative();
          assertThat(f.reclassified().lostM2()).isBetween(0L, f.change().lostM2());
        });
  }

  @Test
  void noFigureIsLessThanNoneAndNoneIsMoreThanThereWas() {
    eachFigures(
        f -> {
          ADDITIVE.forEach(column -> assertThat(column.applyAsLong(f)).isNotNegative());
          assertThat(f.change().lostM2()).isLessThanOrEqualTo(f.opening().areaM2());
          assertThat(f.change().gainedM2()).isLessThanOrEqualTo(f.closing().areaM2());
        });
  }

  @Test
  void regionsOfALevelAndUnassignedSumToAll() {
    each(
        rows -> {
          for (ToLongFunction<Figures> column : ADDITIVE) {
            for (int level = 0; level <= 2; level++) {
              int summed = level;
              assertThat(byFigure(rows, column, d -> d.key().region().id().level() == summed))
                  .isEqualTo(
                      byFigure(rows, column, d -> d.key().region().id().equals(RegionId.ALL)));
            }
          }
        });
  }

  @Test
  void countriesSumTheirRegions() {
    each(
        rows -> {
          for (String country : List.of("AA", "BB")) {
            for (ToLongFunction<Figures> column : ADDITIVE) {
              assertThat(
                      byFigure(
                          rows,
                          column,
                          d -> d.key().region().id().equals(RegionId.country(country))))
                  .isEqualTo(
                      byFigure(
                          rows,
                          column,
                          d ->
                              d.key().region().id().level() == 1
                                  && d.key().region().country().equals(country)));
            }
          }
        });
  }

  /** Sums over regions by side, layer set and period; sums of nothing left out. */
  private static Map<String, Long> byFigure(
      Rows rows, ToLongFunction<Figures> column, Predicate<AreaDelta> counted) {
    Map<String, Long> sums = new TreeMap<>();
    for (AreaDelta delta : rows.deltas) {
      if (counted.test(delta) && delta.figures().isPresent()) {
        AreaDelta.Key key = delta.key();
        sums.merge(
            key.side() + " " + key.layerSet() + " " + key.period().kind() + key.period().id(),
            column.applyAsLong(delta.figures().get()),
            Long::sum);
      }
    }
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  @Test
  void netsAddUpAlongConsecutivePeriods() {
    each(
        rows -> {
          Map<Series, Long> whole = nets(rows, PeriodKind.ALL);
          for (PeriodKind kind : List.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH)) {
            assertThat(nets(rows, kind)).as(kind.word()).isEqualTo(whole);
          }
        });
  }

  private static Map<Series, Long> nets(Rows rows, PeriodKind kind) {
    Map<Series, Long> nets = new HashMap<>();
    for (AreaDelta delta : rows.deltas) {
      if (delta.key().period().kind() == kind) {
        long net = delta.figures().map(Figures::netM2).orElse(0L);
        nets.merge(Series.of(delta), net, Long::sum);
      }
    }
    return nets;
  }

  @Test
  void grossGainedAddsUpAlongDaysToTheRoundingOfTheWhole() {
    each(
        rows -> {
          Map<Series, Long> days = new HashMap<>();
          for (AreaDelta delta : rows.deltas) {
            if (delta.key().period().kind() == PeriodKind.DAY) {
              long gained = delta.figures().orElseThrow().gross().gainedM2();
              days.merge(Series.of(delta), gained, Long::sum);
            }
          }
          for (AreaDelta delta : rows.deltas) {
            if (delta.key().period().kind() == PeriodKind.ALL) {
              assertThat(delta.figures().orElseThrow().gross().gainedM2())
                  .isCloseTo(days.get(Series.of(delta)), Offset.offset(delta.details().boundM2()));
            }
          }
        });
  }

  @Test
  void noMoreIsHeldInARegionThanItHas() {
    each(
        rows -> {
          Map<String, Long> held = new HashMap<>();
          for (ControlArea area : rows.controlAreas) {
            held.merge(
                area.snapshot() + " " + area.region(),
                area.areaM2() - area.borderMismatchM2(),
                Long::sum);
          }
          for (ControlArea area : rows.controlAreas) {
            RegionFacts region = rows.scene.frame().regions().facts(area.region());
            if (region.areaM2() > 0) {
              // Both are sums of pieces, cut in different ways and rounded one by one.
              assertThat(held.get(area.snapshot() + " " + area.region()))
                  .isLessThanOrEqualTo(region.areaM2() + SquareKm.toM2(1e-4));
            }
          }
        });
  }

  @Test
  void noLawIsBrokenInTheTables() {
    each(rows -> assertThat(SourceLaws.check(rows.scene.tables())).isEmpty());
  }
}
