package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.change.EngineAgreement.assertAgree;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.GREEN;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.polygon;
import static org.territorydelta.scene.Grid.withHoles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;

/** Areas are in cells of the grid. Each map holds a far, unchanged field beside what moves. */
class ChangedEdgeEngineTest {
  private static final EngineCounts BY_EDGES = new EngineCounts(0, 1, 0, 0);
  private static final EngineCounts REDRAWN = new EngineCounts(0, 0, 1, 0);
  private static final EngineCounts RECOMPUTED = new EngineCounts(0, 0, 0, 1);

  private final ChangedEdgeEngine engine = new ChangedEdgeEngine();

  private static ControlScene opening() {
    return unchanged(ControlScene.of("alpha").day("2024-01-01"));
  }

  private static ControlScene closing(ControlScene scene) {
    return unchanged(scene.day("2024-01-08"));
  }

  /** So many edges that what a scene moves is no redraw. */
  private static ControlScene unchanged(ControlScene scene) {
    double[] xy = new double[400];
    for (int i = 0; i < 100; i++) {
      xy[2 * i] = 50 + i;
      xy[2 * i + 1] = i % 2;
      xy[398 - 2 * i] = 50 + i;
      xy[399 - 2 * i] = 10 + i % 2;
    }
    return scene.holds(GREEN, polygon(xy));
  }

  private List<Transition> transitions(SnapshotPair pair) {
    return engine.transitions(pair, SceneRegions.of().index(), new Overlay());
  }

  /** What changed, computed from edges and not otherwise. */
  private List<String> changes(ControlScene scene) {
    List<Transition> found = transitions(scene.pair());

    assertThat(engine.counts()).isEqualTo(BY_EDGES);
    return found.stream()
        .map(t -> t.from() + " -> " + t.to() + " " + Grid.cells(t.areaM2()))
        .toList();
  }

  @Test
  void aMoveGainsAndLoses() {
    // 10x4 becomes 12x3: two columns of 3 come, the top row of 10 goes.
    var scene = closing(opening().holds(BLUE, box(0, 0, 10, 4))).holds(BLUE, box(0, 0, 12, 3));

    assertThat(changes(scene))
        .containsExactly("BLUE held -> none none 10", "none none -> BLUE held 6");
  }

  @Test
  void groundAddedOverHeldGroundCountsOnce() {
    // 9..12 is laid over 0..10: only 10..12 is new, 2 columns of 10.
    var scene =
        closing(opening().holds(BLUE, box(0, 0, 10, 10)))
            .holds(BLUE, box(0, 0, 10, 10), box(9, 0, 12, 10));

    assertThat(changes(scene)).containsExactly("none none -> BLUE held 20");
  }

  @Test
  void aSharedEdgeThatMovesGoesFromSideToSide() {
    // The border goes from x=5 to x=7: 2 columns of 4.
    var scene =
        closing(opening().holds(BLUE, box(0, 0, 5, 4)).holds(RED, box(5, 0, 10, 4)))
            .holds(BLUE, box(0, 0, 7, 4))
            .holds(RED, box(7, 0, 10, 4));

    assertThat(changes(scene)).containsExactly("RED held -> BLUE held 8");
  }

  @Test
  void theWayARingIsDrawnDoesNotMatter() {
    // The same box clockwise, and one column of 4 more.
    var scene =
        closing(opening().holds(BLUE, polygon(0, 0, 10, 0, 10, 4, 0, 4)))
            .holds(BLUE, polygon(0, 0, 0, 4, 11, 4, 11, 0));

    assertThat(changes(scene)).containsExactly("none none -> BLUE held 4");
  }

  @Test
  void aStatusRenamedWithoutAMovedEdgeIsATransition() {
    var scene =
        closing(opening().holds(claimed(BLUE), box(0, 0, 5, 4))).holds(BLUE, box(0, 0, 5, 4));

    assertThat(changes(scene)).containsExactly("BLUE claimed -> BLUE held 20");
  }

  @Test
  void aNeighbourDrawnInPartsIsNoChange() {
    // Red has the border x=5 whole, blue in two parts one day and in three the next: T-junctions.
    var scene =
        closing(
                opening()
                    .holds(RED, box(5, 0, 10, 6))
                    .holds(BLUE, box(0, 0, 5, 3), box(0, 3, 5, 6)))
            .holds(RED, box(5, 0, 10, 6))
            .holds(BLUE, box(0, 0, 5, 2), box(0, 2, 5, 3), box(0, 3, 5, 6));

    assertThat(changes(scene)).isEmpty();
  }

  @Test
  void atATJunctionOnlyThePartThatMovedIsChange() {
    // Blue's southern box of 5x3 goes to green; red has the border whole, before and after.
    var scene =
        closing(
                opening()
                    .holds(RED, box(5, 0, 10, 6))
                    .holds(BLUE, box(0, 0, 5, 3), box(0, 3, 5, 6)))
            .holds(RED, box(5, 0, 10, 6))
            .holds(GREEN, box(0, 0, 5, 3))
            .holds(BLUE, box(0, 3, 5, 6));

    assertThat(changes(scene)).containsExactly("BLUE held -> GREEN held 15");
  }

  @Test
  void insertedVerticesInventNoGround() {
    // Corners at thirds and sevenths of edges that have no such doubles: slivers of no width.
    var scene =
        closing(opening().holds(BLUE, polygon(0, 0, 10, 1, 9, 7, -1, 6)))
            .holds(
                BLUE,
                polygon(
                    0,
                    0,
                    10 / 3.0,
                    1 / 3.0,
                    20 / 7.0 + 1,
                    2 / 7.0 + 0.1,
                    10,
                    1,
                    9,
                    7,
                    4,
                    6.5,
                    -1,
                    6));

    assertThat(changes(scene)).isEmpty();
  }

  @Test
  void linesThatLieOnEachOtherInPartsBoundWhatTheyShould() {
    // Blue moves east along red's long edge: 3 columns of 2 go, 4 come.
    var scene =
        closing(opening().holds(RED, box(0, 4, 20, 6)).holds(BLUE, box(2, 2, 9, 4)))
            .holds(RED, box(0, 4, 20, 6))
            .holds(BLUE, box(5, 2, 13, 4));

    assertThat(changes(scene))
        .containsExactly("BLUE held -> none none 6", "none none -> BLUE held 8");
  }

  @Test
  void holesThatTouchStayApart() {
    // Of two holes that meet in a corner, the one of 2x2 is filled by red.
    var holed = withHoles(box(0, 0, 6, 6), box(2, 2, 4, 4), box(4, 4, 5, 5));
    var scene =
        closing(opening().holds(BLUE, holed)).holds(BLUE, holed).holds(RED, box(2, 2, 4, 4));

    assertThat(changes(scene)).containsExactly("none none -> RED held 4");
  }

  @Test
  void changeAroundUnchangedGroundLeavesItOut() {
    // Blue keeps its 2x2 core and loses the ring of 6x6 around it to red.
    var core = box(2, 2, 4, 4);
    var scene =
        closing(opening().holds(BLUE, box(0, 0, 6, 6)))
            .holds(BLUE, core)
            .holds(RED, withHoles(box(0, 0, 6, 6), core));

    assertThat(changes(scene)).containsExactly("BLUE held -> RED held 32");
  }

  @Test
  void identicalMapsNeedNoGeometry() {
    var scene = closing(opening());

    assertThat(transitions(scene.pair())).isEmpty();
    assertThat(engine.counts()).isEqualTo(new EngineCounts(1, 0, 0, 0));
  }

  @Test
  void mapsWithoutACommonEdgeAreLeftToTheFullOverlay() {
    var scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 3, 3))
            .day("2024-01-08")
            .holds(BLUE, box(10, 0, 12, 2));

    assertThat(transitions(scene.pair()))
        .extracting(t -> t.from() + " " + Grid.cells(t.areaM2()))
        .containsExactly("BLUE held 9", "none none 4");
    assertThat(engine.counts()).isEqualTo(REDRAWN);
  }

  /**
   * Blue's map of the closing has a box of 4x4 twice over, which no margin of faces can explain.
   */
  @Test
  void anAnswerThatDoesNotAccountForBothMapsIsRecomputed() {
    var scene = closing(opening().holds(BLUE, box(0, 0, 4, 4)));
    scene.holds(BLUE, box(0, 0, 4, 4)).holds(RED, box(10, 0, 12, 2));
    SnapshotPair sound = scene.pair();
    var broken = new SnapshotPair(sound.opening(), doubled(sound.closing(), held(BLUE)));

    List<Transition> found = transitions(broken);

    assertThat(engine.counts()).isEqualTo(RECOMPUTED);
    assertThat(found)
        .isEqualTo(
            new FullOverlayEngine().transitions(broken, SceneRegions.of().index(), new Overlay()));
  }

  private static ControlSnapshot doubled(ControlSnapshot snapshot, Holding holding) {
    var ground = new TreeMap<>(snapshot.ground());
    List<Polygon> twice = new ArrayList<>(snapshot.held(holding));
    twice.addAll(snapshot.held(holding));
    ground.put(holding, twice);
    SnapshotId id = snapshot.id();
    LocalDate day = id.mapDate();
    return new ControlSnapshot(
        new SnapshotId(id.sourceId(), day, day, id.contentHash() + "-doubled"), ground);
  }

  @Test
  void aChangeIsSplitByRegion() {
    // A strip of one row over regions of 1, 2, 4 and 8 cells and 3 cells beyond them.
    var scene = closing(opening()).holds(BLUE, box(0, 0, 18, 1));
    var regions = SceneRegions.POWERS_OF_TWO.index();

    assertThat(engine.transitions(scene.pair(), regions, new Overlay()))
        .extracting(t -> Grid.cells(t.areaM2()))
        .containsExactly(3L, 8L, 4L, 1L, 2L);
    assertThat(engine.counts()).isEqualTo(BY_EDGES);
  }

  @Test
  void oneEngineServesAWholeChain() {
    var scene = unchanged(closing(opening().holds(BLUE, box(0, 0, 4, 1))).day("2024-01-09"));
    var full = new FullOverlayEngine();
    var maps = scene.snapshots();
    var regions = SceneRegions.of().index();
    for (int[] step : new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 0}, {1, 0}}) {
      var pair = new SnapshotPair(maps.get(step[0]), maps.get(step[1]));
      assertAgree(transitions(pair), full.transitions(pair, regions, new Overlay()));
    }
  }
}
