package org.territorydelta.model;

import java.math.BigDecimal;

/**
 * How a number was hedged, and so which interval it stands for. The number's last digit tells how
 * finely it was given: half a unit of it, each way, is the least there is between one number and
 * the next.
 */
public enum Qualifier {
  EXACT("exact", "half a unit of the last digit each way"),
  ABOUT("about", "half a unit of the last digit or 5 % each way, whichever is more"),
  MORE_THAN("more than", "the number to 1.1 times it"),
  AT_LEAST("at least", "the number to 1.1 times it"),
  LESS_THAN("less than", "0.9 times the number to the number"),
  ALMOST("almost", "0.9 times the number to the number");

  private static final double ABOUT_SHARE = 0.05;
  private static final double OPEN_SHARE = 0.1;

  private final String word;
  private final String interval;

  Qualifier(String word, String interval) {
    this.word = word;
    this.interval = interval;
  }

  public String word() {
    return word;
  }

  /** The interval in words, for the documentation. */
  public String interval() {
    return interval;
  }

  /** What a stated number stands for, in its own unit; of a span, from end to end. */
  public ValueRange interval(StatedValue stated) {
    ValueRange low = around(stated.low());
    ValueRange high = around(stated.high());
    return new ValueRange(low.low(), (low.value() + high.value()) / 2, high.high());
  }

  private ValueRange around(BigDecimal stated) {
    double value = stated.doubleValue();
    double halfLastDigit = stated.ulp().doubleValue() / 2;
    return switch (this) {
      case EXACT -> within(value, halfLastDigit);
      case ABOUT -> within(value, Math.max(halfLastDigit, ABOUT_SHARE * Math.abs(value)));
      case MORE_THAN, AT_LEAST -> upTo(value, value * (1 + OPEN_SHARE));
      case LESS_THAN, ALMOST -> upTo(value, value * (1 - OPEN_SHARE));
    };
  }

  private static ValueRange within(double value, double margin) {
    return new ValueRange(value - margin, value, value + margin);
  }

  private static ValueRange upTo(double value, double other) {
    return new ValueRange(Math.min(value, other), value, Math.max(value, other));
  }

  /**
   * @throws IllegalArgumentException when no qualifier has that word
   */
  public static Qualifier parse(String word) {
    return Words.parse("qualifier", values(), Qualifier::word, word);
  }
}
