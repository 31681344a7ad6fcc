package org.territorydelta.claim;

import org.territorydelta.claim.MeasurementPlan.Planned;

/** How far measured areas may be off, by lags, jitter of the end points, and redraw noise. */
public interface Margins {
  /** Areas as they are. */
  Margins NONE = planned -> Margin.ZERO;

  Margin margin(Planned planned);

  /**
   * @param belowM2 how much less it may be than what was measured, 0 or more
   * @param aboveM2 how much more
   */
  record Margin(long belowM2, long aboveM2) {
    public static final Margin ZERO = new Margin(0, 0);

    public Margin {
      if (belowM2 < 0 || aboveM2 < 0) {
        throw new IllegalArgumentException(
            "Cannot build a margin: below="
                + belowM2
                + " m2, above="
                + aboveM2
                + " m2, expected 0 or more");
      }
    }

    /** The same and so much more on either side. */
    Margin plus(long more) {
      return new Margin(belowM2 + more, aboveM2 + more);
    }
  }
}
