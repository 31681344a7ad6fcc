package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.HandOver;
import org.territorydelta.model.change.Turnover;
import org.territorydelta.model.figure.Churned;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.scene.SceneRegions;

/**
 * Ground that came back, on real maps, found by laying faces on each other and, without that, from
 * sums: what was gained step by step and was not gained from end to end.
 */
class RealMapsChurnTest {
  private static final RegionIndex NOWHERE = SceneRegions.of().index();

  @ParameterizedTest
  @CsvSource({
    "deepstate-archive, deepstate, deepstatemap_data_20240802, deepstatemap_data_20240903, RU",
    "deepstate-archive, deepstate, deepstatemap_data_20240903, deepstatemap_data_20241004, RU",
    "nzz, nzz, 2024-08-01, 2024-09-01, RU",
    "nzz, nzz, 2024-08-01, 2024-10-15, UA"
  })
  void whatIsRegainedIsWhatIsGainedStepByStepAndNotFromEndToEnd(
      String profile, String folder, String firstFile, String beyondFile, String side)
      throws IOException {
    List<ControlSnapshot> maps =
        onePerDay(RealMaps.of(profile, folder).snapshots(firstFile, beyondFile));
    var held = new Holding(side, "held");
    var engine = new ChangedEdgeEngine();
    List<ChangedFace> faces = new ArrayList<>();
    long stepByStep = 0;
    for (int i = 1; i < maps.size(); i++) {
      var pair = new SnapshotPair(maps.get(i - 1), maps.get(i));
      for (ChangedGround piece : engine.changedGround(pair, NOWHERE, new Overlay())) {
        faces.addAll(ChangedFace.of(piece, pair.closing().id().mapDate()));
        stepByStep += piece.to().equals(held) ? piece.areaM2() : 0;
      }
    }
    var ends = new SnapshotPair(maps.get(0), maps.get(maps.size() - 1));
    long endToEnd =
        engine.changedGround(ends, NOWHERE, new Overlay()).stream()
            .filter(piece -> piece.to().equals(held))
            .mapToLong(ChangedGround::areaM2)
            .sum();

    Churned churned = TurnoverFinder.find(faces, NOWHERE, new Overlay());
    long regained = 0;
    for (Turnover turnover : churned.turnovers()) {
      long changes = turnover.handOvers().stream().filter(h -> concerns(h, held)).count();
      regained += turnover.areaM2() * (changes / 2);
    }

    assertThat(regained).isPositive().isCloseTo(stepByStep - endToEnd, within(SquareKm.toM2(1e-3)));
  }

  private static boolean concerns(HandOver handOver, Holding held) {
    return handOver.from().equals(held) || handOver.to().equals(held);
  }

  /** Archives hold a map again under later dates. */
  private static List<ControlSnapshot> onePerDay(List<ControlSnapshot> snapshots) {
    var byDay = new TreeMap<LocalDate, ControlSnapshot>();
    snapshots.forEach(snapshot -> byDay.put(snapshot.id().mapDate(), snapshot));
    return List.copyOf(byDay.values());
  }
}
