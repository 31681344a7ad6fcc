package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.SharedData;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.ControlSnapshot;
import org.territorydelta.model.HandOver;
import org.territorydelta.model.Holding;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Transition;
import org.territorydelta.model.Turnover;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.scene.SceneFaces;
import org.territorydelta.scene.SceneRegions;

/**
 * Ground that came back, on real maps, found by laying faces on each other and, without that, from
 * sums: what was gained step by step and was not gained from end to end.
 */
class RealMapsChurnTest {
  private static final String CONFIG =
      """
      sources:
        - {id: maps, profile: %s, path: maps}
      """;

  private static final RegionIndex REGIONS = SceneRegions.of().index();

  @ParameterizedTest
  @CsvSource({
    "deepstate-archive, deepstate, RU, 2024-07-31, 2024-08-31",
    "deepstate-archive, deepstate, RU, 2024-08-31, 2024-10-01",
    "nzz, nzz, RU, 2024-07-31, 2024-08-31",
    "nzz, nzz, UA, 2024-07-31, 2024-10-15"
  })
  void whatIsRegainedIsWhatIsGainedStepByStepAndNotFromEndToEnd(
      String profile, String folder, String side, String first, String last) throws IOException {
    List<ControlSnapshot> maps =
        List.copyOf(
            snapshots(profile, SharedData.path(folder))
                .subMap(LocalDate.parse(first), true, LocalDate.parse(last), true)
                .values());
    var held = new Holding(side, "held");
    var engine = new ChangedEdgeEngine();
    List<ChangedFace> faces = new ArrayList<>();
    long stepByStep = 0;
    for (int i = 1; i < maps.size(); i++) {
      var pair = new SnapshotPair(maps.get(i - 1), maps.get(i));
      faces.addAll(SceneFaces.between(pair));
      stepByStep += gainedDm2(engine.transitions(pair, REGIONS, new Overlay()), held);
    }
    var ends = new SnapshotPair(maps.get(0), maps.get(maps.size() - 1));
    long endToEnd = gainedDm2(engine.transitions(ends, REGIONS, new Overlay()), held);

    double regained = 0;
    for (Turnover turnover : TurnoverFinder.find(faces, REGIONS, new Overlay())) {
      long changes = turnover.handOvers().stream().filter(h -> concerns(h, held)).count();
      regained += SquareKm.fromDm2(turnover.areaDm2()) * (changes / 2);
    }

    assertThat(regained)
        .isPositive()
        .isCloseTo(SquareKm.fromDm2(stepByStep - endToEnd), within(1e-3));
  }

  private static boolean concerns(HandOver handOver, Holding held) {
    return handOver.from().equals(held) || handOver.to().equals(held);
  }

  private static long gainedDm2(List<Transition> transitions, Holding held) {
    return transitions.stream()
        .filter(transition -> transition.to().equals(held))
        .mapToLong(Transition::areaDm2)
        .sum();
  }

  private static NavigableMap<LocalDate, ControlSnapshot> snapshots(String profile, Path folder)
      throws IOException {
    RunConfig config = ConfigReader.read("run.yaml", CONFIG.formatted(profile), name -> "");
    var normaliser = new SnapshotNormaliser(config.sources().get(0));
    NavigableMap<LocalDate, ControlSnapshot> snapshots = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().contains("2024")).sorted().toList()) {
        try (var in = Files.newInputStream(file)) {
          for (NormalisedMap map : normaliser.normalise(file.toString(), in).maps()) {
            snapshots.put(map.snapshot().id().mapDate(), map.snapshot());
          }
        }
      }
    }
    return snapshots;
  }
}
