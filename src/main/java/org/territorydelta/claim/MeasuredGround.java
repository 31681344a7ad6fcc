package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.MapPair;

/** Areas that were measured on the maps of one source or several, to look up. */
public final class MeasuredGround {
  private record Place(SnapshotId map, RegionId region) {}

  private final Map<Place, Map<Holding, Long>> stocks = new HashMap<>();
  private final Map<Place, Map<Holding, Long>> mismatches = new HashMap<>();
  private final Map<MapPair, Map<RegionId, List<RegionTransition>>> changes = new HashMap<>();

  /**
   * @param stocks of at least the plan's maps and regions; ground without a row is none
   * @param changes of every pair of the plan, in at least its regions; a pair in which nothing
   *     changed has an empty list
   */
  public MeasuredGround(
      Collection<ControlArea> stocks,
      Map<MapPair, ? extends Collection<RegionTransition>> changes) {
    for (ControlArea area : stocks) {
      var place = new Place(area.snapshot(), area.region());
      this.stocks
          .computeIfAbsent(place, key -> new HashMap<>())
          .merge(area.holding(), area.areaM2(), Math::addExact);
      if (area.borderMismatchM2() != 0) {
        mismatches
            .computeIfAbsent(place, key -> new HashMap<>())
            .merge(area.holding(), area.borderMismatchM2(), Math::addExact);
      }
    }
    changes.forEach(
        (pair, rows) -> {
          Map<RegionId, List<RegionTransition>> byRegion = new HashMap<>();
          rows.forEach(
              row -> byRegion.computeIfAbsent(row.region(), key -> new ArrayList<>()).add(row));
          this.changes.put(pair, byRegion);
        });
  }

  /** What the side holds in the region on one map. */
  long stockM2(SnapshotId map, Ground ground) {
    return sumM2(stocks, map, ground);
  }

  /** The part of it that lies outside the region's own border. */
  long mismatchM2(SnapshotId map, Ground ground) {
    return sumM2(mismatches, map, ground);
  }

  private static long sumM2(Map<Place, Map<Holding, Long>> areas, SnapshotId map, Ground ground) {
    long sum = 0;
    for (Map.Entry<Holding, Long> held :
        areas.getOrDefault(new Place(map, ground.region()), Map.of()).entrySet()) {
      sum += ground.layerSet().controls(ground.side(), held.getKey()) ? held.getValue() : 0;
    }
    return sum;
  }

  /** What the side gained and lost in the region from one map to another. */
  Change change(MapPair pair, Ground ground) {
    if (pair.isSame()) {
      return Change.ZERO;
    }
    if (!changes.containsKey(pair)) {
      throw new IllegalStateException("Cannot measure: the pair was not compared: " + pair);
    }
    return LayerChange.of(
        changes.get(pair).getOrDefault(ground.region(), List.of()),
        ground.side(),
        ground.layerSet());
  }
}
