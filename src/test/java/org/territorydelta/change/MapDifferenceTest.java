package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.change.EngineAgreement.assertAgree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.scene.ComparedScenes;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneRegions;

/** The two ways of finding what differs, and of cutting it by a third map, on random scenes. */
class MapDifferenceTest {
  private static final int SCENES = 60;
  private static final RegionIndex UNDIVIDED = SceneRegions.of().index();

  private interface Check {
    void check(IndexedSnapshot one, IndexedSnapshot other, IndexedSnapshot third);
  }

  /** The first two maps of a scene, and the first map of another one. */
  private static void eachTriple(Check check) {
    LongStream.rangeClosed(1, SCENES)
        .forEach(
            seed -> {
              List<ControlSnapshot> maps = RandomScene.of(seed).scene().snapshots();
              var stranger =
                  ComparedScenes.renamed(RandomScene.of(seed + 10_000).scene(), "stranger");
              try {
                check.check(
                    IndexedSnapshot.of(maps.get(0)),
                    IndexedSnapshot.of(maps.get(1)),
                    IndexedSnapshot.of(stranger.snapshots().get(0)));
              } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("In the random scene of seed " + seed, e);
              }
            });
  }

  private static List<Transition> measured(List<DifferentGround> ground) {
    return DifferentGround.measured(ground, UNDIVIDED, new Overlay());
  }

  /** Of the cuts, those whose third holder is this one. */
  private static List<Transition> measured(List<MapDifference.Cut> cuts, Holding third) {
    return measured(
        cuts.stream()
            .filter(cut -> cut.third().equals(third))
            .map(MapDifference.Cut::ground)
            .toList());
  }

  @Test
  void edgesFindWhatWholeHoldingsGive() {
    eachTriple(
        (one, other, third) -> {
          var difference = new MapDifference(new Overlay());

          assertAgree(
              measured(difference.between(one, third)), measured(difference.overlaid(one, third)));
        });
  }

  @Test
  void edgesCutAsWholeHoldingsDo() {
    eachTriple(
        (one, other, third) -> {
          var difference = new MapDifference(new Overlay());
          List<MapDifference.Cut> cuts = difference.between(one, other, third);
          List<MapDifference.Cut> expected = difference.cut(difference.between(one, other), third);
          List<Holding> holdings = new ArrayList<>(third.snapshot().ground().keySet());
          holdings.add(Holding.NONE);

          for (Holding holding : holdings) {
            assertAgree(measured(cuts, holding), measured(expected, holding));
          }
          assertThat(difference.overlaid()).isZero();
        });
  }

  @Test
  void theSameGroundTwiceDoesNotDiffer() {
    eachTriple(
        (one, other, third) -> {
          var difference = new MapDifference(new Overlay());

          assertThat(difference.between(one, one)).isEmpty();
          assertThat(difference.between(one, one, third)).isEmpty();
        });
  }
}
