package org.territorydelta.model.claim;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as somebody gave it, or a span of two. How many digits it has is kept: 390 has three,
 * 3.9e2 two.
 *
 * @param low equal to {@code high} for a single number
 */
public record StatedValue(BigDecimal low, BigDecimal high) implements Serializable {
  private static final String NUMBER =
      "([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,10})?(?:[eE][+-]?\\d{1,2})?)";

  private static final Pattern FORM =
      Pattern.compile(NUMBER + "(?:\\s*(?:-|\u2013|\\.\\.| to )\\s*" + NUMBER + ")?");

  public StatedValue {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "Cannot build a stated value: low=" + low + ", high=" + high + ", expected low <= high");
    }
  }

  /**
   * Reads one number, or two with a dash or {@code to} between them; digits with a decimal point,
   * commas between thousands, and nothing else.
   */
  public static StatedValue parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Cannot read value: text='" + text + "', expected digits, as in 390, 196.1 or 1-2");
    }
    BigDecimal low = number(matcher.group(1));
    return new StatedValue(low, matcher.group(2) == null ? low : number(matcher.group(2)));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(",", ""));
  }

  /** The same number known to so many digits only: 390 with two of them is 3.9e2. */
  public StatedValue withDigits(int digits) {
    return new StatedValue(limited(low, digits), limited(high, digits));
  }

  private static BigDecimal limited(BigDecimal value, int digits) {
    try {
      return value.round(new MathContext(digits, RoundingMode.UNNECESSARY));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "Cannot read value: value=" + value + ", expected at most " + digits + " digits", e);
    }
  }

  /** Of the end that has more. */
  public int significantDigits() {
    return Math.max(low.precision(), high.precision());
  }

  public boolean isNegative() {
    return low.signum() < 0;
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return low.equals(high) ? low.toString() : low + " to " + high;
  }
}
