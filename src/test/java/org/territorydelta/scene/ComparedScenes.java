package org.territorydelta.scene;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.Violation;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.MonthDifference;
import org.territorydelta.model.agreement.SharedScope;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.summary.AgreementFrame;
import org.territorydelta.summary.AgreementLaws;
import org.territorydelta.summary.CellDifferences;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.RegionAgreement;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.ComparedMonth;

/**
 * Two scenes held against each other as a run would. By default: no regions, both without scope,
 * every day, one layer set {@code controlled} of the status held, baselines from 2 km (4.6 units)
 * of width, maps up to 3 days stale.
 */
public final class ComparedScenes {
  private final ControlScene a;
  private final ControlScene b;
  private SceneRegions regions = SceneRegions.of();
  private Set<String> scopeA = Set.of();
  private Set<String> scopeB = Set.of();
  private double borderBandKm;
  private List<LayerSet> layerSets = List.of(new LayerSet("controlled", Set.of(ControlScene.HELD)));
  private AgreementDays every = AgreementDays.DAY;
  private int maxStalenessDays = 3;

  private ComparedScenes(ControlScene a, ControlScene b) {
    this.a = a;
    this.b = b;
  }

  public static ComparedScenes of(ControlScene a, ControlScene b) {
    return new ComparedScenes(a, b);
  }

  /** The scene under another name. */
  public static ControlScene renamed(ControlScene scene, String sourceId) {
    return later(scene, sourceId, 0);
  }

  /** The scene under another name, every map so many days later. */
  public static ControlScene later(ControlScene scene, String sourceId, int days) {
    ControlScene copy = ControlScene.of(sourceId);
    for (Drawing drawing : scene.drawings()) {
      copy.draw(
          new Drawing(
              sourceId,
              drawing.mapDate().plusDays(days),
              drawing.fileDate().plusDays(days),
              sourceId + "/" + drawing.path(),
              drawing.shapes()));
    }
    return copy;
  }

  public ComparedScenes regions(SceneRegions chosen) {
    regions = chosen;
    return this;
  }

  /** Countries each of the two draws. */
  public ComparedScenes scopes(Set<String> ofA, Set<String> ofB, double bandKm) {
    scopeA = ofA;
    scopeB = ofB;
    borderBandKm = bandKm;
    return this;
  }

  public ComparedScenes layerSet(String name, String... statuses) {
    layerSets = List.of(new LayerSet(name, Set.copyOf(Arrays.asList(statuses))));
    return this;
  }

  public ComparedScenes every(AgreementDays days) {
    every = days;
    return this;
  }

  public ComparedScenes maxStalenessDays(int days) {
    maxStalenessDays = days;
    return this;
  }

  /** The other source first. */
  public ComparedScenes swapped() {
    var swapped = new ComparedScenes(b, a);
    swapped.regions = regions;
    swapped.scopeA = scopeB;
    swapped.scopeB = scopeA;
    swapped.borderBandKm = borderBandKm;
    swapped.layerSets = layerSets;
    swapped.every = every;
    swapped.maxStalenessDays = maxStalenessDays;
    return swapped;
  }

  /** What comes of it. */
  public record Compared(
      List<ComparedMonth> months,
      List<MonthDifference> differences,
      List<SourceAgreement> rows,
      SourceComparer.Counts counts,
      List<Violation> violations) {
    public List<DisagreementPolygon> polygons() {
      return differences.stream().flatMap(month -> month.polygons().stream()).toList();
    }

    public Optional<SourceAgreement> row(String side, RegionId region, String day) {
      return rows.stream()
          .filter(
              row ->
                  row.key().side().equals(side)
                      && row.key().region().id().equals(region)
                      && row.key().day().equals(LocalDate.parse(day)))
          .findFirst();
    }

    public Figures figures(String side, RegionId region, String day) {
      return row(side, region, day).orElseThrow().figures();
    }

    public Figures figures(String side, String day) {
      return figures(side, RegionId.ALL, day);
    }
  }

  public Compared compare() {
    var facts = RegionSurvey.of(regions.regions()).facts();
    Optional<SharedScope> scope = SharedScope.of(scopeA, scopeB, facts);
    if (scope.isEmpty()) {
      return new Compared(List.of(), List.of(), List.of(), SourceComparer.Counts.ZERO, List.of());
    }
    var layers = SideLayer.drawnByBoth(layerSets, holdings(a), holdings(b));
    var index =
        RegionIndex.of(
            scope.get().regions(regions.regions()),
            RegionSurvey.of(regions.regions()).overlappingLevels(),
            Set.of(),
            0);
    var comparer =
        new SourceComparer(new SourceComparer.Frame(index, scope.get(), layers, 2), new Overlay());
    MeasuredScene measuredA = measured(a, scopeA);
    MeasuredScene measuredB = measured(b, scopeB);
    List<ComparedMonth> months =
        ComparedMonth.of(measuredA.timeline(), measuredB.timeline(), every, maxStalenessDays);
    List<MonthDifference> differences =
        months.stream().map(month -> comparer.compare(month, maps(a), maps(b))).toList();
    List<SourceAgreement> rows =
        rows(scope.get(), layers, measuredA.summary(), measuredB.summary(), months, differences);
    return new Compared(
        months, differences, rows, comparer.counts(), violations(rows, measuredA, measuredB));
  }

  /** As a run sums them up: cell by cell, then region by region. */
  private List<SourceAgreement> rows(
      SharedScope scope,
      List<SideLayer> layers,
      SceneSummary summaryA,
      SceneSummary summaryB,
      List<ComparedMonth> months,
      List<MonthDifference> differences) {
    Map<YearMonth, Long> bounds = new HashMap<>();
    SortedMap<Cell, CellDifferences> cells = new TreeMap<>();
    for (MonthDifference month : differences) {
      bounds.put(month.month(), month.boundM2());
      CellDifferences.byCell(month, scope)
          .forEach((cell, found) -> cells.merge(cell, found, CellDifferences::add));
    }
    for (SceneSummary source : List.of(summaryA, summaryB)) {
      for (CellLedger cell : source.cells().values()) {
        var shown = CellDifferences.ofShown(source.maps().sourceId(), cell.ledger());
        scope
            .within(cell.cell())
            .ifPresent(inside -> cells.merge(inside, shown, CellDifferences::add));
      }
    }
    var frame =
        AgreementFrame.of(
            regions.tree(), scope, layers, summaryA.maps(), summaryB.maps(), months, bounds);
    SortedMap<RegionId, RegionAgreement> sums = new TreeMap<>();
    sums.put(RegionId.ALL, RegionAgreement.none());
    cells.forEach(
        (cell, found) -> {
          RegionAgreement agreement = RegionAgreement.ofCell(frame, cell, found);
          for (RegionTree.PartOf part : regions.tree().regionsOf(cell)) {
            sums.computeIfAbsent(part.region(), key -> RegionAgreement.none()).add(agreement);
          }
        });
    List<SourceAgreement> rows = new ArrayList<>();
    sums.forEach((region, agreement) -> rows.addAll(agreement.rows(frame, region)));
    return rows;
  }

  /** Laws that rows would break if they were written instead of the right ones. */
  public List<Violation> violations(List<SourceAgreement> rows) {
    return violations(rows, measured(a, scopeA), measured(b, scopeB));
  }

  private List<Violation> violations(
      List<SourceAgreement> rows, MeasuredScene measuredA, MeasuredScene measuredB) {
    List<ControlArea> areas = new ArrayList<>(measuredA.controlAreas());
    areas.addAll(measuredB.controlAreas());
    return AgreementLaws.check(
        rows,
        areas,
        id ->
            List.of(measuredA, measuredB).stream()
                .flatMap(measured -> measured.timeline().current().stream())
                .anyMatch(facts -> facts.id().equals(id)),
        regions.tree().regions(),
        layerSets);
  }

  private MeasuredScene measured(ControlScene scene, Set<String> scope) {
    SceneMeasurer measurer =
        scene
            .measurer()
            .regions(new SceneRegions(regions.regions(), scope, borderBandKm))
            .engine(ChangedEdgeEngine::new)
            .every(PeriodKind.ALL)
            .maxStalenessDays(maxStalenessDays);
    layerSets.forEach(set -> measurer.layerSet(set.name(), set.statuses().toArray(String[]::new)));
    return measurer.measure();
  }

  private static List<Holding> holdings(ControlScene scene) {
    return scene.drawings().stream()
        .flatMap(drawing -> drawing.shapes().stream())
        .map(Drawing.Shape::holding)
        .distinct()
        .toList();
  }

  private static Map<LocalDate, ControlSnapshot> maps(ControlScene scene) {
    Map<LocalDate, ControlSnapshot> maps = new HashMap<>();
    Map<Object, ControlSnapshot> byId = new HashMap<>();
    scene.snapshots().forEach(snapshot -> byId.put(snapshot.id(), snapshot));
    scene
        .timeline()
        .current()
        .forEach(facts -> maps.put(facts.id().mapDate(), byId.get(facts.id())));
    return maps;
  }
}
