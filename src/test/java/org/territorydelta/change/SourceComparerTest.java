package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.CLAIMED;
import static org.territorydelta.scene.ControlScene.HELD;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.level1;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.DisagreementPolygon.Kind;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.agreement.SourceAgreement.Only;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ComparedScenes;
import org.territorydelta.scene.ComparedScenes.Compared;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.SceneRegions;

/** Two sources' maps of tiny worlds, in cells; a baseline is broader than 4.6 units. */
class SourceComparerTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

  private static ControlScene alpha() {
    return ControlScene.of("alpha");
  }

  private static ControlScene beta() {
    return ControlScene.of("beta");
  }

  private static void assertFigures(Figures figures, long inBoth, long onlyA, long onlyB) {
    assertThat(
            List.of(
                cells(figures.inBothM2()),
                cells(figures.onlyA().areaM2()),
                cells(figures.onlyB().areaM2())))
        .containsExactly(inBoth, onlyA, onlyB);
  }

  @Test
  void groundIsInBothOrInOneOnly() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 10, 4)),
                beta().day("2024-03-01").holds(BLUE, box(2, 0, 13, 4)))
            .compare();

    Figures figures = compared.figures(BLUE, "2024-03-01");
    assertFigures(figures, 32, 8, 12);
    assertThat(cells(figures.aM2())).isEqualTo(40);
    assertThat(cells(figures.bM2())).isEqualTo(44);
    assertThat(figures.jaccard().orElseThrow()).isCloseTo(32 / 52.0, ROUNDING);
  }

  @Test
  void withoutGroundInEitherThereIsNoJaccard() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 1, 1)).day("2024-03-02"),
                beta().day("2024-03-01").holds(BLUE, box(0, 0, 1, 1)).day("2024-03-02"))
            .compare();

    assertThat(compared.figures(BLUE, "2024-03-01").jaccard()).hasValue(1);
    assertThat(compared.figures(BLUE, "2024-03-02").jaccard()).isEmpty();
  }

  /** Blue takes column 10 by alpha on the 2nd, by beta on the 3rd, when alpha has column 11. */
  @Test
  void whatEitherChangesIsFollowedFromDayToDay() {
    Compared compared =
        ComparedScenes.of(
                alpha()
                    .day("2024-03-01")
                    .holds(BLUE, box(0, 0, 10, 4))
                    .day("2024-03-02")
                    .holds(BLUE, box(0, 0, 11, 4))
                    .day("2024-03-03")
                    .holds(BLUE, box(0, 0, 12, 4)),
                beta()
                    .day("2024-03-01")
                    .holds(BLUE, box(0, 1, 10, 4))
                    .day("2024-03-02")
                    .holds(BLUE, box(0, 1, 10, 4))
                    .day("2024-03-03")
                    .holds(BLUE, box(0, 1, 11, 4)))
            .compare();

    assertFigures(compared.figures(BLUE, "2024-03-01"), 30, 10, 0);
    assertFigures(compared.figures(BLUE, "2024-03-02"), 30, 14, 0);
    assertFigures(compared.figures(BLUE, "2024-03-03"), 33, 15, 0);
    assertThat(compared.counts().carried()).isEqualTo(2);
    assertThat(compared.counts().whole()).isEqualTo(1);
  }

  @Test
  void anotherSidesGroundIsNotThisSides() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 4, 1)).holds(RED, box(4, 0, 10, 1)),
                beta().day("2024-03-01").holds(BLUE, box(0, 0, 6, 1)).holds(RED, box(6, 0, 10, 1)))
            .compare();

    assertFigures(compared.figures(BLUE, "2024-03-01"), 4, 0, 2);
    assertFigures(compared.figures(RED, "2024-03-01"), 4, 2, 0);
  }

  @Test
  void twoStatusesOfOneLayerSetAreTheSameGround() {
    ControlScene a = alpha().day("2024-03-01").holds(BLUE, box(0, 0, 8, 1));
    ControlScene b =
        beta().day("2024-03-01").holds(BLUE, box(0, 0, 3, 1)).holds(claimed(BLUE), box(3, 0, 9, 1));

    Compared wide = ComparedScenes.of(a, b).layerSet("wide", HELD, CLAIMED).compare();
    Compared narrow = ComparedScenes.of(a, b).compare();

    assertFigures(wide.figures(BLUE, "2024-03-01"), 8, 0, 1);
    assertFigures(narrow.figures(BLUE, "2024-03-01"), 3, 5, 0);
  }

  @Test
  void aSideThatOnlyOneSourceDrawsIsNotCompared() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 1, 1)),
                beta().day("2024-03-01").holds(BLUE, box(0, 0, 1, 1)).holds(RED, box(2, 0, 4, 1)))
            .compare();

    assertThat(compared.rows()).extracting(row -> row.key().side()).containsOnly(BLUE);
  }

  @Test
  void regionsHaveTheirFiguresAndAddUp() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 7, 1)),
                beta().day("2024-03-01").holds(BLUE, box(2, 0, 17, 1)))
            .regions(SceneRegions.POWERS_OF_TWO)
            .compare();

    assertFigures(compared.figures(BLUE, level1("ONE"), "2024-03-01"), 0, 1, 0);
    assertFigures(compared.figures(BLUE, level1("TWO"), "2024-03-01"), 1, 1, 0);
    assertFigures(compared.figures(BLUE, level1("FOUR"), "2024-03-01"), 4, 0, 0);
    assertFigures(compared.figures(BLUE, level1("EIGHT"), "2024-03-01"), 0, 0, 8);
    assertFigures(compared.figures(BLUE, RegionId.unassigned(1), "2024-03-01"), 0, 0, 2);
    assertFigures(compared.figures(BLUE, RegionId.country("BB"), "2024-03-01"), 4, 0, 8);
    assertThat(compared.violations()).isEmpty();
  }

  /** Alpha draws AA only, with a border band of some 3 units into BB; beta draws everything. */
  @Test
  void outsideTheScopeThatBothShareNothingIsCompared() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 4, 1)),
                beta().day("2024-03-01").holds(BLUE, box(1, 0, 15, 1)))
            .regions(SceneRegions.POWERS_OF_TWO)
            .scopes(Set.of("AA"), Set.of(), 1.5)
            .compare();

    assertFigures(compared.figures(BLUE, "2024-03-01"), 2, 1, 0);
    assertThat(compared.row(BLUE, level1("FOUR"), "2024-03-01")).isEmpty();
    assertThat(compared.rows()).allMatch(row -> row.basis().countries().equals(List.of("AA")));
    assertThat(compared.violations()).isEmpty();
    assertThat(compared.polygons()).hasSize(1);
  }

  @Test
  void sourcesThatDrawDifferentCountriesAreNotCompared() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 4, 1)),
                beta().day("2024-03-01").holds(BLUE, box(0, 0, 4, 1)))
            .regions(SceneRegions.POWERS_OF_TWO)
            .scopes(Set.of("AA"), Set.of("BB"), 0)
            .compare();

    assertThat(compared.rows()).isEmpty();
  }

  @Test
  void withoutRegionsAScopeCannotBeTold() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 4, 1)),
                beta().day("2024-03-01").holds(BLUE, box(0, 0, 4, 1)))
            .scopes(Set.of("AA"), Set.of(), 0)
            .compare();

    assertThat(compared.rows()).isEmpty();
  }

  /**
   * Alpha draws 10 x 10 more than beta all March; and a strip of 2 x 10 on the other side, of which
   * 1 x 10 only from the 2nd on.
   */
  @Test
  void broadStandingGroundIsABaselineAndNarrowGroundAFront() {
    Compared compared =
        ComparedScenes.of(
                alpha()
                    .day("2024-03-01")
                    .holds(BLUE, box(0, 0, 31, 10))
                    .day("2024-03-02")
                    .holds(BLUE, box(0, 0, 32, 10)),
                beta()
                    .day("2024-03-01")
                    .holds(BLUE, box(10, 0, 30, 10))
                    .day("2024-03-02")
                    .holds(BLUE, box(10, 0, 30, 10)))
            .compare();

    Only first = compared.figures(BLUE, "2024-03-01").onlyA();
    Only second = compared.figures(BLUE, "2024-03-02").onlyA();
    assertThat(cells(first.areaM2())).isEqualTo(110);
    assertThat(cells(first.standingM2())).isEqualTo(110);
    assertThat(cells(first.baselineM2())).isEqualTo(100);
    assertThat(cells(second.areaM2())).isEqualTo(120);
    assertThat(cells(second.standingM2())).isEqualTo(110);
    assertThat(cells(second.baselineM2())).isEqualTo(100);
    assertThat(cells(second.frontM2())).isEqualTo(20);
    assertThat(compared.figures(BLUE, "2024-03-02").frontJaccard().orElseThrow())
        .isCloseTo(200 / 220.0, ROUNDING);
  }

  /** Broad ground that beta has on one day of the month is no baseline of alpha's. */
  @Test
  void groundThatBothShowOnSomeDayOfTheMonthDoesNotStand() {
    ControlScene beta =
        beta()
            .day("2024-03-01")
            .holds(BLUE, box(0, 0, 30, 10))
            .day("2024-03-02")
            .holds(BLUE, box(0, 0, 20, 10));
    Compared compared =
        ComparedScenes.of(
                alpha()
                    .day("2024-03-01")
                    .holds(BLUE, box(0, 0, 30, 10))
                    .day("2024-03-02")
                    .holds(BLUE, box(0, 0, 30, 10)),
                beta)
            .compare();

    Only only = compared.figures(BLUE, "2024-03-02").onlyA();
    assertThat(cells(only.areaM2())).isEqualTo(100);
    assertThat(cells(only.standingM2())).isZero();
    assertThat(only.baselineM2()).isZero();
  }

  /**
   * The ground goes from beta's map and comes back: at the end it is as it was at the beginning.
   */
  @Test
  void groundThatWasInBothMeanwhileDoesNotStandEither() {
    Compared compared =
        ComparedScenes.of(
                alpha()
                    .day("2024-03-01")
                    .holds(BLUE, box(0, 0, 30, 10))
                    .day("2024-03-03")
                    .holds(BLUE, box(0, 0, 30, 10)),
                beta()
                    .day("2024-03-01")
                    .holds(BLUE, box(0, 0, 20, 10))
                    .day("2024-03-02")
                    .holds(BLUE, box(0, 0, 30, 10))
                    .day("2024-03-03")
                    .holds(BLUE, box(0, 0, 20, 10)))
            .compare();

    assertThat(cells(compared.figures(BLUE, "2024-03-01").onlyA().areaM2())).isEqualTo(100);
    assertThat(compared.figures(BLUE, "2024-03-01").onlyA().standingM2()).isZero();
    assertThat(compared.figures(BLUE, "2024-03-03").onlyA().standingM2()).isZero();
  }

  @Test
  void polygonsShowTheLastDayByPieceKindAndRegion() {
    Compared compared =
        ComparedScenes.of(
                alpha().day("2024-03-01").holds(BLUE, box(0, 0, 7, 1)),
                beta().day("2024-03-01").holds(BLUE, box(2, 0, 10, 1)))
            .regions(SceneRegions.POWERS_OF_TWO)
            .compare();

    assertThat(compared.polygons())
        .extracting(
            p -> p.place().shownBy(),
            p -> p.place().piece(),
            p -> p.place().cell().atLevel(1).orElseThrow().region().id(),
            p -> cells(p.areaM2()))
        .containsExactlyInAnyOrder(
            tuple("alpha", 1, "ONE", 1L),
            tuple("alpha", 1, "TWO", 1L),
            tuple("beta", 1, "EIGHT", 3L));
    assertThat(compared.polygons())
        .allMatch(p -> p.place().kind() == Kind.FRONT)
        .allMatch(p -> p.standingM2() == p.areaM2());
  }

  @Test
  void weeksAndMonthsHaveFiguresOfTheirLastDayButEveryMapCounts() {
    var scenes =
        ComparedScenes.of(
            alpha()
                .day("2024-03-01")
                .holds(BLUE, box(0, 0, 30, 10))
                .day("2024-03-04")
                .holds(BLUE, box(0, 0, 30, 10)),
            beta()
                .day("2024-03-01")
                .holds(BLUE, box(0, 0, 20, 10))
                .day("2024-03-02")
                .holds(BLUE, box(0, 0, 30, 10))
                .day("2024-03-03")
                .holds(BLUE, box(0, 0, 20, 10))
                .day("2024-03-04")
                .holds(BLUE, box(0, 0, 20, 10)));

    Compared byWeek = scenes.every(AgreementDays.WEEK).compare();
    Compared byMonth = scenes.every(AgreementDays.MONTH).compare();

    assertThat(byWeek.rows())
        .extracting(row -> row.key().day().toString())
        .containsExactly("2024-03-03", "2024-03-04");
    assertThat(byMonth.rows())
        .extracting(row -> row.key().day().toString())
        .containsExactly("2024-03-04");
    SourceAgreement row = byMonth.rows().get(0);
    assertThat(row.basis().comparedDays()).isEqualTo(4);
    assertThat(row.figures().onlyA().standingM2()).isZero();
  }
}
