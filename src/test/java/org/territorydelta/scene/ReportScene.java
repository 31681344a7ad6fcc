package org.territorydelta.scene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.territorydelta.change.FullOverlayEngine;
import org.territorydelta.change.SettlementSurvey;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.claim.FrontDepths;
import org.territorydelta.claim.GroundBook;
import org.territorydelta.claim.Margins;
import org.territorydelta.claim.MeasuredGround;
import org.territorydelta.claim.MeasurementPlan;
import org.territorydelta.claim.MeasurementRequest;
import org.territorydelta.claim.Measurer;
import org.territorydelta.claim.ReportPlan;
import org.territorydelta.claim.SettlementCounter;
import org.territorydelta.claim.SourceBreaks;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.summary.RegionFlows;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Scenes of one source or several, and claims about them, weighed as a run would. Unless a source
 * has a profile of its own, it draws BLUE and RED anywhere, held or claimed; {@code controlled} is
 * what is held.
 */
public final class ReportScene {
  private static final String PROFILE =
      """
      file-date: {file-name: '(\\d{8})', format: yyyyMMdd}
      map-date: {from: file-date}
      firm-to-soft: [BLUE held, RED held, BLUE claimed, RED claimed]
      rules:
        - {name: blue, when: {a: b}, holding: BLUE held}
        - {name: red, when: {a: r}, holding: RED held}
        - {name: blue-claimed, when: {a: bc}, holding: BLUE claimed}
        - {name: red-claimed, when: {a: rc}, holding: RED claimed}
      """;

  private final Map<String, ControlScene> scenes = new TreeMap<>();
  private final Map<String, String> profiles = new HashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Settlement> settlements = new ArrayList<>();
  private SceneRegions regions = SceneRegions.of();
  private FrontDepths depths = FrontDepths.NONE;
  private Margins margins = Margins.NONE;
  private SourceBreaks breaks = SourceBreaks.NONE;
  private String weighing = "weighing: {least-days: 1, source-spread: [{days: 1, km2: 0}]}\n";
  private String more = "";

  private ReportScene() {}

  public static ReportScene of(ControlScene... scenes) {
    var reports = new ReportScene();
    for (ControlScene scene : scenes) {
      reports.scenes.put(scene.sourceId(), scene);
      reports.profiles.put(scene.sourceId() + ".yaml", PROFILE);
    }
    return reports;
  }

  /** Gives a source another profile. */
  public ReportScene profile(String sourceId, String yaml) {
    profiles.put(sourceId + ".yaml", yaml);
    return this;
  }

  public ReportScene regions(SceneRegions chosen) {
    regions = chosen;
    return this;
  }

  /**
   * Weighs as a config that says nothing of it; else a day is enough, and sources do not differ.
   */
  public ReportScene weighingByDefault() {
    weighing = "";
    return this;
  }

  /** Lines to add to the config. */
  public ReportScene config(String lines) {
    more = more + lines;
    return this;
  }

  public ReportScene claims(Claim... added) {
    claims.addAll(List.of(added));
    return this;
  }

  public ReportScene settlements(Settlement... added) {
    settlements.addAll(List.of(added));
    return this;
  }

  public ReportScene depths(FrontDepths chosen) {
    depths = chosen;
    return this;
  }

  public ReportScene margins(Margins chosen) {
    margins = chosen;
    return this;
  }

  public ReportScene breaks(SeriesBreak... found) {
    breaks = new SourceBreaks(List.of(found));
    return this;
  }

  /** The facts of one of the regions, or of a country. */
  public RegionFacts region(String id) {
    return regions.tree().regions().stream()
        .filter(region -> region.id().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public ReportPlan plan() {
    return new ReportPlan(runConfig(), regions.tree().regions(), claims);
  }

  private RunConfig runConfig() {
    var text = new StringBuilder("sources:\n");
    for (String id : scenes.keySet()) {
      text.append("  - {id: ").append(id).append(", profile: ").append(id);
      text.append(".yaml, path: maps}\n");
    }
    return ConfigReader.read("run.yaml", text + weighing + more, profiles::get);
  }

  /** What would have to be measured. */
  public MeasurementPlan measurements() {
    return plan().measurements(timelines());
  }

  private Map<String, SourceTimeline> timelines() {
    Map<String, SourceTimeline> timelines = new TreeMap<>();
    scenes.forEach((id, scene) -> timelines.put(id, scene.timeline()));
    return timelines;
  }

  /** Everything measured and weighed. */
  public ReportPlan.Rows rows() {
    ReportPlan plan = plan();
    MeasurementPlan todo = plan.measurements(timelines());
    Map<MeasurementRequest, Measurement> measured = new HashMap<>();
    List<ControlArea> stocks = new ArrayList<>();
    Map<MapPair, List<RegionTransition>> changes = new TreeMap<>();
    Map<SnapshotId, List<Holding>> holders = new HashMap<>();
    for (ControlScene scene : scenes.values()) {
      stocks.addAll(scene.measurer().regions(regions).measure().controlAreas());
      changes.putAll(changes(scene, todo.ofSource(scene.sourceId()).pairs()));
      snapshots(scene)
          .forEach((id, map) -> holders.put(id, SettlementSurvey.holders(map, settlements)));
    }
    var areas = new MeasuredGround(stocks, changes);
    var counter =
        new SettlementCounter(settlements, SettlementCounter.Holders.of(settlements, holders));
    var measurer =
        new Measurer(
            areas, margins, depths, counter, breaks, runConfig().figures().weighing().staleShare());
    todo.planned()
        .forEach(
            planned ->
                measurer.measure(planned).ifPresent(m -> measured.put(planned.request(), m)));
    return plan.rows(measured, new GroundBook(areas, timelines(), breaks), counter);
  }

  private Map<MapPair, List<RegionTransition>> changes(
      ControlScene scene, Collection<MapPair> pairs) {
    Map<SnapshotId, ControlSnapshot> snapshots = snapshots(scene);
    var overlay = new Overlay();
    Map<MapPair, List<RegionTransition>> changes = new TreeMap<>();
    for (MapPair pair : pairs) {
      var both = new SnapshotPair(snapshots.get(pair.opening()), snapshots.get(pair.closing()));
      changes.put(
          pair,
          RegionFlows.of(
              pair,
              new FullOverlayEngine().transitions(both, regions.index(), overlay),
              regions.tree()));
    }
    return changes;
  }

  private static Map<SnapshotId, ControlSnapshot> snapshots(ControlScene scene) {
    Map<SnapshotId, ControlSnapshot> snapshots = new HashMap<>();
    scene.snapshots().forEach(snapshot -> snapshots.put(snapshot.id(), snapshot));
    return snapshots;
  }

  /** The only row of a claim against a source, as known then or now. */
  public ClaimAssessment assessment(String claimId, String sourceId, AsKnown known) {
    List<ClaimAssessment> found =
        rows().assessments().stream()
            .filter(
                row ->
                    row.claim().key().id().equals(claimId)
                        && row.against().sourceId().equals(sourceId)
                        && row.against().known() == known)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "Cannot find one row of " + claimId + " against " + sourceId + ": " + found);
    }
    return found.get(0);
  }

  /** What was measured, in cells; the whole of it or the covered part. */
  public static double cells(Optional<ValueRange> range) {
    return range.orElseThrow().value() / SquareKm.fromM2(Grid.CELL_M2);
  }
}
