package org.territorydelta.change;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.Holding;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Transition;

/**
 * Proof that a pair's transitions account for both its snapshots: for every holding, what it had
 * less what left plus what came must be what it has. Both ends are summed from the partitions' own
 * polygons, so an overlay that lost or invented ground is found out.
 */
public final class MarginCheck {
  /**
   * The largest residual that is put down to rounding. Vertices of an overlay lie within 1e-12 of
   * the coordinates (0.1 micrometres) on lines of thousands of kilometres, which makes square
   * metres; the largest residual over 662 pairs of real maps was 4.4e-7 km². Errors of substance
   * are of hectares.
   */
  public static final long TOLERANCE_M2 = SquareKm.toM2(1e-3);

  private MarginCheck() {}

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
