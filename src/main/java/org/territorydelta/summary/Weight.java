package org.territorydelta.summary;

import java.util.Objects;

/** A number that looks like chance but is the same for the same things, in any process. */
final class Weight {
  private Weight() {}

  /**
   * @param things with hash codes that hang on their contents alone
   */
  static long of(Object... things) {
    return mixed(Objects.hash(things));
  }

  /** The next one of a series. */
  static long next(long weight) {
    return mixed(weight);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), one step on. */
  private static long mixed(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
