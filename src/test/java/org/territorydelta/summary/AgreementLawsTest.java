package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.Grid.box;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.agreement.SourceAgreement.Only;
import org.territorydelta.scene.ComparedScenes;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.SceneRegions;

/** One row falsified at a time. */
class AgreementLawsTest {
  private static final ComparedScenes SCENES =
      ComparedScenes.of(
              ControlScene.of("alpha").day("2024-03-01").holds(BLUE, box(0, 0, 7, 1)),
              ControlScene.of("beta").day("2024-03-01").holds(BLUE, box(2, 0, 10, 1)))
          .regions(SceneRegions.POWERS_OF_TWO);

  private static final List<SourceAgreement> ROWS = SCENES.compare().rows();

  private static SourceAgreement with(SourceAgreement row, long inBoth, long onlyA, long onlyB) {
    Figures figures = row.figures();
    return new SourceAgreement(
        row.key(),
        row.basis(),
        new Figures(
            figures.inBothM2() + inBoth,
            figures.onlyA().plus(new Only(onlyA, 0, 0)),
            figures.onlyB().plus(new Only(onlyB, 0, 0))));
  }

  @Test
  void honestRowsBreakNoLaw() {
    assertThat(SCENES.violations(ROWS)).isEmpty();
  }

  @Test
  void aDecimetreTooMuchIsFoundInEveryRow() {
    for (int i = 0; i < ROWS.size(); i++) {
      assertThat(SCENES.violations(HonestTables.with(ROWS, i, with(ROWS.get(i), 1, 0, 0))))
          .as("%s", ROWS.get(i).key())
          .isNotEmpty();
      assertThat(SCENES.violations(HonestTables.with(ROWS, i, with(ROWS.get(i), 0, 1, 0))))
          .isNotEmpty();
      assertThat(SCENES.violations(HonestTables.with(ROWS, i, with(ROWS.get(i), 0, 0, 1))))
          .isNotEmpty();
    }
  }

  /** It leaves the margins as they are, and so do sums that are wrong alike in every region. */
  @Test
  void groundMovedFromBothToEachIsNoBreakOfTheMarginsButOfTheSums() {
    assertThat(SCENES.violations(HonestTables.with(ROWS, 0, with(ROWS.get(0), -1, 1, 1))))
        .isNotEmpty()
        .allMatch(violation -> violation.law().contains("sum"));
  }

  @Test
  void aRowTwiceIsFound() {
    assertThat(SCENES.violations(HonestTables.twice(ROWS, 0))).isNotEmpty();
  }

  @Test
  void aMissingRegionIsFound() {
    int eight = ROWS.stream().map(row -> row.key().region().id().id()).toList().indexOf("EIGHT");

    assertThat(SCENES.violations(HonestTables.without(ROWS, eight))).isNotEmpty();
  }
}
