package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.locationtech.jts.geom.TopologyException;
import org.territorydelta.change.BlockFinder;
import org.territorydelta.change.ChangeEngine;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.ChangedFace;
import org.territorydelta.change.ChangedGround;
import org.territorydelta.change.EngineCounts;
import org.territorydelta.change.MarginCheck;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SettlementSurvey;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.change.StockMeasurer;
import org.territorydelta.change.TurnoverFinder;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.Churned;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.inputs.EncodedSnapshot;
import org.territorydelta.spark.inputs.MapKey;
import org.territorydelta.spark.inputs.ReadStage;

/** Brings the snapshots of each work unit together, compares pairs and measures stocks. */
final class ChangeStage {
  private ChangeStage() {}

  /** What every task needs to know. */
  record Shared(
      ArrayList<WorkUnit> units,
      HashMap<String, RegionIndex> regions,
      HashMap<SnapshotId, RecordedMap> maps,
      PieceWriter pieces,
      BlockFinder blocks,
      ReportNeeds reports)
      implements Serializable {}

  /** A map on record. */
  record RecordedMap(SnapshotFacts facts, MapKey key) implements Serializable {}

  static JavaRDD<SourceChanges> compare(
      JavaSparkContext spark, JavaRDD<ReadStage.ReadFile> files, Shared shared) {
    List<TreeSet<SnapshotId>> needed = shared.units.stream().map(WorkUnit::snapshots).toList();
    Broadcast<Shared> all = spark.broadcast(shared);
    List<Long> weights = shared.units.stream().map(unit -> weight(unit, shared.maps)).toList();
    return SnapshotShuffle.byUnit(spark, files, needed, weights, shared.maps)
        .map(unit -> work(all.value().units.get(unit._1()), unit._2(), all.value()));
  }

  /** A pair that is measured piece by piece takes about as long as a stretch of the chain. */
  private static long weight(WorkUnit unit, Map<SnapshotId, RecordedMap> maps) {
    long weight = SnapshotShuffle.vertices(unit.snapshots(), maps);
    for (WorkUnit.Pair pair : unit.pairs()) {
      if (pair.byPiece()) {
        weight += WorkUnit.CHAIN_PAIRS * SnapshotShuffle.vertices(Set.of(pair.closing()), maps);
      }
    }
    return weight;
  }

  private static SourceChanges work(
      WorkUnit unit, Iterable<EncodedSnapshot> encoded, Shared shared) {
    Map<SnapshotId, ControlSnapshot> snapshots = new HashMap<>();
    encoded.forEach(snapshot -> snapshots.put(snapshot.id(), snapshot.decode()));
    RegionIndex regions = shared.regions.get(unit.sourceId());
    SourceChanges found = SourceChanges.none(unit.sourceId());
    var engine = new ChangedEdgeEngine();
    Map<List<SnapshotId>, List<ChangedGround>> chained = new HashMap<>();
    for (WorkUnit.Pair pair : unit.pairs()) {
      var both = new SnapshotPair(snapshots.get(pair.opening()), snapshots.get(pair.closing()));
      var overlay = new Overlay();
      EngineCounts before = engine.counts();
      List<ChangedGround> ground = changedGround(engine, both, regions, overlay);
      if (!unit.chain().isEmpty()) {
        chained.put(List.of(pair.opening(), pair.closing()), ground);
      }
      long bound = overlay.boundM2();
      List<Transition> transitions = ChangedGround.transitions(ground);
      long margin = margin(both, transitions, bound, shared);
      var key =
          new MapKey.Pair(shared.maps.get(pair.opening()).key, shared.maps.get(pair.closing()).key);
      if (pair.step()) {
        found.blocks().put(key, new ArrayList<>(shared.blocks.blocks(both, ground)));
      }
      found
          .pairs()
          .put(
              key,
              new SourceChanges.Flows(
                  new ArrayList<>(transitions),
                  shared.pieces.noise(ground, regions, new Overlay()),
                  pair.byPiece(),
                  pair.byPiece()
                      ? shared.pieces.rows(both, ground, regions, new Overlay())
                      : new ArrayList<>(),
                  Counters.ofPair(engine.counts().since(before), overlay, margin),
                  bound));
    }
    for (SnapshotId id : unit.measured()) {
      var overlay = new Overlay();
      var stocks = new TreeMap<Holding, TreeMap<Cell, Long>>();
      StockMeasurer.measure(snapshots.get(id), regions, overlay)
          .forEach((holding, cells) -> stocks.put(holding, new TreeMap<>(cells)));
      found
          .stocks()
          .put(
              shared.maps.get(id).key,
              new SourceChanges.Stocks(stocks, Counters.ofStocks(overlay), overlay.boundM2()));
    }
    for (SnapshotId id : unit.surveyed()) {
      ReportNeeds reports = shared.reports;
      found
          .holders()
          .put(
              new MapKey.Survey(shared.maps.get(id).key, reports.placesKey()),
              new ArrayList<>(SettlementSurvey.holders(snapshots.get(id), reports.places())));
    }
    if (!unit.chain().isEmpty()) {
      List<MapKey> keys = unit.chain().stream().map(id -> shared.maps.get(id).key).toList();
      List<ControlSnapshot> maps = unit.chain().stream().map(snapshots::get).toList();
      found.turnovers().put(MapKey.chain(keys), turnovers(maps, chained, engine, regions));
    }
    return found;
  }

  private static SourceChanges.Turnovers turnovers(
      List<ControlSnapshot> maps,
      Map<List<SnapshotId>, List<ChangedGround>> known,
      ChangeEngine engine,
      RegionIndex regions) {
    List<ChangedFace> faces = new ArrayList<>();
    for (int i = 1; i < maps.size(); i++) {
      var pair = new SnapshotPair(maps.get(i - 1), maps.get(i));
      // It is measured by region at the end, of what little changed hands twice.
      List<ChangedGround> pieces = known.get(List.of(pair.opening().id(), pair.closing().id()));
      if (pieces == null) {
        pieces = changedGround(engine, pair, RegionIndex.NONE, new Overlay());
      }
      for (ChangedGround piece : pieces) {
        faces.addAll(ChangedFace.of(piece, pair.closing().id().mapDate()));
      }
    }
    try {
      return new SourceChanges.Turnovers(true, TurnoverFinder.find(faces, regions, new Overlay()));
    } catch (LawBrokenException noWay) {
      return new SourceChanges.Turnovers(false, Churned.NOTHING);
    }
  }

  /** An overlay that finds no way at all says so without saying where. */
  private static List<ChangedGround> changedGround(
      ChangeEngine engine, SnapshotPair pair, RegionIndex regions, Overlay overlay) {
    try {
      return engine.changedGround(pair, regions, overlay);
    } catch (TopologyException e) {
      throw new IllegalStateException("Cannot overlay the maps of " + pair, e);
    }
  }

  private static long margin(
      SnapshotPair pair, List<Transition> transitions, long boundM2, Shared shared) {
    long margin =
        MarginCheck.residualM2(
            shared.maps.get(pair.opening().id()).facts.groundM2(),
            shared.maps.get(pair.closing().id()).facts.groundM2(),
            transitions);
    if (margin > MarginCheck.boundM2(boundM2) && !pair.isUnchanged()) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot compare %s: what changed hands misses the maps' own areas by %s km², expected at most %s",
              pair,
              SquareKm.fromM2(margin),
              SquareKm.fromM2(MarginCheck.boundM2(boundM2))),
          Stream.of(pair.opening().id(), pair.closing().id())
              .map(id -> new LawBrokenException.OfMap(id.sourceId(), id.mapDate()))
              .toList());
    }
    return margin;
  }
}
