package org.territorydelta.report;

import java.io.Serializable;

/**
 * How many rows two outputs have in common.
 *
 * @param same in both, and equal
 * @param added only in the new one
 * @param removed only in the old one
 * @param changed in both, and not equal
 */
public record RowCounts(long same, long added, long removed, long changed) implements Serializable {
  public static final RowCounts ZERO = new RowCounts(0, 0, 0, 0);

  public RowCounts plus(RowCounts other) {
    return new RowCounts(
        same + other.same, added + other.added, removed + other.removed, changed + other.changed);
  }

  /** Rows of the old output. */
  public long before() {
    return same + removed + changed;
  }

  /** Rows of the new output. */
  public long after() {
    return same + added + changed;
  }

  public boolean isUnchanged() {
    return added == 0 && removed == 0 && changed == 0;
  }
}
