package org.territorydelta.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.inputs.MapKey;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Which findings the rows of a source are made of, and what each stands for.
 *
 * @param pairs the pairs of the plan
 * @param steps those of them whose maps follow each other
 * @param stocks maps that speak for their days and are measured as a whole
 * @param replaced maps that later ones have replaced
 * @param chains what is looked through for churn
 * @param reportPairs what the reports ask for besides
 * @param surveyed maps on which the reports ask for the holders of places
 */
record SourceKeys(
    String sourceId,
    TreeMap<MapKey.Pair, DatePair> pairs,
    TreeMap<MapKey.Pair, DatePair> steps,
    TreeMap<MapKey, LocalDate> stocks,
    TreeMap<MapKey, SnapshotId> replaced,
    TreeMap<String, DatePair> chains,
    TreeMap<MapKey.Pair, MapPair> reportPairs,
    TreeMap<MapKey.Survey, SnapshotId> surveyed)
    implements Serializable {

  static SourceKeys of(
      SourceTimeline timeline, PairPlan plan, Map<SnapshotId, MapKey> maps, ReportNeeds reports) {
    String source = timeline.sourceId();
    var keys =
        new SourceKeys(
            source,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    SortedMap<LocalDate, SnapshotId> current = timeline.currentIds();
    plan.distinct().forEach(pair -> keys.pairs.put(key(pair, current, maps), pair));
    plan.consecutive().forEach(pair -> keys.steps.put(key(pair, current, maps), pair));
    for (SnapshotId id : WorkUnit.measuredSnapshots(timeline)) {
      if (id.equals(current.get(id.mapDate()))) {
        keys.stocks.put(maps.get(id), id.mapDate());
      } else {
        keys.replaced.put(maps.get(id), id);
      }
    }
    for (DatePair churned : plan.churned()) {
      List<SnapshotId> chain = WorkUnit.chain(current, churned);
      keys.chains.put(MapKey.chain(chain.stream().map(maps::get).toList()), churned);
    }
    if (!reports.isEmpty()) {
      ReportNeeds.OfSource needs = reports.sources().get(source);
      for (MapPair pair : needs.pairs()) {
        keys.reportPairs.put(
            new MapKey.Pair(maps.get(pair.opening()), maps.get(pair.closing())), pair);
      }
      for (SnapshotId map : needs.surveyed()) {
        keys.surveyed.put(new MapKey.Survey(maps.get(map), reports.placesKey()), map);
      }
    }
    return keys;
  }

  private static MapKey.Pair key(
      DatePair pair, SortedMap<LocalDate, SnapshotId> current, Map<SnapshotId, MapKey> maps) {
    return new MapKey.Pair(
        maps.get(current.get(pair.opening())), maps.get(current.get(pair.closing())));
  }

  /** All of them. */
  FindingKeys all() {
    FindingKeys all = FindingKeys.none();
    all.pairs().addAll(pairs.keySet());
    all.pairs().addAll(reportPairs.keySet());
    all.steps().addAll(steps.keySet());
    all.stocks().addAll(stocks.keySet());
    all.stocks().addAll(replaced.keySet());
    all.chains().addAll(chains.keySet());
    all.surveys().addAll(surveyed.keySet());
    return all;
  }

  /**
   * @throws IllegalStateException when not all of them were found
   */
  void requireAll(FindingKeys found) {
    FindingKeys missing = all().removeAll(found);
    if (missing.count() > 0 || !missing.steps().isEmpty()) {
      throw new IllegalStateException(
          "Cannot sum up source " + sourceId + ": nobody found " + missing);
    }
  }
}
