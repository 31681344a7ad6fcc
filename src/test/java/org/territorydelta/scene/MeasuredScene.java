package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.change.ChangeEngine;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.ChangedFace;
import org.territorydelta.change.ChangedGround;
import org.territorydelta.change.PieceRole;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.change.StockMeasurer;
import org.territorydelta.change.TurnoverFinder;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.Churned;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.model.map.Tally;
import org.territorydelta.summary.MeasurementBounds;
import org.territorydelta.summary.PieceCloser;
import org.territorydelta.summary.SourceTables;
import org.territorydelta.summary.SummaryFrame;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.SourceTimeline;

/** A scene with every planned pair compared and every map measured. */
public final class MeasuredScene {
  private final ControlScene scene;
  private final SourceTimeline timeline;
  private final SummaryFrame frame;
  private final SortedMap<DatePair, List<Transition>> pairs = new TreeMap<>();
  private final Map<SnapshotId, SortedMap<Holding, SortedMap<Cell, Long>>> stocks = new TreeMap<>();
  private final Map<DatePair, List<ChangedGround>> grounds = new TreeMap<>();
  private final Map<DatePair, Long> pairBounds = new TreeMap<>();
  private final Map<SnapshotId, Long> mapBounds = new TreeMap<>();
  private GroundDetails details = GroundDetails.NONE;

  MeasuredScene(ControlScene scene, RegionIndex regions, SummaryFrame frame, ChangeEngine engine) {
    this.scene = scene;
    this.timeline = scene.timeline();
    this.frame = frame;
    Map<SnapshotId, ControlSnapshot> snapshots = new TreeMap<>();
    for (ControlSnapshot snapshot : scene.snapshots()) {
      var overlay = new Overlay();
      snapshots.put(snapshot.id(), snapshot);
      stocks.put(snapshot.id(), StockMeasurer.measure(snapshot, regions, overlay));
      mapBounds.put(snapshot.id(), overlay.boundM2());
    }
    var plan = PairPlan.of(timeline, frame.calendar(), frame.maxStalenessDays());
    for (DatePair pair : plan.distinct()) {
      var both =
          new SnapshotPair(
              snapshots.get(timeline.asOf(pair.opening()).orElseThrow().id()),
              snapshots.get(timeline.asOf(pair.closing()).orElseThrow().id()));
      var overlay = new Overlay();
      List<ChangedGround> ground = engine.changedGround(both, regions, overlay);
      grounds.put(pair, ground);
      pairs.put(pair, ChangedGround.transitions(ground));
      pairBounds.put(pair, overlay.boundM2());
    }
  }

  private MeasuredScene(MeasuredScene other, SummaryFrame.Options options) {
    SummaryFrame f = other.frame;
    this.scene = other.scene;
    this.timeline = other.timeline;
    this.frame =
        new SummaryFrame(f.regions(), f.layerSets(), f.calendar(), f.maxStalenessDays(), options);
    this.pairs.putAll(other.pairs);
    this.stocks.putAll(other.stocks);
    this.grounds.putAll(other.grounds);
    this.pairBounds.putAll(other.pairBounds);
    this.mapBounds.putAll(other.mapBounds);
    this.details = other.details;
  }

  /** The same measurement with something else asked for. */
  public MeasuredScene with(SummaryFrame.Options options) {
    return new MeasuredScene(this, options);
  }

  public SourceTimeline timeline() {
    return timeline;
  }

  public SummaryFrame frame() {
    return frame;
  }

  /** What changed hands in every planned pair. */
  public SortedMap<DatePair, List<Transition>> pairs() {
    return pairs;
  }

  /** Stocks of the maps that speak for their days. */
  public SortedMap<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured() {
    SortedMap<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> measured = new TreeMap<>();
    timeline.current().forEach(facts -> measured.put(facts.id().mapDate(), stocks.get(facts.id())));
    return measured;
  }

  /** How far all of it may be off by roundings and noding. */
  public MeasurementBounds bounds() {
    Map<LocalDate, Long> current = new TreeMap<>();
    timeline
        .current()
        .forEach(facts -> current.put(facts.id().mapDate(), mapBounds.get(facts.id())));
    return new MeasurementBounds(pairBounds, current);
  }

  public SceneSummary summary() {
    return summary(pairs);
  }

  /** The same with other changes. */
  public SceneSummary summary(Map<DatePair, List<Transition>> others) {
    return SceneSummary.of(
        new SceneSummary.Measured(timeline, measured(), replaced(), mapBounds, others, details),
        frame,
        bounds());
  }

  /** Stocks of the maps that later ones have replaced. */
  private Map<SnapshotId, SortedMap<Holding, SortedMap<Cell, Long>>> replaced() {
    Map<SnapshotId, SortedMap<Holding, SortedMap<Cell, Long>>> replaced = new TreeMap<>();
    for (SourceTimeline.Recorded recorded : timeline.recorded()) {
      if (!recorded.current()) {
        replaced.put(recorded.facts().id(), stocks.get(recorded.facts().id()));
      }
    }
    return replaced;
  }

  /** The same measurement with something more found out. */
  public MeasuredScene with(GroundDetails found) {
    var copy = new MeasuredScene(this, frame.options());
    copy.details = found;
    return copy;
  }

  /** The same with every pair of the plan looked through for churn. */
  MeasuredScene withChurn(RegionIndex regions) {
    var plan = PairPlan.of(timeline, frame.calendar(), frame.maxStalenessDays());
    SortedMap<DatePair, Churned> found = new TreeMap<>();
    for (DatePair pair : plan.churned()) {
      found.put(pair, TurnoverFinder.find(faces(pair), regions, new Overlay()));
    }
    return with(new GroundDetails(found, Map.of()));
  }

  /** What changed from each map to the next, from one day to another. */
  private List<ChangedFace> faces(DatePair chain) {
    Map<SnapshotId, ControlSnapshot> snapshots = new TreeMap<>();
    scene.snapshots().forEach(snapshot -> snapshots.put(snapshot.id(), snapshot));
    List<ControlSnapshot> maps =
        timeline.mapDates(chain.opening(), chain.closing()).stream()
            .map(day -> snapshots.get(timeline.asOf(day).orElseThrow().id()))
            .toList();
    var engine = new ChangedEdgeEngine();
    RegionIndex nowhere = SceneRegions.of().index();
    List<ChangedFace> faces = new ArrayList<>();
    for (int i = 1; i < maps.size(); i++) {
      var pair = new SnapshotPair(maps.get(i - 1), maps.get(i));
      engine
          .changedGround(pair, nowhere, new Overlay())
          .forEach(piece -> faces.addAll(ChangedFace.of(piece, pair.closing().id().mapDate())));
    }
    return faces;
  }

  /** Rows for all maps, those that were replaced included. */
  public List<ControlArea> controlAreas() {
    return summary().controlAreas();
  }

  /** What a run would write. */
  public SourceTables tables() {
    var areas =
        new SourceTables.Areas(
            controlAreas(),
            summary().transitions(),
            summary().areaDeltas(),
            pieces(),
            details.breaks());
    return tables(areas);
  }

  /** The pieces of every covered period, closed with its flows; without noise and lengths. */
  private List<PeriodPiece> pieces() {
    SceneSummary summary = summary();
    List<PeriodPiece> rows = new ArrayList<>();
    for (Period period :
        frame.calendar().periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      PeriodStates states = PeriodStates.of(period, timeline, frame.maxStalenessDays());
      if (states.isCovered() && !states.pair().isSame()) {
        List<PieceCloser.Piece> measured = new ArrayList<>();
        for (ChangedGround ground : grounds.get(states.pair())) {
          measured.add(
              new PieceCloser.Piece(
                  "piece " + measured.size(), ground.from(), ground.to(), ground.areasM2()));
        }
        PieceCloser.Closed closed = summary.closed(states.pair(), measured);
        for (PieceCloser.Piece piece : measured) {
          if (closed.areasM2().containsKey(piece.id())) {
            add(rows, period, states.pair(), piece, closed.areasM2().get(piece.id()));
          }
        }
        for (PieceCloser.Remainder rest : closed.withoutPiece()) {
          var piece =
              new PieceCloser.Piece(
                  "remainder " + rest.from() + rest.to(), rest.from(), rest.to(), rest.areasM2());
          add(rows, period, states.pair(), piece, rest.areasM2());
        }
      }
    }
    return rows;
  }

  private void add(
      List<PeriodPiece> rows,
      Period period,
      DatePair pair,
      PieceCloser.Piece piece,
      SortedMap<Cell, Long> areasM2) {
    SortedMap<RegionId, Long> regions = frame.regions().sums(areasM2);
    regions.remove(RegionId.ALL);
    for (PieceRole role : PieceRole.of(piece.from(), piece.to(), frame.layerSets())) {
      rows.add(
          new PeriodPiece(
              period.kind(),
              period.id(),
              new ChangePiece.Key(
                  piece.id(), timeline.sourceId(), role.side(), role.layerSet().name()),
              new ChangePiece.Course(
                  role.change(), piece.from(), piece.to(), pair.opening(), pair.closing()),
              areasM2.values().stream().mapToLong(Long::longValue).sum(),
              0,
              ChangePiece.Measures.NONE,
              regions));
    }
  }

  /** The tables with other figures. */
  public SourceTables tables(SourceTables.Areas areas) {
    return new SourceTables(maps(), areas, frame.regions().regions(), frame.layerSets());
  }

  public SourceTables.Maps maps() {
    return new SourceTables.Maps(
        files(),
        timeline.recorded(),
        MapDay.of(List.of(timeline), frame.maxStalenessDays()),
        List.of());
  }

  private List<InputFile> files() {
    Map<String, List<Drawing>> byPath = new LinkedHashMap<>();
    scene
        .drawings()
        .forEach(d -> byPath.computeIfAbsent(d.path(), path -> new ArrayList<>()).add(d));
    Map<String, FileRole> roles = timeline.roles();
    return byPath.entrySet().stream()
        .map(file -> new InputFile(file(file.getKey(), file.getValue()), roles.get(file.getKey())))
        .toList();
  }

  private MapFile file(String path, List<Drawing> drawings) {
    long shapes = drawings.stream().mapToLong(drawing -> drawing.shapes().size()).sum();
    var tally = new Tally(shapes, shapes, 0, 0);
    return new MapFile(
        scene.sourceId(),
        path,
        new MapFile.Content("00", 1),
        dates(drawings.stream().map(Drawing::fileDate).toList()),
        dates(drawings.stream().map(Drawing::mapDate).toList()),
        tally,
        tally,
        new TreeMap<>());
  }

  private static List<LocalDate> dates(Collection<LocalDate> dates) {
    return List.copyOf(new TreeSet<>(dates));
  }

  /** The row of the layer set {@code controlled}. */
  public AreaDelta delta(String side, RegionId region, String periodId) {
    return delta(side, "controlled", region, periodId);
  }

  public AreaDelta delta(String side, String layerSet, RegionId region, String periodId) {
    List<AreaDelta> found =
        summary().areaDeltas().stream()
            .filter(
                delta ->
                    delta.key().side().equals(side)
                        && delta.key().layerSet().equals(layerSet)
                        && delta.key().region().id().equals(region)
                        && delta.key().period().id().equals(periodId))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "Cannot find one row for " + side + " in " + region + " over " + periodId + ": " + found);
    }
    return found.get(0);
  }

  public AreaDelta.Figures figures(String side, RegionId region, String periodId) {
    return delta(side, region, periodId).figures().orElseThrow();
  }
}
