package org.territorydelta.change;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Holding;

/**
 * Proof that a pair's transitions account for both its snapshots: for every holding, what it had
 * less what left plus what came must be what it has. Both ends are summed from the partitions' own
 * polygons, so an overlay that lost or invented ground is found.
 */
public final class MarginCheck {
  private MarginCheck() {}

  /**
   * The largest residual that is no error of substance: what the work on the pair may be off by,
   * and half a square metre for the sum of each map.
   *
   * @param workM2 as {@link org.territorydelta.geo.Overlay#boundM2} has it of this work alone
   */
  public static long boundM2(long workM2) {
    return workM2 + 1;
  }

  /** The largest residual over all holdings, without sign. */
  public static long residualM2(
      SortedMap<Holding, Long> openingM2,
      SortedMap<Holding, Long> closingM2,
      Collection<Transition> transitions) {
    SortedMap<Holding, Long> expected = new TreeMap<>(openingM2);
    for (Transition transition : transitions) {
      expected.merge(transition.from(), -transition.areaM2(), Long::sum);
      expected.merge(transition.to(), transition.areaM2(), Long::sum);
    }
    var holdings = new TreeSet<>(expected.keySet());
    holdings.addAll(closingM2.keySet());
    holdings.remove(Holding.NONE);
    long largest = 0;
    for (Holding holding : holdings) {
      long residual = expected.getOrDefault(holding, 0L) - closingM2.getOrDefault(holding, 0L);
      largest = Math.max(largest, Math.abs(residual));
    }
    return largest;
  }
}
