package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.SharedData;
import org.territorydelta.change.BlockFinder;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.ChangedGround;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.change.StockMeasurer;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.RegionReader;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.scene.SceneSummary;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.SourceTimeline;

/** Breaks of real series that were looked at on the maps and are what they are called. */
class RealBreaksTest {
  private static final String CONFIG =
      """
      sources:
        - {id: maps, profile: %s, path: maps}
      regions: {path: regions.geojson}
      """;

  /** On the map of 2024-07-30 the ground north of Kharkiv is missing; a day later it is back. */
  @Test
  void nzzDropsTheGroundNorthOfKharkivForADay() throws IOException {
    List<SeriesBreak> breaks = breaks("nzz", "nzz", "2024-0");

    assertThat(breaks)
        .filteredOn(b -> b.key().kind() != BreakKind.BATCH_RELEASE)
        .extracting(b -> b.key().kind(), b -> b.key().mapDate(), b -> b.maps().last().mapDate())
        .containsExactly(
            tuple(BreakKind.DROPOUT, LocalDate.parse("2024-07-30"), LocalDate.parse("2024-07-30")));
  }

  /** DeepState gave several sectors' gains of some days on 2025-07-02, file of 07-04. */
  @Test
  void deepStateReleasesABatchInJuly2025() throws IOException {
    List<SeriesBreak> breaks = breaks("deepstate-archive", "deepstate", "20250");

    assertThat(breaks).allMatch(b -> b.key().kind() == BreakKind.BATCH_RELEASE);
    assertThat(breaks)
        .extracting(b -> b.key().mapDate())
        .contains(LocalDate.parse("2025-07-02"), LocalDate.parse("2025-05-23"));
  }

  private static List<SeriesBreak> breaks(String profile, String folder, String files)
      throws IOException {
    Path data = SharedData.path("");
    RunConfig config = ConfigReader.read("run.yaml", CONFIG.formatted(profile), name -> "");
    List<Region> regions = regions(config, data);
    Set<String> scope = config.sources().get(0).profile().scope();
    var index = RegionIndex.of(regions, Set.of(), scope, config.borderBandKm());
    Map<SnapshotId, ControlSnapshot> maps = new TreeMap<>();
    SourceTimeline timeline = timeline(config, data.resolve(folder), files, maps);
    var finder = BlockFinder.of(regions, BreakLimits.DEFAULT.base().rear());
    var engine = new ChangedEdgeEngine();
    Map<DatePair, List<Transition>> pairs = new TreeMap<>();
    Map<DatePair, List<ChangedBlock>> blocks = new TreeMap<>();
    Map<DatePair, Long> bounds = new TreeMap<>();
    List<SnapshotFacts> current = timeline.current();
    for (int i = 1; i < current.size(); i++) {
      var pair = new SnapshotPair(maps.get(current.get(i - 1).id()), maps.get(current.get(i).id()));
      var dates = new DatePair(pair.opening().id().mapDate(), pair.closing().id().mapDate());
      var work = new Overlay();
      List<ChangedGround> changed = engine.changedGround(pair, index, work);
      bounds.put(dates, work.boundM2());
      pairs.put(dates, ChangedGround.transitions(changed));
      blocks.put(dates, finder.blocks(pair, changed));
    }
    SnapshotId first = current.get(0).id();
    var overlay = new Overlay();
    Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured =
        Map.of(first.mapDate(), StockMeasurer.measure(maps.get(first), index, overlay));
    var all = new MeasurementBounds(bounds, Map.of(first.mapDate(), overlay.boundM2()));
    var frame =
        new SummaryFrame(
            new RegionTree(RegionSurvey.of(regions).facts()),
            List.of(new LayerSet("controlled", Set.of("held"))),
            new PeriodCalendar(List.of(), List.of()),
            3,
            SummaryFrame.Options.DEFAULT);
    return SceneSummary.of(new SceneSummary.Measured(timeline, measured, pairs), frame, all)
        .breaks(blocks, scope, BreakLimits.DEFAULT);
  }

  private static List<Region> regions(RunConfig config, Path data) throws IOException {
    try (var in = Files.newInputStream(data.resolve("regions/admin1.geojson"))) {
      return RegionReader.read(config.regions().get(0), in).regions();
    }
  }

  private static SourceTimeline timeline(
      RunConfig config, Path folder, String part, Map<SnapshotId, ControlSnapshot> maps)
      throws IOException {
    var normaliser = new SnapshotNormaliser(config.sources().get(0));
    List<SnapshotFacts> facts = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.contains(part)) {
          try (var in = Files.newInputStream(file)) {
            for (NormalisedMap map : normaliser.normalise(name, in).maps()) {
              facts.add(map.facts());
              maps.putIfAbsent(map.snapshot().id(), map.snapshot());
            }
          }
        }
      }
    }
    return SourceTimeline.of(config.sources().get(0).id(), facts);
  }
}
