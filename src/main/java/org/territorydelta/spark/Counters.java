package org.territorydelta.spark;

import java.io.Serializable;
import java.util.TreeMap;
import org.territorydelta.change.EngineCounts;
import org.territorydelta.geo.Noding;
import org.territorydelta.geo.Overlay;

/**
 * What was counted on the way to the figures, whichever run did the work.
 *
 * @param pairs compared
 * @param engine how many of them went which way through the engine
 * @param operations overlay operations by the noding they needed
 * @param repeats pieces of work done again by snapping, because their areas did not add up
 * @param marginM2 the largest residual of a pair against the maps' own areas
 * @param driftM2 the largest difference of a carried stock from the same measured anew
 * @param movedM2 how much was moved between flows to close them with the stocks
 */
record Counters(
    long pairs,
    EngineCounts engine,
    TreeMap<Noding, Long> operations,
    long repeats,
    long marginM2,
    long driftM2,
    long movedM2)
    implements Serializable {
  static final Counters ZERO = new Counters(0, EngineCounts.ZERO, new TreeMap<>(), 0, 0, 0, 0);

  /** Of a pair that was compared by this overlay alone. */
  static Counters ofPair(EngineCounts engine, Overlay overlay, long marginM2) {
    return new Counters(1, engine, operations(overlay), overlay.repeats(), marginM2, 0, 0);
  }

  /** Of a map whose stocks were measured by this overlay alone. */
  static Counters ofStocks(Overlay overlay) {
    return new Counters(0, EngineCounts.ZERO, operations(overlay), overlay.repeats(), 0, 0, 0);
  }

  /** Of summing up. */
  static Counters ofSums(long driftM2, long movedM2) {
    return new Counters(0, EngineCounts.ZERO, new TreeMap<>(), 0, 0, driftM2, movedM2);
  }

  private static TreeMap<Noding, Long> operations(Overlay overlay) {
    var operations = new TreeMap<Noding, Long>();
    overlay.operations().forEach((noding, count) -> operations.put(noding, (long) count));
    return operations;
  }

  Counters plus(Counters other) {
    var sums = new TreeMap<>(operations);
    other.operations.forEach((noding, count) -> sums.merge(noding, count, Long::sum));
    return new Counters(
        pairs + other.pairs,
        engine.plus(other.engine),
        sums,
        repeats + other.repeats,
        Math.max(marginM2, other.marginM2),
        Math.max(driftM2, other.driftM2),
        movedM2 + other.movedM2);
  }
}
