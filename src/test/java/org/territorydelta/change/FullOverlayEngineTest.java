package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.GREEN;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.polygon;
import static org.territorydelta.scene.Grid.withHoles;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;

/** Areas are in cells of the grid. */
class FullOverlayEngineTest {
  private static ControlScene opening() {
    return ControlScene.of("alpha").day("2024-01-01");
  }

  private static List<Transition> transitions(SnapshotPair pair) {
    return new FullOverlayEngine().transitions(pair, SceneRegions.of().index(), new Overlay());
  }

  private static List<String> changes(ControlScene scene) {
    return transitions(scene.pair()).stream().map(FullOverlayEngineTest::text).toList();
  }

  private static String text(Transition transition) {
    return transition.from() + " -> " + transition.to() + " " + Grid.cells(transition.areaM2());
  }

  @Test
  void groundThatNobodyHeldIsGained() {
    // 10x4 grows to 12x4: 2 columns of 4.
    var scene =
        opening().holds(BLUE, box(0, 0, 10, 4)).day("2024-01-08").holds(BLUE, box(0, 0, 12, 4));

    assertThat(changes(scene)).containsExactly("none none -> BLUE held 8");
  }

  @Test
  void groundThatNobodyTakesIsLost() {
    // 10x4 shrinks to 10x3: one row of 10.
    var scene =
        opening().holds(BLUE, box(0, 0, 10, 4)).day("2024-01-08").holds(BLUE, box(0, 0, 10, 3));

    assertThat(changes(scene)).containsExactly("BLUE held -> none none 10");
  }

  @Test
  void oneMoveMayGainAndLose() {
    // Two columns of 3 come, the top row of 10 goes.
    var scene =
        opening().holds(BLUE, box(0, 0, 10, 4)).day("2024-01-08").holds(BLUE, box(0, 0, 12, 3));

    assertThat(changes(scene))
        .containsExactly("BLUE held -> none none 10", "none none -> BLUE held 6");
  }

  @Test
  void groundGoesFromSideToSide() {
    // The border moves from x=5 to x=7: 2 columns of 4 from red to blue.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 5, 4))
            .holds(RED, box(5, 0, 10, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 7, 4))
            .holds(RED, box(7, 0, 10, 4));

    assertThat(changes(scene)).containsExactly("RED held -> BLUE held 8");
  }

  @Test
  void aRenamedStatusIsATransitionWithoutAnyMovedEdge() {
    var scene =
        opening()
            .holds(claimed(BLUE), box(0, 0, 5, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 5, 4));

    assertThat(changes(scene)).containsExactly("BLUE claimed -> BLUE held 20");
  }

  @Test
  void aHoleThatOpensIsLostAndGoesToWhoFillsIt() {
    // A 2x2 hole in 6x6, filled by red.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 6, 6))
            .day("2024-01-08")
            .holds(BLUE, withHoles(box(0, 0, 6, 6), box(2, 2, 4, 4)))
            .holds(RED, box(2, 2, 4, 4));

    assertThat(changes(scene)).containsExactly("BLUE held -> RED held 4");
  }

  @Test
  void aHoleThatClosesIsGained() {
    var scene =
        opening()
            .holds(BLUE, withHoles(box(0, 0, 6, 6), box(2, 2, 4, 4), box(4, 4, 5, 5)))
            .day("2024-01-08")
            .holds(BLUE, withHoles(box(0, 0, 6, 6), box(4, 4, 5, 5)));

    assertThat(changes(scene)).containsExactly("none none -> BLUE held 4");
  }

  @Test
  void toldBackwardsWhatWasGainedIsLost() {
    // Forwards two columns of 3 are gained and a row of 10 is lost.
    var scene =
        opening().holds(BLUE, box(0, 0, 10, 4)).day("2024-01-08").holds(BLUE, box(0, 0, 12, 3));

    assertThat(transitions(scene.reversedPair()))
        .extracting(FullOverlayEngineTest::text)
        .containsExactly("BLUE held -> none none 6", "none none -> BLUE held 10");
  }

  @Test
  void threeSidesTradeAtOnce() {
    // Blue 4 -> red, red 4 -> green, green 4 -> blue.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 2, 2))
            .holds(RED, box(2, 0, 4, 2))
            .holds(GREEN, box(4, 0, 6, 2))
            .day("2024-01-08")
            .holds(RED, box(0, 0, 2, 2))
            .holds(GREEN, box(2, 0, 4, 2))
            .holds(BLUE, box(4, 0, 6, 2));

    assertThat(changes(scene))
        .containsExactly(
            "BLUE held -> RED held 4", "GREEN held -> BLUE held 4", "RED held -> GREEN held 4");
  }

  @Test
  void aSideThatVanishesLosesEverything() {
    var scene = opening().holds(BLUE, box(0, 0, 3, 3)).day("2024-01-08");

    assertThat(changes(scene)).containsExactly("BLUE held -> none none 9");
  }

  @Test
  void identicalMapsGiveNothing() {
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 10, 4))
            .holds(RED, polygon(10, 0, 13, 1, 12, 4, 10, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 10, 4))
            .holds(RED, polygon(10, 0, 13, 1, 12, 4, 10, 4));

    assertThat(changes(scene)).isEmpty();
  }

  @Test
  void theSameGroundWithOtherVerticesGivesNothing() {
    // A corner on the south edge, and the box cut into two that abut.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 10, 4))
            .day("2024-01-08")
            .holds(BLUE, polygon(0, 0, 3, 0, 5, 0, 5, 4, 0, 4), box(5, 0, 10, 4));

    assertThat(changes(scene)).isEmpty();
  }

  @Test
  void groundAddedOverHeldGroundCountsOnce() {
    // 9..12 is laid over 0..10: only 10..12 is new, 2 columns of 10.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 10, 10))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 10, 10), box(9, 0, 12, 10));

    assertThat(changes(scene)).containsExactly("none none -> BLUE held 20");
  }

  @Test
  void aChangeIsSplitByRegion() {
    // A strip of one row over regions of 1, 2, 4 and 8 cells and 3 cells beyond them.
    var scene = opening().day("2024-01-08").holds(BLUE, box(0, 0, 18, 1));

    var found =
        new FullOverlayEngine()
            .transitions(scene.pair(), SceneRegions.POWERS_OF_TWO.index(), new Overlay());

    assertThat(found)
        .extracting(
            t ->
                t.cell().atLevel(1).map(m -> m.region().id()).orElse("outside")
                    + " "
                    + Grid.cells(t.areaM2()))
        .containsExactly("outside 3", "EIGHT 8", "FOUR 4", "ONE 1", "TWO 2");
  }

  @Test
  void oneEngineServesAWholeChain() {
    // 4 cells, then 6, then 3, and the first map once more against the last: 4 to 3.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 4, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 6, 1))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 3, 1));
    var engine = new FullOverlayEngine();
    var regions = SceneRegions.of().index();
    var maps = scene.snapshots();

    for (int[] step : new int[][] {{0, 1, 2}, {1, 2, 3}, {0, 2, 1}}) {
      var pair = new SnapshotPair(maps.get(step[0]), maps.get(step[1]));
      assertThat(engine.transitions(pair, regions, new Overlay()))
          .singleElement()
          .satisfies(t -> assertThat(Grid.cells(t.areaM2())).isEqualTo(step[2]));
    }
  }

  @Test
  void mapsOfTwoSourcesAreNotCompared() {
    var alpha = opening().snapshots().get(0);
    var beta = ControlScene.of("beta").day("2024-01-02").snapshots().get(0);

    assertThatThrownBy(() -> new SnapshotPair(alpha, beta))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two sources");
  }
}
