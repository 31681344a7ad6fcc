package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.SettlementChange;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.MapChain;
import org.territorydelta.timeline.MapPair;

/** Counts settlements by who holds the ground they stand on. */
public final class SettlementCounter {
  /** Who holds a settlement's ground on a map; nobody where the map shows none. */
  public interface Holders {
    Holding holder(SnapshotId map, Settlement settlement);

    /**
     * @param byMap of each map the holders of all settlements, in their order
     */
    static Holders of(List<Settlement> settlements, Map<SnapshotId, List<Holding>> byMap) {
      Map<String, Integer> places = new HashMap<>();
      settlements.forEach(settlement -> places.put(settlement.id(), places.size()));
      return (map, settlement) -> byMap.get(map).get(places.get(settlement.id()));
    }
  }

  /** There are no settlements to count. */
  public static final SettlementCounter NONE =
      new SettlementCounter(List.of(), (map, settlement) -> Holding.NONE);

  private final List<Settlement> settlements;
  private final Holders holders;

  public SettlementCounter(Collection<Settlement> settlements, Holders holders) {
    this.settlements = settlements.stream().sorted().toList();
    this.holders = holders;
  }

  /**
   * Settlements held on a day, or taken in a period: by the first map and the last, up to how often
   * one was taken from map to map.
   *
   * @return none when there is no settlement in the region, or no map
   */
  Optional<ValueRange> count(MapChain chain, Ground ground, boolean ofDay) {
    List<Settlement> inRegion =
        settlements.stream().filter(s -> isIn(s.region(), ground.region())).toList();
    if (inRegion.isEmpty() || chain.ends().isEmpty()) {
      return Optional.empty();
    }
    MapPair ends = chain.ends().get();
    if (ofDay) {
      return Optional.of(
          ValueRange.exactly(
              inRegion.stream().filter(s -> isHeld(ends.closing(), s, ground)).count()));
    }
    long endToEnd = taken(ends, inRegion, ground);
    long each = chain.consecutive().stream().mapToLong(p -> taken(p, inRegion, ground)).sum();
    return Optional.of(new ValueRange(endToEnd, endToEnd, each));
  }

  /** Whether there is any settlement in the region. */
  boolean knows(RegionId region) {
    return listed(region) > 0;
  }

  /** How many settlements of the region are known. */
  long listed(RegionId region) {
    return settlements.stream().filter(s -> isIn(s.region(), region)).count();
  }

  private static boolean isIn(RegionFacts home, RegionId region) {
    return region.equals(RegionId.ALL)
        || region.equals(home.id())
        || region.equals(RegionId.country(home.country()));
  }

  private long taken(MapPair pair, List<Settlement> inRegion, Ground ground) {
    return inRegion.stream()
        .filter(s -> !isHeld(pair.opening(), s, ground) && isHeld(pair.closing(), s, ground))
        .count();
  }

  private boolean isHeld(SnapshotId map, Settlement settlement, Ground ground) {
    return ground.layerSet().controls(ground.side(), holders.holder(map, settlement));
  }

  /** Settlements that changed hands from one map to the next. */
  public List<SettlementChange> changes(List<MapPair> consecutive) {
    List<SettlementChange> changes = new ArrayList<>();
    for (MapPair pair : consecutive) {
      for (Settlement settlement : settlements) {
        Holding from = holders.holder(pair.opening(), settlement);
        Holding to = holders.holder(pair.closing(), settlement);
        if (!from.equals(to)) {
          changes.add(
              new SettlementChange(
                  pair.opening().sourceId(),
                  settlement,
                  pair.opening().mapDate(),
                  pair.closing().mapDate(),
                  from,
                  to));
        }
      }
    }
    return changes;
  }
}
