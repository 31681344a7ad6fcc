package org.territorydelta.benchmark;

import java.util.Random;

/** How much of a map the next one changes. The shares are those of {@link SyntheticArchive}. */
enum DayKind {
  ORDINARY,
  /** A publisher catches up with what was long so. */
  TENTH,
  /** Every line is drawn anew. */
  REDRAWN;

  private static final double MEDIAN_CHANGED_SHARE = 0.009;

  /** Spread of the logarithm: one day in ten changes over three times the median. */
  private static final double SPREAD = 0.9;

  private static final double LARGEST_ORDINARY_SHARE = 0.08;
  private static final int OWN_MAPS_BETWEEN_TENTHS = 100;
  private static final int OWN_MAPS_BETWEEN_REDRAWINGS = 200;

  /**
   * The kind of a map that is not the one of the day before. The rare kinds come at even distances,
   * so that archives of any length have their share of them: one such map costs as much as a month
   * of others.
   *
   * @param number the how manieth such map it is, from 0
   */
  static DayKind ofOwnMap(int number) {
    if (number % OWN_MAPS_BETWEEN_REDRAWINGS == OWN_MAPS_BETWEEN_REDRAWINGS / 2) {
      return REDRAWN;
    }
    boolean isTenth = number % OWN_MAPS_BETWEEN_TENTHS == OWN_MAPS_BETWEEN_TENTHS / 2;
    return isTenth ? TENTH : ORDINARY;
  }

  /** The share of the map's edges that are to change, 0..1. */
  double changedShare(Random random) {
    return switch (this) {
      case ORDINARY ->
          Math.min(
              LARGEST_ORDINARY_SHARE,
              MEDIAN_CHANGED_SHARE * StrictMath.exp(SPREAD * random.nextGaussian()));
      case TENTH -> 0.1 + 0.05 * random.nextDouble();
      case REDRAWN -> 1;
    };
  }
}
