package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.change.EngineAgreement.assertAgree;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.claimed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Noding;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneRegions;

/**
 * Random scenes, whose maps have overlapping and abutting features, T-junctions, edges on edges,
 * holes, inserted vertices, renamed holdings and repeated maps, on regions of two levels.
 */
class ChangedEdgeLawsTest {
  private static final int SCENES = 240;

  /** A check of one engine's way with a pair of maps. */
  private interface PairCheck {
    void check(SnapshotPair pair, RegionIndex regions);
  }

  /** Every consecutive pair of every scene, and the first map with the last. */
  private static void eachPair(PairCheck check) {
    LongStream.rangeClosed(1, SCENES)
        .mapToObj(RandomScene::of)
        .forEach(
            random -> {
              var maps = random.scene().snapshots();
              var regions = random.regions().index();
              try {
                for (int i = 1; i < maps.size(); i++) {
                  check.check(new SnapshotPair(maps.get(i - 1), maps.get(i)), regions);
                }
                check.check(new SnapshotPair(maps.get(0), maps.get(maps.size() - 1)), regions);
              } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                    "In the random scene of seed " + random.seed() + ": " + e.getMessage(), e);
              }
            });
  }

  /**
   * Where the full overlay had to round to a grid it is no oracle: see {@link
   * #whereTheFullOverlayErrsUnnoticedChangedEdgesDoNot}.
   */
  @Test
  void changedEdgesGiveWhatFullOverlayGives() {
    var engine = new ChangedEdgeEngine();
    var full = new FullOverlayEngine();
    var compared = new AtomicInteger();
    eachPair(
        (pair, regions) -> {
          List<Transition> found = engine.transitions(pair, regions, new Overlay());
          var overlay = new Overlay();
          List<Transition> expected = full.transitions(pair, regions, overlay);
          if (!overlay.operations().containsKey(Noding.SNAP_ROUNDING)) {
            assertAgree(found, expected);
            compared.incrementAndGet();
          }
        });

    // Were most pairs left to the full overlay, or left out, agreement would say little.
    assertThat(compared).hasValueGreaterThan(3 * SCENES);
    assertThat(engine.counts().byChangedEdges()).isGreaterThan(2L * SCENES);
    assertThat(engine.counts().recomputed()).isZero();
  }

  /**
   * Three of blue's four pieces go and nothing else happens. The fourth has two corners 4e-15
   * degree apart; the full overlay says of it that it was lost and gained, and as the two cancel
   * out no margin tells.
   */
  @Test
  void whereTheFullOverlayErrsUnnoticedChangedEdgesDoNot() {
    var maps = RandomScene.of(200).scene().snapshots();
    var blue = claimed(BLUE);
    List<Polygon> gone = new ArrayList<>(maps.get(0).held(blue));
    gone.removeAll(maps.get(1).held(blue));

    assertThat(gone).hasSize(3);
    assertAgree(
        transitions(new SnapshotPair(maps.get(0), maps.get(1)), SceneRegions.of().index()),
        List.of(
            new Transition(
                Cell.OUTSIDE,
                blue,
                Holding.NONE,
                gone.stream().mapToLong(EllipsoidalArea::m2).sum())));
  }

  @Test
  void swappingThePairSwapsTheTransitions() {
    eachPair(
        (pair, regions) -> {
          var swapped = new SnapshotPair(pair.closing(), pair.opening());
          List<Transition> backwards =
              transitions(swapped, regions).stream()
                  .map(t -> new Transition(t.cell(), t.to(), t.from(), t.areaM2()))
                  .sorted()
                  .toList();

          assertThat(transitions(pair, regions)).isSorted().isEqualTo(backwards);
        });
  }

  @Test
  void theSameGroundTwiceGivesNothing() {
    eachPair(
        (pair, regions) ->
            assertThat(
                    transitions(new SnapshotPair(pair.opening(), again(pair.opening())), regions))
                .isEmpty());
  }

  /** As if published under another content hash, so that the edges are looked at. */
  private static ControlSnapshot again(ControlSnapshot snapshot) {
    SnapshotId id = snapshot.id();
    LocalDate later = id.mapDate().plusDays(1);
    return new ControlSnapshot(
        new SnapshotId(id.sourceId(), later, later, id.contentHash() + "-again"),
        snapshot.ground());
  }

  private static List<Transition> transitions(SnapshotPair pair, RegionIndex regions) {
    return new ChangedEdgeEngine().transitions(pair, regions, new Overlay());
  }
}
