package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;

/** Areas are in cells of the grid; a hundredth of a unit is 4.3 m. */
class NoiseMeasurerTest {
  private static final RegionIndex REGIONS = SceneRegions.POWERS_OF_TWO.index();

  private static List<ChangedGround> pieces(ControlScene scene) {
    return new FullOverlayEngine().changedGround(scene.pair(), REGIONS, new Overlay());
  }

  private static List<Transition> noise(List<ChangedGround> pieces, double widthMetres) {
    return new NoiseMeasurer(widthMetres).noise(pieces, REGIONS, new Overlay());
  }

  /** Blue's northern line moves by so much along the regions TWO and FOUR. */
  private static ControlScene lineMovedBy(double units) {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(1, 0, 7, 0.5))
        .day("2024-01-08")
        .holds(BLUE, box(1, 0, 7, 0.5 + units));
  }

  @Test
  void aLineDrawnAnewALittleAsideIsAllNoise() {
    List<ChangedGround> pieces = pieces(lineMovedBy(0.01));

    assertThat(noise(pieces, 50)).hasSize(2).isEqualTo(ChangedGround.transitions(pieces));
  }

  @Test
  void aLineThatMovedFarIsNone() {
    // Half a unit is 215 m.
    assertThat(noise(pieces(lineMovedBy(0.5)), 50)).isEmpty();
  }

  @Test
  void aWidthOfZeroFindsNone() {
    assertThat(noise(pieces(lineMovedBy(0.01)), 0)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new NoiseMeasurer(-1));
  }

  @Test
  void theNarrowPartOfAPieceIsNoiseWhereItLies() {
    // A hundredth along TWO, half a unit along FOUR, in one piece.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(1, 0, 7, 0.25))
            .day("2024-01-08")
            .holds(BLUE, Grid.polygon(1, 0, 7, 0, 7, 0.75, 3, 0.75, 3, 0.26, 1, 0.26));
    List<ChangedGround> pieces = pieces(scene);
    List<Transition> noise = noise(pieces, 50);

    assertThat(pieces).hasSize(1);
    assertThat(noise).hasSize(1);
    assertThat(noise.get(0).cell().memberships().get(0).region())
        .isEqualTo(SceneRegions.level1("TWO"));
    // 2 x 0.01 cells, but for a metre or two at the mouth.
    assertThat(noise.get(0).areaM2() / (double) Grid.CELL_M2).isCloseTo(0.02, within(1e-4));
  }

  @Test
  void eachKindOfChangeHasItsOwn() {
    // Red and blue each lose a strip of a hundredth.
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(1, 0, 2, 0.5))
            .holds(RED, box(3, 0, 5, 0.5))
            .day("2024-01-08")
            .holds(BLUE, box(1, 0, 2, 0.49))
            .holds(RED, box(3, 0, 5, 0.49));

    assertThat(noise(pieces(scene), 50))
        .extracting(t -> t.from().side())
        .containsExactlyInAnyOrder(BLUE, RED);
  }
}
