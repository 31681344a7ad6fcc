package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ComparedScenes;
import org.territorydelta.scene.ComparedScenes.Compared;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.RandomScene;

/**
 * Random scenes against others: one whose maps have nothing to do with it, and itself two days
 * later, with which it shares most of its edges.
 */
class SourceComparerLawsTest {
  /** Of a month of small scenes: some twenty pieces, rounded by half a square metre each. */
  private static final long TOLERANCE_M2 = 10;

  private static final int SCENES = 50;

  private record Case(String name, ComparedScenes scenes, Compared compared) {}

  /** Made once; every law looks at all of them. */
  private static final List<Case> CASES = cases();

  private static Stream<RandomScene> seeds() {
    return LongStream.rangeClosed(1, SCENES).mapToObj(RandomScene::of);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    seeds()
        .forEach(
            random -> {
              ControlScene scene = random.scene();
              ControlScene stranger =
                  ComparedScenes.renamed(
                      RandomScene.of(random.seed() + 10_000).scene(), "stranger");
              ControlScene echo = ComparedScenes.later(scene, "echo", 2);
              for (ControlScene other : List.of(stranger, echo)) {
                ComparedScenes scenes =
                    ComparedScenes.of(scene, other).regions(random.regions()).maxStalenessDays(30);
                String name =
                    "random scene of seed " + random.seed() + " and its " + other.sourceId();
                cases.add(new Case(name, scenes, scenes.compare()));
              }
            });
    return cases;
  }

  @Test
  void marginsAreTheStocksAndRegionsAddUp() {
    assertThat(CASES).allSatisfy(c -> assertThat(c.compared.violations()).as(c.name).isEmpty());

    // Were there hardly a row, no law would say much.
    assertThat(CASES.stream().mapToLong(c -> c.compared.rows().size()).sum()).isGreaterThan(5_000);
  }

  @Test
  void swappingTheSourcesMirrorsEveryFigure() {
    for (Case c : CASES) {
      List<SourceAgreement> mirrored =
          c.scenes.swapped().compare().rows().stream().map(SourceAgreement::mirrored).toList();

      assertThat(c.compared.rows()).as(c.name).isEqualTo(mirrored);
    }
  }

  @Test
  void whatIsCarriedIsWhatAWholeComparisonFinds() {
    for (Case c : CASES) {
      assertThat(c.compared.counts().driftM2()).as(c.name).isLessThanOrEqualTo(TOLERANCE_M2);
      assertThat(c.compared.counts().whole()).as(c.name).isEqualTo(c.compared.months().size());
    }

    assertThat(CASES.stream().mapToLong(c -> c.compared.counts().carried()).sum())
        .isGreaterThan(200);
  }

  @Test
  void aSourceAgreesWithItselfInEverything() {
    seeds()
        .forEach(
            random -> {
              Compared compared =
                  ComparedScenes.of(random.scene(), ComparedScenes.renamed(random.scene(), "again"))
                      .regions(random.regions())
                      .compare();

              assertThat(compared.rows())
                  .as("random scene of seed " + random.seed())
                  .allMatch(row -> row.figures().onlyA().areaM2() == 0)
                  .allMatch(row -> row.figures().onlyB().areaM2() == 0);
              assertThat(compared.polygons()).isEmpty();
            });
  }

  @Test
  void polygonsAddUpToTheFiguresOfTheLastDay() {
    for (Case c : CASES) {
      Compared compared = c.compared;
      Map<String, Long> differences = new TreeMap<>();
      for (DisagreementPolygon polygon : compared.polygons()) {
        String figure = figure(polygon.key().side(), polygon.key().day(), "area");
        differences.merge(figure, polygon.areaM2(), Long::sum);
        String standing = figure(polygon.key().side(), polygon.key().day(), "standing");
        differences.merge(standing, polygon.standingM2(), Long::sum);
      }
      for (SourceAgreement row : lastDays(compared)) {
        var figures = row.figures();
        SourceAgreement.Only both = figures.onlyA().plus(figures.onlyB());
        String side = row.key().side();
        differences.merge(figure(side, row.key().day(), "area"), -both.areaM2(), Long::sum);
        differences.merge(figure(side, row.key().day(), "standing"), -both.standingM2(), Long::sum);
      }
      differences.values().removeIf(d -> Math.abs(d) <= TOLERANCE_M2);

      assertThat(differences).as(c.name).isEmpty();
    }
  }

  private static String figure(String side, LocalDate day, String what) {
    return side + " " + day + " " + what;
  }

  private static List<SourceAgreement> lastDays(Compared compared) {
    Map<YearMonth, LocalDate> last = new TreeMap<>();
    compared.rows().stream()
        .map(row -> row.key().day())
        .sorted(Comparator.naturalOrder())
        .forEach(day -> last.put(YearMonth.from(day), day));
    List<SourceAgreement> rows = new ArrayList<>();
    for (SourceAgreement row : compared.rows()) {
      boolean whole = row.key().region().id().equals(RegionId.ALL);
      if (whole && last.containsValue(row.key().day())) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** What stands is in every day of the month; so no day has less of it. */
  @Test
  void whatStandsIsTheSameOnEveryDayOfAMonth() {
    for (Case c : CASES) {
      Map<String, List<Long>> standing = new TreeMap<>();
      for (SourceAgreement row : c.compared.rows()) {
        String figure =
            row.key().side() + row.key().region().id() + YearMonth.from(row.key().day());
        standing
            .computeIfAbsent(figure, key -> new ArrayList<>())
            .add(row.figures().onlyA().standingM2());
      }
      standing.forEach(
          (figure, days) ->
              assertThat(days)
                  .as(c.name + ", " + figure)
                  .allMatch(day -> Math.abs(day - days.get(0)) <= TOLERANCE_M2));
    }
  }
}
