package org.territorydelta.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.ChangeStage.RecordedMap;
import org.territorydelta.spark.inputs.MapKey;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.SourceTimeline;

/**
 * A few snapshots of one source and what is to be found out from them; what one task holds at a
 * time.
 *
 * @param pairs to be compared, in order
 * @param measured snapshots whose stocks are to be measured
 * @param chain snapshots that follow each other, to be looked through for ground that changed hands
 *     more than once; none in most units
 * @param surveyed snapshots on which the holders of places are to be found out
 */
record WorkUnit(
    String sourceId,
    ArrayList<Pair> pairs,
    ArrayList<SnapshotId> measured,
    ArrayList<SnapshotId> chain,
    ArrayList<SnapshotId> surveyed)
    implements Serializable {
  /** Pairs of a chain in one unit at most: those of a month. */
  private static final int MOST_PAIRS = 32;

  /** Pairs of a chain in one unit: large enough to share unions, small enough to balance. */
  static final int CHAIN_PAIRS = 16;

  /**
   * @param byPiece whether its changed ground is measured piece by piece, too
   * @param step whether its maps follow each other
   */
  record Pair(DatePair dates, SnapshotId opening, SnapshotId closing, boolean byPiece, boolean step)
      implements Serializable {}

  /** Every snapshot it needs. */
  TreeSet<SnapshotId> snapshots() {
    var needed = new TreeSet<>(measured);
    needed.addAll(chain);
    needed.addAll(surveyed);
    for (Pair pair : pairs) {
      needed.add(pair.opening);
      needed.add(pair.closing);
    }
    return needed;
  }

  /** Names of what it finds out. */
  FindingKeys keys(Map<SnapshotId, RecordedMap> maps) {
    FindingKeys keys = FindingKeys.none();
    for (Pair pair : pairs) {
      var key = new MapKey.Pair(maps.get(pair.opening).key(), maps.get(pair.closing).key());
      keys.pairs().add(key);
      if (pair.step) {
        keys.steps().add(key);
      }
    }
    measured.forEach(id -> keys.stocks().add(maps.get(id).key()));
    if (!chain.isEmpty()) {
      keys.chains().add(MapKey.chain(chain.stream().map(id -> maps.get(id).key()).toList()));
    }
    return keys;
  }

  /**
   * All work on a source that is not done yet: its chain in lengths, the other pairs one by one,
   * the stocks of its {@link #measuredSnapshots}, and what is looked through for churn.
   */
  static List<WorkUnit> of(
      SourceTimeline timeline, PairPlan plan, Set<DatePair> byPiece, Reuse done) {
    SortedMap<LocalDate, SnapshotId> current = timeline.currentIds();
    String source = timeline.sourceId();
    List<Pair> chain = new ArrayList<>(pairs(plan.consecutive(), true, current, byPiece, done));
    List<WorkUnit> units = new ArrayList<>();
    for (DatePair churned : plan.churned()) {
      List<SnapshotId> between = chain(current, churned);
      if (!done.hasTurnovers(between)) {
        units.add(of(source, taken(chain, churned), List.of(), between));
      }
    }
    for (int from = 0; from < chain.size(); from += CHAIN_PAIRS) {
      int to = Math.min(from + CHAIN_PAIRS, chain.size());
      units.add(ofPairs(source, chain.subList(from, to)));
    }
    var consecutive = new TreeSet<>(plan.consecutive());
    List<DatePair> others =
        plan.period().stream().filter(pair -> !consecutive.contains(pair)).toList();
    for (Pair pair : pairs(others, false, current, byPiece, done)) {
      units.add(ofPairs(source, List.of(pair)));
    }
    for (SnapshotId id : measuredSnapshots(timeline)) {
      if (!done.hasStocks(id)) {
        units.add(of(source, List.of(), List.of(id), List.of()));
      }
    }
    return units;
  }

  /**
   * Takes from the pairs those that a chain of maps consists of, so that they are compared once;
   * none, if that are too many for one unit.
   */
  private static List<Pair> taken(List<Pair> pairs, DatePair chain) {
    List<Pair> its =
        pairs.stream()
            .filter(pair -> !pair.dates().opening().isBefore(chain.opening()))
            .filter(pair -> !pair.dates().closing().isAfter(chain.closing()))
            .toList();
    if (its.size() > MOST_PAIRS) {
      return List.of();
    }
    pairs.removeAll(its);
    return its;
  }

  static WorkUnit ofPairs(String source, List<Pair> pairs) {
    return of(source, pairs, List.of(), List.of());
  }

  private static WorkUnit of(
      String source, List<Pair> pairs, List<SnapshotId> measured, List<SnapshotId> chain) {
    return new WorkUnit(
        source,
        new ArrayList<>(pairs),
        new ArrayList<>(measured),
        new ArrayList<>(chain),
        new ArrayList<>());
  }

  /** The same with snapshots to be surveyed. */
  WorkUnit surveying(Collection<SnapshotId> maps) {
    return new WorkUnit(sourceId, pairs, measured, chain, new ArrayList<>(maps));
  }

  /** The snapshots from a pair's first to its second, both included. */
  static List<SnapshotId> chain(SortedMap<LocalDate, SnapshotId> current, DatePair pair) {
    return List.copyOf(current.subMap(pair.opening(), pair.closing().plusDays(1)).values());
  }

  private static List<Pair> pairs(
      List<DatePair> dates,
      boolean steps,
      SortedMap<LocalDate, SnapshotId> current,
      Set<DatePair> byPiece,
      Reuse done) {
    return dates.stream()
        .map(
            pair ->
                new Pair(
                    pair,
                    current.get(pair.opening()),
                    current.get(pair.closing()),
                    byPiece.contains(pair),
                    steps))
        .filter(pair -> !done.hasFlows(pair))
        .toList();
  }

  /** The first map, the first of each month after, and every map that was replaced. */
  static List<SnapshotId> measuredSnapshots(SourceTimeline timeline) {
    List<SnapshotId> measured = new ArrayList<>();
    String month = "";
    for (SourceTimeline.Recorded recorded : timeline.recorded()) {
      SnapshotId id = recorded.facts().id();
      String itsMonth = id.mapDate().toString().substring(0, "2024-08".length());
      if (!recorded.current()) {
        measured.add(id);
      } else if (!itsMonth.equals(month)) {
        measured.add(id);
        month = itsMonth;
      }
    }
    return measured;
  }
}
