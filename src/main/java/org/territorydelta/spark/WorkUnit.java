package org.territorydelta.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.SourceTimeline;

/**
 * A few snapshots of one source and what is to be found out from them; what one task holds at a
 * time.
 *
 * @param pairs to be compared, in order
 * @param measured snapshots whose stocks are to be measured
 */
record WorkUnit(String sourceId, ArrayList<Pair> pairs, ArrayList<SnapshotId> measured)
    implements Serializable {
  /** Pairs of a chain in one unit: large enough to share unions, small enough to balance. */
  private static final int CHAIN_PAIRS = 16;

  record Pair(DatePair dates, SnapshotId opening, SnapshotId closing) implements Serializable {}

  /** Every snapshot it needs. */
  TreeSet<SnapshotId> snapshots() {
    var needed = new TreeSet<>(measured);
    for (Pair pair : pairs) {
      needed.add(pair.opening);
      needed.add(pair.closing);
    }
    return needed;
  }

  /**
   * All work on a source: its chain in lengths, the other pairs one by one, and the stocks of its
   * first map, of the first map of each month after, and of every map that was replaced.
   */
  static List<WorkUnit> of(SourceTimeline timeline, PairPlan plan) {
    SortedMap<LocalDate, SnapshotId> current = new TreeMap<>();
    timeline.current().forEach(facts -> current.put(facts.id().mapDate(), facts.id()));
    List<WorkUnit> units = new ArrayList<>();
    for (int from = 0; from < plan.consecutive().size(); from += CHAIN_PAIRS) {
      int to = Math.min(from + CHAIN_PAIRS, plan.consecutive().size());
      units.add(unit(timeline.sourceId(), plan.consecutive().subList(from, to), current));
    }
    var chain = new TreeSet<>(plan.consecutive());
    for (DatePair pair : plan.period()) {
      if (!chain.contains(pair)) {
        units.add(unit(timeline.sourceId(), List.of(pair), current));
      }
    }
    for (SnapshotId id : measuredSnapshots(timeline)) {
      units.add(new WorkUnit(timeline.sourceId(), new ArrayList<>(), new ArrayList<>(List.of(id))));
    }
    return units;
  }

  private static WorkUnit unit(
      String sourceId, List<DatePair> pairs, SortedMap<LocalDate, SnapshotId> current) {
    var found = new ArrayList<Pair>();
    for (DatePair pair : pairs) {
      found.add(new Pair(pair, current.get(pair.opening()), current.get(pair.closing())));
    }
    return new WorkUnit(sourceId, found, new ArrayList<>());
  }

  private static List<SnapshotId> measuredSnapshots(SourceTimeline timeline) {
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
