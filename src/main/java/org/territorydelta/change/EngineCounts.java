package org.territorydelta.change;

import java.io.Serializable;

/**
 * How many pairs went which way through a {@link ChangedEdgeEngine}. Together they are all pairs it
 * was given.
 *
 * @param unchanged the same ground twice: nothing to compute
 * @param byChangedEdges answered from the edges that changed
 * @param redrawn so many edges changed that whole holdings were overlaid at once
 * @param recomputed the answer did not account for both maps, so whole holdings were overlaid
 */
public record EngineCounts(long unchanged, long byChangedEdges, long redrawn, long recomputed)
    implements Serializable {
  public static final EngineCounts ZERO = new EngineCounts(0, 0, 0, 0);

  public EngineCounts plus(EngineCounts other) {
    return new EngineCounts(
        unchanged + other.unchanged,
        byChangedEdges + other.byChangedEdges,
        redrawn + other.redrawn,
        recomputed + other.recomputed);
  }

  /** What was counted since. */
  public EngineCounts since(EngineCounts earlier) {
    return new EngineCounts(
        unchanged - earlier.unchanged,
        byChangedEdges - earlier.byChangedEdges,
        redrawn - earlier.redrawn,
        recomputed - earlier.recomputed);
  }
}
