package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.SharedData;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.NoiseMeasurer;
import org.territorydelta.change.PieceMeasurer;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.change.StockMeasurer;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.normalise.ClaimReader;
import org.territorydelta.normalise.CountryLayer;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.RegionReader;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.summary.RegionFlows;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Published claims against real maps: those of Kursk against NZZ's daily maps of the weeks around
 * them, the Russian ministry's of six regions against the first and last map that DeepState's
 * shared archive has in their period. Regions are a raw overlay that any other program can repeat.
 */
class RealClaimsTest {
  private static final String CONFIG =
      """
      sources:
        - {id: deepstate, profile: deepstate-archive, path: maps}
        - {id: nzz, profile: nzz, path: maps}
      regions: {path: regions.geojson}
      border-band-km: 0
      """;

  private static List<ClaimAssessment> rows;

  @BeforeAll
  static void weigh() throws IOException {
    RunConfig config = ConfigReader.read("run.yaml", CONFIG, name -> "");
    List<Region> regions;
    try (InputStream in = Files.newInputStream(SharedData.path("regions/admin1.geojson"))) {
      regions = RegionReader.read(config.regions().get(0), in).regions();
    }
    var tree = new RegionTree(RegionSurvey.of(regions).facts());
    List<Claim> claims;
    try (InputStream in =
        Files.newInputStream(SharedData.path("reference/published_figures.csv"))) {
      claims =
          new ClaimReader(tree.regions(), config.limits().maxClaimedShare())
              .read("published_figures.csv", in)
              .values();
    }
    Map<SnapshotId, NormalisedMap> maps = new TreeMap<>();
    read(
        maps,
        config.sources().get(0),
        "deepstate",
        name -> name.matches(".*(20250102|20250902).*"));
    read(
        maps,
        config.sources().get(1),
        "nzz",
        name -> name.compareTo("2024-08") > 0 && name.compareTo("2024-08-22") < 0);
    rows = weigh(config, regions, tree, claims, maps);
  }

  private static void read(
      Map<SnapshotId, NormalisedMap> maps,
      RunConfig.Source source,
      String folder,
      Predicate<String> wanted)
      throws IOException {
    var normaliser = new SnapshotNormaliser(source);
    try (var files = Files.list(SharedData.path(folder))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (wanted.test(name)) {
          try (InputStream in = Files.newInputStream(file)) {
            normaliser.normalise(name, in).maps().forEach(m -> maps.put(m.snapshot().id(), m));
          }
        }
      }
    }
  }

  private static List<ClaimAssessment> weigh(
      RunConfig config,
      List<Region> regions,
      RegionTree tree,
      List<Claim> claims,
      Map<SnapshotId, NormalisedMap> maps) {
    Map<String, SourceTimeline> timelines = new TreeMap<>();
    for (RunConfig.Source source : config.sources()) {
      List<SnapshotFacts> facts =
          maps.values().stream()
              .map(NormalisedMap::facts)
              .filter(f -> f.id().sourceId().equals(source.id()))
              .toList();
      timelines.put(source.id(), SourceTimeline.of(source.id(), facts));
    }
    var plan = new ReportPlan(config, tree.regions(), claims);
    MeasurementPlan todo = plan.measurements(timelines);
    RegionIndex index = RegionIndex.of(regions, Set.of(), Set.of(), config.borderBandKm());
    List<ControlArea> stocks = new ArrayList<>();
    for (SnapshotId id : todo.maps()) {
      stocks.addAll(
          stocks(id, StockMeasurer.measure(snapshot(maps, id), index, new Overlay()), tree));
    }
    var engine = new ChangedEdgeEngine();
    Map<MapPair, List<RegionTransition>> changes = new TreeMap<>();
    for (MapPair pair : todo.pairs()) {
      var both = new SnapshotPair(snapshot(maps, pair.opening()), snapshot(maps, pair.closing()));
      changes.put(pair, RegionFlows.of(pair, engine.transitions(both, index, new Overlay()), tree));
    }
    var areas = new MeasuredGround(stocks, changes);
    var measurer =
        new Measurer(
            areas,
            Margins.NONE,
            (pair, ground) ->
                new PieceDepths(Map.of(pair, pieces(config, tree, maps, pair, index)))
                    .depth(pair, ground),
            SettlementCounter.NONE,
            SourceBreaks.NONE,
            config.figures().weighing().staleShare());
    Map<MeasurementRequest, Measurement> measured = new HashMap<>();
    todo.planned().forEach(p -> measurer.measure(p).ifPresent(m -> measured.put(p.request(), m)));
    return plan.rows(
            measured, new GroundBook(areas, timelines, SourceBreaks.NONE), SettlementCounter.NONE)
        .assessments();
  }

  private static List<ControlArea> stocks(
      SnapshotId id, SortedMap<Holding, SortedMap<Cell, Long>> measured, RegionTree tree) {
    List<ControlArea> rows = new ArrayList<>();
    measured.forEach(
        (holding, areas) ->
            tree.sums(areas)
                .forEach(
                    (region, areaM2) ->
                        rows.add(
                            new ControlArea(
                                id, holding, region, areaM2, 0, OptionalDouble.empty(), 0))));
    return rows;
  }

  private static List<PeriodPiece> pieces(
      RunConfig config,
      RegionTree tree,
      Map<SnapshotId, NormalisedMap> maps,
      MapPair pair,
      RegionIndex index) {
    var both = new SnapshotPair(snapshot(maps, pair.opening()), snapshot(maps, pair.closing()));
    var overlay = new Overlay();
    return new PieceMeasurer(
            config.layerSets(),
            CountryLayer.ground(Set.of("RU", "UA")),
            new NoiseMeasurer(config.pieces().noiseWidthMetres()))
            .measure(
                both, new ChangedEdgeEngine().changedGround(both, index, overlay), index, overlay)
            .stream()
            .map(
                piece ->
                    PeriodPiece.of(piece, PeriodKind.NAMED, "", tree.sums(piece.areas().areaM2())))
            .toList();
  }

  private static ControlSnapshot snapshot(Map<SnapshotId, NormalisedMap> maps, SnapshotId id) {
    return maps.get(id).snapshot();
  }

  private static ClaimAssessment row(String claimId, String sourceId, AsKnown known) {
    return rows.stream()
        .filter(
            row ->
                row.claim().key().id().equals(claimId)
                    && row.against().sourceId().equals(sourceId)
                    && row.against().known() == known)
        .findFirst()
        .orElseThrow();
  }

  /** NZZ's own polygons in Russia are 628.99 km² on the 11th and 1,119.64 on the 18th, whole. */
  @ParameterizedTest
  @CsvSource({
    "kursk-1000, THEN, 2024-08-11, 628.99,  STRONGLY_HIGH",
    "kursk-1000, NOW,  2024-08-12, 628.99,  STRONGLY_HIGH",
    "kursk-390,  THEN, 2024-08-12, 628.99,  STRONGLY_HIGH",
    "kursk-390,  NOW,  2024-08-12, 628.99,  STRONGLY_HIGH",
    "kursk-1250, THEN, 2024-08-18, 1119.64, HIGH",
    "kursk-1250, NOW,  2024-08-19, 1119.64, HIGH"
  })
  void theClaimsOfKurskAreWeighedByTheMapsOfThenAndNow(
      String claimId, AsKnown known, LocalDate mapDate, double wholeKm2, ClaimLabel label) {
    ClaimAssessment row = row(claimId, "nzz", known);

    assertThat(row.measurement().orElseThrow().states().closing().map(MapState::mapDate))
        .contains(mapDate);
    assertThat(row.measured().orElseThrow().value()).isCloseTo(wholeKm2, within(4.0));
    assertThat(row.label()).isEqualTo(label);
  }

  @Test
  void theTwoFormsOfTheStatementOnKurskCountOnce() {
    assertThat(row("kursk-1000", "nzz", AsKnown.NOW).counted()).isTrue();
    assertThat(row("kursk-390", "nzz", AsKnown.NOW).counted()).isFalse();
  }

  /**
   * By Shapely on a plane there are two pieces: 89.8 km² along 24.9 km of the old line, its
   * farthest point 7.73 km away, and 40.8 km² along 6.55 km. Their means of 3.6 and 6.2 km weigh in
   * at 4.4.
   */
  @Test
  void theAdvanceOfADayIsWeighedByItsPieces() {
    ClaimAssessment then = row("kursk-1-2-km", "nzz", AsKnown.THEN);
    ClaimAssessment now = row("kursk-1-2-km", "nzz", AsKnown.NOW);

    assertThat(then.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(then.measurement().orElseThrow().coveredDays()).contains(0);
    assertThat(now.measured().orElseThrow().high()).isCloseTo(7.73, within(0.01));
    assertThat(now.measured().orElseThrow().low()).isCloseTo(4.4, within(0.1));
    assertThat(now.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(now.reasons())
        .containsExactly(Incomparability.BELOW_SEVEN_DAYS, Incomparability.VARIOUS_AREAS);
  }

  @Test
  void aMapOfUkraineSaysNothingOfKursk() {
    assertThat(row("kursk-1000", "deepstate", AsKnown.NOW).reasons())
        .containsExactly(Incomparability.SIDE, Incomparability.REGION);
  }

  /**
   * What lies in a region of the later map and not of the earlier, by Shapely 2.1 and the area of
   * {@code src/test/python/overlay_oracle.py}.
   */
  @ParameterizedTest
  @CsvSource({
    "mod-2025-09-lugansk, 148.146",
    "mod-2025-09-donetsk, 2147.888",
    "mod-2025-09-zaporizhzhia, 119.220",
    "mod-2025-09-dnipropetrovsk, 15.456",
    "mod-2025-09-kharkiv, 195.066",
    "mod-2025-09-sumy, 149.821"
  })
  void aPeriodBeyondTheLastMapIsNotStretched(String claimId, double coveredKm2) {
    ClaimAssessment row = row(claimId, "deepstate", AsKnown.NOW);
    Measurement measurement = row.measurement().orElseThrow();

    assertThat(row.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(row.measured()).isEmpty();
    assertThat(row.covered().orElseThrow().value()).isCloseTo(coveredKm2, within(0.01));
    assertThat(measurement.states().coverage()).isEqualTo(Coverage.PARTIAL);
    assertThat(measurement.states().closing())
        .contains(new MapState(LocalDate.of(2025, 8, 31), 25));
    assertThat(measurement.coveredDays()).contains(243);
    assertThat(row.claim().time().days()).contains(268);
  }
}
