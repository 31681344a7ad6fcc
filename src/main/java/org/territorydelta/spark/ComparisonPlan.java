package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.ChangeStage.RecordedMap;
import org.territorydelta.spark.inputs.MapKey;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.PiecePeriods;

/**
 * What is left to be computed.
 *
 * @param units work that no former run has done
 * @param maps every map on record
 * @param files where the maps lie that the units need, by {@link MapReading#place}
 * @param keys by source, which findings its rows are made of
 * @param reports what the reports need
 */
record ComparisonPlan(
    ArrayList<WorkUnit> units,
    HashMap<SnapshotId, RecordedMap> maps,
    Set<String> files,
    HashMap<String, SourceKeys> keys,
    ReportNeeds reports) {
  /** Which states a period compares, and which are written piece by piece. */
  record Periods(PeriodCalendar calendar, PiecePeriods pieces, int maxStalenessDays) {}

  /** The same without what another plan asks for. */
  ComparisonPlan without(ComparisonPlan done) {
    Set<WorkUnit.Pair> pairs = new HashSet<>();
    Set<SnapshotId> measured = new HashSet<>();
    Set<List<SnapshotId>> chains = new HashSet<>();
    Set<SnapshotId> surveyed = new HashSet<>();
    for (WorkUnit unit : done.units) {
      pairs.addAll(unit.pairs());
      measured.addAll(unit.measured());
      chains.add(unit.chain());
      surveyed.addAll(unit.surveyed());
    }
    var left = new ArrayList<WorkUnit>();
    for (WorkUnit unit : units) {
      WorkUnit rest =
          new WorkUnit(
              unit.sourceId(),
              new ArrayList<>(unit.pairs().stream().filter(p -> !pairs.contains(p)).toList()),
              new ArrayList<>(
                  unit.measured().stream().filter(id -> !measured.contains(id)).toList()),
              chains.contains(unit.chain()) ? new ArrayList<>() : unit.chain(),
              new ArrayList<>(
                  unit.surveyed().stream().filter(id -> !surveyed.contains(id)).toList()));
      if (!rest.snapshots().isEmpty()) {
        left.add(rest);
      }
    }
    return new ComparisonPlan(left, maps, files(left, maps), keys, reports);
  }

  /** By source, names of what the units find out. */
  Map<String, FindingKeys> fresh() {
    Map<String, FindingKeys> fresh = new HashMap<>();
    for (WorkUnit unit : units) {
      fresh
          .computeIfAbsent(unit.sourceId(), id -> FindingKeys.none())
          .addAll(unit.keys(maps))
          .surveys()
          .addAll(unit.surveyed().stream().map(this::survey).toList());
    }
    return fresh;
  }

  private MapKey.Survey survey(SnapshotId map) {
    return new MapKey.Survey(maps.get(map).key(), reports.placesKey());
  }

  /** By source, names of what rows are made of. */
  Map<String, FindingKeys> wanted() {
    Map<String, FindingKeys> wanted = new HashMap<>();
    keys.forEach((id, names) -> wanted.put(id, names.all()));
    return wanted;
  }

  static ComparisonPlan of(
      List<SourceMaps> sources, Reuse reuse, Periods periods, ReportNeeds reports) {
    reuse.resolve(sources);
    var units = new ArrayList<WorkUnit>();
    var maps = new HashMap<SnapshotId, RecordedMap>();
    var keys = new HashMap<String, SourceKeys>();
    for (SourceMaps source : sources) {
      PairPlan plan =
          PairPlan.of(source.timeline(), periods.calendar(), periods.maxStalenessDays());
      Set<DatePair> byPiece =
          periods
              .pieces()
              .of(source.timeline(), periods.calendar(), periods.maxStalenessDays())
              .stream()
              .map(PiecePeriods.Compared::pair)
              .collect(Collectors.toCollection(() -> reports.byPiece(source.timeline())));
      keys.put(source.source().id(), SourceKeys.of(source.timeline(), plan, reuse.maps(), reports));
      List<WorkUnit> planned = WorkUnit.of(source.timeline(), plan, byPiece, reuse);
      units.addAll(reports.added(planned, source.timeline(), plan, reuse));
      source
          .timeline()
          .recorded()
          .forEach(
              recorded -> {
                SnapshotId id = recorded.facts().id();
                maps.put(id, new RecordedMap(recorded.facts(), reuse.maps().get(id)));
              });
    }
    return new ComparisonPlan(units, maps, files(units, maps), keys, reports);
  }

  private static Set<String> files(List<WorkUnit> units, Map<SnapshotId, RecordedMap> maps) {
    Set<String> files = new HashSet<>();
    for (WorkUnit unit : units) {
      for (SnapshotId id : unit.snapshots()) {
        files.add(MapReading.place(id.sourceId(), maps.get(id).facts().path()));
      }
    }
    return files;
  }
}
