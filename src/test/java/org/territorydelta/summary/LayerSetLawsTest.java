package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;

/** One world by several layer sets: what is movement in one may be renaming in another. */
class LayerSetLawsTest {
  private static final Holding ADVANCE = new Holding(BLUE, "advance");

  /**
   * Blue held 0..4, advanced 4..7, claimed 7..9; red held 9..12. Then blue holds 0..6, advances
   * 6..7 and 9..10, claims 7..8; red holds 10..12; nobody has 8..9.
   */
  private static MeasuredScene front() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 4, 1))
        .holds(ADVANCE, box(4, 0, 7, 1))
        .holds(claimed(BLUE), box(7, 0, 9, 1))
        .holds(RED, box(9, 0, 12, 1))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 6, 1))
        .holds(ADVANCE, box(6, 0, 7, 1), box(9, 0, 10, 1))
        .holds(claimed(BLUE), box(7, 0, 8, 1))
        .holds(RED, box(10, 0, 12, 1))
        .measurer()
        .layerSet("controlled", "held")
        .layerSet("advances", "advance")
        .layerSet("wide", "held", "advance")
        .layerSet("any", "held", "advance", "claimed")
        .measure();
  }

  /** Gained, reclassified in, new ground, lost, reclassified out, net; in cells. */
  private static List<Long> figures(MeasuredScene scene, String layerSet) {
    Figures f = scene.delta(BLUE, layerSet, RegionId.ALL, "all").figures().orElseThrow();
    return List.of(
        cells(f.change().gainedM2()),
        cells(f.reclassified().gainedM2()),
        cells(f.newGroundM2()),
        cells(f.change().lostM2()),
        cells(f.reclassified().lostM2()),
        cells(f.netM2()));
  }

  @Test
  void whatIsHeldNowAndWasAdvancedIntoIsNoNewGround() {
    // 4..6 came, all of it from advance.
    assertThat(figures(front(), "controlled")).containsExactly(2L, 2L, 0L, 0L, 0L, 2L);
  }

  @Test
  void aStatusAloneMayLoseGroundThatTheSideKeeps() {
    // 9..10 came from red; 4..6 went, all of it to held.
    assertThat(figures(front(), "advances")).containsExactly(1L, 0L, 1L, 2L, 2L, -1L);
  }

  @Test
  void aSetOfBothSeesOnlyTheFrontMove() {
    assertThat(figures(front(), "wide")).containsExactly(1L, 0L, 1L, 0L, 0L, 1L);
  }

  @Test
  void aSetOfEveryStatusSeesClaimsGo() {
    // 9..10 came, the claim on 8..9 went to nobody.
    assertThat(figures(front(), "any")).containsExactly(1L, 0L, 1L, 1L, 0L, 0L);
  }

  private record Place(String side, RegionId region, String period) {
    static Place of(AreaDelta delta) {
      AreaDelta.Key key = delta.key();
      return new Place(
          key.side(), key.region().id(), key.period().kind().word() + key.period().id());
    }
  }

  private static Map<Place, Map<String, Figures>> byPlace(MeasuredScene scene) {
    Map<Place, Map<String, Figures>> places = new HashMap<>();
    for (AreaDelta delta : scene.summary().areaDeltas()) {
      delta
          .figures()
          .ifPresent(
              figures ->
                  places
                      .computeIfAbsent(Place.of(delta), place -> new HashMap<>())
                      .put(delta.key().layerSet(), figures));
    }
    return places;
  }

  @Test
  void aSetOfEveryStatusOfASideHasNothingReclassified() {
    RandomScene.eachMeasured(
        scene ->
            byPlace(scene)
                .values()
                .forEach(
                    sets -> assertThat(sets.get("any").reclassified()).isEqualTo(Change.ZERO)));
  }

  @Test
  void aWiderSetHasNoLessGroundAndNoLessNewGround() {
    RandomScene.eachMeasured(
        scene ->
            byPlace(scene)
                .values()
                .forEach(
                    sets -> {
                      Figures wide = sets.getOrDefault("wide", Figures.ZERO);
                      Figures narrow = sets.getOrDefault("controlled", Figures.ZERO);
                      assertThat(wide.closing().areaM2())
                          .isBetween(narrow.closing().areaM2(), sets.get("any").closing().areaM2());
                      assertThat(wide.newGroundM2())
                          .isBetween(narrow.newGroundM2(), sets.get("any").newGroundM2());
                    }));
  }

  @Test
  void whatIsRenamedIntoOneStatusIsRenamedOutOfAnother() {
    RandomScene.each(
        random -> {
          MeasuredScene scene =
              random
                  .scene()
                  .measurer()
                  .regions(random.regions())
                  .layerSet("held", "held")
                  .layerSet("advances", "advance")
                  .layerSet("claims", "claimed")
                  .measure();
          byPlace(scene)
              .values()
              .forEach(
                  sets -> {
                    long in =
                        sets.values().stream().mapToLong(f -> f.reclassified().gainedM2()).sum();
                    long out =
                        sets.values().stream().mapToLong(f -> f.reclassified().lostM2()).sum();
                    assertThat(in).isEqualTo(out);
                  });
        });
  }
}
