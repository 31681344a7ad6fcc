package org.territorydelta.claim;

import org.territorydelta.claim.MeasurementPlan.Planned;

/** How far measured areas may be off, by lags, jitter of the end points, and redraw noise. */
public interface Margins {
  /** Areas as they are. */
  Margins NONE = planned -> Margin.ZERO;

  Margin margin(Planned planned);

  /**
   * @param belowDm2 how much less it may be than what was measured, 0 or more
   * @param aboveDm2 how much more
   */
  record Margin(long belowDm2, long aboveDm2) {
    public static final Margin ZERO = new Margin(0, 0);

    public Margin {
      if (belowDm2 < 0 || aboveDm2 < 0) {
        throw new IllegalArgumentException(
            "Cannot build a margin: below="
                + belowDm2
                + " dm2, above="
                + aboveDm2
                + " dm2, expected 0 or more");
      }
    }
  }
}
