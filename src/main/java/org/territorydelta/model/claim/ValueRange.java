package org.territorydelta.model.claim;

import java.io.Serializable;
import java.util.Locale;

/**
 * A number and how far it may be off: what a claim stands for, or what a measurement cannot tell
 * apart. Both ends belong to it.
 *
 * @param low not above {@code value}
 * @param high not below {@code value}
 */
public record ValueRange(double low, double value, double high) implements Serializable {
  public ValueRange {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot build a range: low=%s, value=%s, high=%s, expected them in this order",
              low,
              value,
              high));
    }
  }

  /** A number without any doubt about it. */
  public static ValueRange exactly(double value) {
    return new ValueRange(value, value, value);
  }

  /** The same in a unit of which {@code factor} times as many are needed. */
  public ValueRange times(double factor) {
    return new ValueRange(low * factor, value * factor, high * factor);
  }

  /** The same with the other sign. */
  public ValueRange negated() {
    return new ValueRange(-high, -value, -low);
  }

  /** The same and so much more on either side. */
  public ValueRange widened(double more) {
    return new ValueRange(low - more, value, high + more);
  }

  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
