package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.claim.MeasurementPlan;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.SourceTimeline;

/**
 * What the reports need of the maps besides what every run finds out.
 *
 * @param sources by source; none at all when there are no reports
 * @param places whose holders are asked for, by id
 * @param placesKey tells these places from any others
 */
record ReportNeeds(
    HashMap<String, OfSource> sources, ArrayList<Settlement> places, String placesKey)
    implements Serializable {
  static final ReportNeeds NONE = new ReportNeeds(new HashMap<>(), new ArrayList<>(), "");

  /**
   * What is needed of one source.
   *
   * @param maps whose stocks are
   * @param regions in which they are
   * @param pairs whose change is
   * @param deep those of them whose pieces are, too
   * @param surveyed maps on which the holders of places are
   * @param counted those of them on which a claim's settlements are counted
   */
  record OfSource(
      TreeSet<SnapshotId> maps,
      TreeSet<RegionId> regions,
      TreeSet<MapPair> pairs,
      TreeSet<MapPair> deep,
      TreeSet<SnapshotId> surveyed,
      TreeSet<SnapshotId> counted)
      implements Serializable {
    static OfSource of(MeasurementPlan plan, SourceTimeline timeline, boolean hasPlaces) {
      var surveyed = new TreeSet<SnapshotId>();
      if (hasPlaces) {
        timeline.current().forEach(facts -> surveyed.add(facts.id()));
        surveyed.addAll(plan.settlementMaps());
      }
      return new OfSource(
          new TreeSet<>(plan.maps()),
          new TreeSet<>(plan.regions()),
          new TreeSet<>(plan.pairs()),
          new TreeSet<>(plan.depthPairs()),
          surveyed,
          new TreeSet<>(hasPlaces ? plan.settlementMaps() : Set.of()));
    }
  }

  /** Whether stocks in a region are asked for, of any source. */
  boolean hasRegion(RegionId region) {
    return sources.values().stream().anyMatch(needs -> needs.regions.contains(region));
  }

  /** Whether stocks of a map in a region are asked for. */
  boolean asksFor(SnapshotId map, RegionId region) {
    OfSource needs = sources.get(map.sourceId());
    return needs != null && needs.maps.contains(map) && needs.regions.contains(region);
  }

  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** Pairs of maps that speak for their days and whose pieces are needed. */
  Set<DatePair> byPiece(SourceTimeline timeline) {
    Set<DatePair> byPiece = new HashSet<>();
    if (!isEmpty()) {
      Set<SnapshotId> current = ids(timeline);
      sources.get(timeline.sourceId()).deep.stream()
          .filter(pair -> areIn(current, pair))
          .forEach(pair -> byPiece.add(pair.dates()));
    }
    return byPiece;
  }

  /**
   * The work on a source with what is needed besides: the pairs that no period asks for, one by
   * one, and the holders of places along with whatever is found out from the same maps.
   *
   * @param units the work that is to be done anyway
   */
  List<WorkUnit> added(List<WorkUnit> units, SourceTimeline timeline, PairPlan plan, Reuse done) {
    if (isEmpty()) {
      return units;
    }
    OfSource needs = sources.get(timeline.sourceId());
    Set<SnapshotId> current = ids(timeline);
    Set<DatePair> planned = plan.distinct();
    List<WorkUnit> all = new ArrayList<>(units);
    for (MapPair pair : needs.pairs) {
      if (areIn(current, pair) && planned.contains(pair.dates())) {
        continue;
      }
      var work =
          new WorkUnit.Pair(
              pair.dates(), pair.opening(), pair.closing(), needs.deep.contains(pair), false);
      if (!done.hasFlows(work)) {
        all.add(WorkUnit.ofPairs(timeline.sourceId(), List.of(work)));
      }
    }
    var unknown = new TreeSet<>(needs.surveyed);
    unknown.removeIf(map -> done.hasHolders(map, placesKey));
    return surveying(all, unknown, timeline.sourceId());
  }

  /** Each map is surveyed once, in the first unit that has it, or else by itself. */
  private static List<WorkUnit> surveying(
      List<WorkUnit> units, TreeSet<SnapshotId> unknown, String sourceId) {
    List<WorkUnit> all = new ArrayList<>();
    for (WorkUnit unit : units) {
      var here = unit.snapshots();
      here.retainAll(unknown);
      unknown.removeAll(here);
      all.add(unit.surveying(here));
    }
    for (SnapshotId map : unknown) {
      all.add(WorkUnit.ofPairs(sourceId, List.of()).surveying(List.of(map)));
    }
    return all;
  }

  private static Set<SnapshotId> ids(SourceTimeline timeline) {
    Set<SnapshotId> ids = new HashSet<>();
    timeline.current().forEach(facts -> ids.add(facts.id()));
    return ids;
  }

  private static boolean areIn(Collection<SnapshotId> maps, MapPair pair) {
    return maps.contains(pair.opening()) && maps.contains(pair.closing());
  }

  /** The source's maps that speak for their days, each with the next. */
  static List<MapPair> consecutive(SourceTimeline timeline) {
    List<SnapshotFacts> current = timeline.current();
    List<MapPair> pairs = new ArrayList<>();
    for (int i = 1; i < current.size(); i++) {
      pairs.add(new MapPair(current.get(i - 1).id(), current.get(i).id()));
    }
    return pairs;
  }
}
