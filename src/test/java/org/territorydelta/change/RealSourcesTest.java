package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.SharedData;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.DisagreementPolygon.Kind;
import org.territorydelta.model.agreement.MonthDifference;
import org.territorydelta.model.agreement.SharedScope;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.RegionReader;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.timeline.ComparedMonth;
import org.territorydelta.timeline.SourceTimeline;

/**
 * DeepState against NZZ in August 2024. NZZ leaves out Crimea and the parts of Donetsk and Luhansk
 * held before 2022; elsewhere both draw the same war.
 */
class RealSourcesTest {
  private static final String CONFIG =
      """
      sources:
        - {id: deepstate, profile: deepstate-archive, path: maps}
        - {id: nzz, profile: nzz, path: maps}
      regions: {path: regions.geojson}
      """;

  private record Series(SourceTimeline timeline, Map<LocalDate, ControlSnapshot> maps) {}

  private record August(
      List<Region> regions,
      Series deepState,
      ComparedMonth month,
      MonthDifference difference,
      SourceComparer.Counts counts) {}

  private static August august() throws IOException {
    Path data = SharedData.path("");
    RunConfig config = ConfigReader.read("run.yaml", CONFIG, name -> "");
    List<Region> regions = regions(config, data);
    var scope =
        SharedScope.of(Set.of("UA"), Set.of(), RegionSurvey.of(regions).facts()).orElseThrow();
    var frame =
        new SourceComparer.Frame(
            RegionIndex.of(scope.regions(regions), Set.of(), Set.of(), 0),
            scope,
            List.of(new SideLayer("RU", new LayerSet("controlled", Set.of("held")))),
            config.checks().baselineWidthKm());
    Series deepState = series(config.sources().get(0), data.resolve("deepstate"), "202408");
    Series nzz = series(config.sources().get(1), data.resolve("nzz"), "2024-08");
    ComparedMonth month =
        ComparedMonth.of(deepState.timeline, nzz.timeline, AgreementDays.DAY, 3).get(0);
    var comparer = new SourceComparer(frame, new Overlay());
    MonthDifference difference = comparer.compare(month, deepState.maps, nzz.maps);
    return new August(regions, deepState, month, difference, comparer.counts());
  }

  @Test
  void aMonthIsCarriedToWhatItsLastDayShowsAndBaselinesAreToldFromTheFront() throws IOException {
    August august = august();
    MonthDifference difference = august.difference;

    assertThat(august.counts.overlaid()).isZero();
    assertThat(august.counts.whole()).isEqualTo(1);
    assertThat(august.counts.driftM2()).isLessThan(SquareKm.toM2(1e-6));
    assertThat(august.counts.carried()).isEqualTo(august.month.days().size() - 1L);
    Region crimea =
        august.regions.stream().filter(r -> r.id().id().equals("UA-43")).findFirst().orElseThrow();
    assertThat(areaM2(difference, "deepstate", Kind.BASELINE, "UA-43"))
        .isGreaterThan(EllipsoidalArea.m2(crimea.geometry()) * 95 / 100);
    assertThat(areaM2(difference, "deepstate", Kind.BASELINE, "UA-14")).isPositive();
    assertThat(areaM2(difference, "deepstate", Kind.BASELINE, "UA-63")).isZero();
    assertThat(areaM2(difference, "nzz", Kind.BASELINE, "UA-14")).isZero();
    assertThat(areaM2(difference, "nzz", Kind.FRONT, "UA-14")).isPositive();
  }

  /** What NZZ did in March 2024, done to DeepState: the ground held before 2022 is left out. */
  @Test
  void aBaselineThatIsLeftOutLiesInTheRear() throws IOException {
    August august = august();
    ControlSnapshot whole = august.deepState.maps.get(LocalDate.parse("2024-08-28"));
    Holding held = new Holding("RU", "held");
    var overlay = new Overlay();
    Geometry baseline =
        overlay.union(
            august.difference.polygons().stream()
                .filter(p -> p.place().kind() == Kind.BASELINE && p.place().piece() == 2)
                .map(DisagreementPolygon::ground)
                .toList());
    Geometry rest = overlay.difference(overlay.union(whole.held(held)), baseline);
    var without =
        new ControlSnapshot(
            new SnapshotId(
                "deepstate", whole.id().mapDate().plusDays(1), whole.id().fileDate(), "-"),
            new TreeMap<>(Map.of(held, Overlay.polygons(rest))));
    var pair = new SnapshotPair(whole, without);
    RegionIndex undivided = RegionIndex.of(List.of(), Set.of(), Set.of(), 0);
    List<ChangedBlock> blocks =
        BlockFinder.of(august.regions, BreakLimits.DEFAULT.base().rear())
            .blocks(pair, new ChangedEdgeEngine().changedGround(pair, undivided, overlay));
    ChangedBlock largest =
        blocks.stream().max(Comparator.comparingLong(ChangedBlock::areaM2)).orElseThrow();

    assertThat(largest.areaM2()).isGreaterThan(SquareKm.toM2(15_000));
    assertThat(largest.remoteness().apartKm()).isZero();
    assertThat(largest.remoteness().rearShare()).isGreaterThan(0.6);
  }

  private static long areaM2(MonthDifference difference, String shownBy, Kind kind, String region) {
    return difference.polygons().stream()
        .filter(p -> p.place().shownBy().equals(shownBy) && p.place().kind() == kind)
        .filter(p -> isIn(p.place().cell(), region))
        .mapToLong(DisagreementPolygon::areaM2)
        .sum();
  }

  private static boolean isIn(Cell cell, String region) {
    return cell.atLevel(1).filter(m -> m.region().id().equals(region)).isPresent();
  }

  private static List<Region> regions(RunConfig config, Path data) throws IOException {
    try (var in = Files.newInputStream(data.resolve("regions/admin1.geojson"))) {
      return RegionReader.read(config.regions().get(0), in).regions();
    }
  }

  private static Series series(RunConfig.Source source, Path folder, String month)
      throws IOException {
    var normaliser = new SnapshotNormaliser(source);
    List<SnapshotFacts> facts = new ArrayList<>();
    Map<LocalDate, ControlSnapshot> maps = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.contains(month)) {
          try (var in = Files.newInputStream(file)) {
            for (NormalisedMap map : normaliser.normalise(name, in).maps()) {
              facts.add(map.facts());
              maps.put(map.snapshot().id().mapDate(), map.snapshot());
            }
          }
        }
      }
    }
    return new Series(SourceTimeline.of(source.id(), facts), maps);
  }
}
