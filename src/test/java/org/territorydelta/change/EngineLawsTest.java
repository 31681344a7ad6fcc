package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.Drawing;
import org.territorydelta.scene.RandomScene;

/** What any engine owes to any pair, on random scenes; exact in square metres. */
class EngineLawsTest {
  private static List<Transition> transitions(
      ControlSnapshot opening, ControlSnapshot closing, RegionIndex regions) {
    return new FullOverlayEngine()
        .transitions(new SnapshotPair(opening, closing), regions, new Overlay());
  }

  /** As if published under another content hash, so that no short cut is taken. */
  private static ControlSnapshot again(ControlSnapshot snapshot) {
    SnapshotId id = snapshot.id();
    LocalDate later = id.mapDate().plusDays(1);
    return new ControlSnapshot(
        new SnapshotId(id.sourceId(), later, later, id.contentHash() + "-again"),
        snapshot.ground());
  }

  @Test
  void swappingThePairSwapsTheTransitions() {
    RandomScene.each(
        random -> {
          var maps = random.scene().snapshots();
          var regions = random.regions().index();
          for (int i = 1; i < maps.size(); i++) {
            List<Transition> swapped =
                transitions(maps.get(i), maps.get(i - 1), regions).stream()
                    .map(t -> new Transition(t.cell(), t.to(), t.from(), t.areaM2()))
                    .sorted()
                    .toList();

            assertThat(transitions(maps.get(i - 1), maps.get(i), regions)).isEqualTo(swapped);
          }
        });
  }

  @Test
  void theSameGroundTwiceGivesNothing() {
    RandomScene.each(
        random -> {
          var regions = random.regions().index();
          for (ControlSnapshot map : random.scene().snapshots()) {
            assertThat(transitions(map, again(map), regions)).isEmpty();
          }
        });
  }

  @Test
  void transitionsAccountForBothMaps() {
    RandomScene.each(
        random -> {
          var maps = random.scene().snapshots();
          var facts = random.scene().facts();
          var regions = random.regions().index();
          for (int i = 1; i < maps.size(); i++) {
            SnapshotFacts opening = facts.get(i - 1);
            SnapshotFacts closing = facts.get(i);
            var overlay = new Overlay();
            List<Transition> transitions =
                new FullOverlayEngine()
                    .transitions(new SnapshotPair(maps.get(i - 1), maps.get(i)), regions, overlay);
            long residual =
                MarginCheck.residualM2(opening.groundM2(), closing.groundM2(), transitions);

            assertThat(residual).isLessThanOrEqualTo(MarginCheck.boundM2(overlay.boundM2()));
          }
        });
  }

  @Test
  void eachKindOfChangeInACellIsOneTransition() {
    RandomScene.each(
        random -> {
          var maps = random.scene().snapshots();
          var found = transitions(maps.get(0), maps.get(1), random.regions().index());

          assertThat(found)
              .isSorted()
              .extracting(t -> List.of(t.cell(), t.from(), t.to()))
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void theOrderOfDisjointPolygonsDoesNotMatter() {
    RandomScene.each(
        random -> {
          var maps = random.scene().snapshots();
          var regions = random.regions().index();

          assertThat(
                  transitions(
                      shuffled(maps.get(0), random.seed()),
                      shuffled(maps.get(1), random.seed()),
                      regions))
              .isEqualTo(transitions(maps.get(0), maps.get(1), regions));
        });
  }

  private static ControlSnapshot shuffled(ControlSnapshot snapshot, long seed) {
    SortedMap<Holding, List<Polygon>> ground = new TreeMap<>();
    snapshot
        .ground()
        .forEach(
            (holding, polygons) -> {
              var order = new ArrayList<>(polygons);
              Collections.shuffle(order, new Random(seed));
              ground.put(holding, order);
            });
    return new ControlSnapshot(snapshot.id(), ground);
  }

  @Test
  void noTwoPolygonsOfAMapOverlap() {
    RandomScene.each(
        random -> {
          for (ControlSnapshot map : random.scene().snapshots()) {
            var polygons = map.ground().values().stream().flatMap(List::stream).toList();
            for (int i = 0; i < polygons.size(); i++) {
              for (int j = 0; j < i; j++) {
                var both = new Overlay().intersection(polygons.get(i), polygons.get(j));
                assertThat(EllipsoidalArea.m2(both)).isZero();
              }
            }
          }
        });
  }

  @Test
  void scenesAreTheSameForTheSameSeed() {
    RandomScene.each(
        random ->
            assertThat(RandomScene.of(random.seed()).scene().drawings())
                .extracting(Drawing::shapes)
                .isEqualTo(random.scene().drawings().stream().map(Drawing::shapes).toList()));
  }
}
