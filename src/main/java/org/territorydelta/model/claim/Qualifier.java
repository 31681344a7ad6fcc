package org.territorydelta.model.claim;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.math.BigDecimal;
import java.util.Map;
import org.territorydelta.model.Words;

/**
 * How a number was hedged, and so which interval it stands for. Half a unit of the number's last
 * digit, each way, is the least there is between one number and the next; zeros at its end are
 * digits only where the number is called exact. Words that set one bound leave the other open.
 */
public enum Qualifier {
  EXACT("exact", "half a unit of the last digit each way, zeros at the end included"),
  NOT_STATED("not stated", "half a unit of the last digit that is not 0 each way, 5 % at the most"),
  ABOUT(
      "about",
      "half a unit of the last digit that is not 0 each way, or 5 % of a number of up to two"
          + " digits, 2 % of one of three, 0.5 % of one of more, whichever is more; 5 % at the most"),
  MORE_THAN("more than", "the number and more"),
  AT_LEAST("at least", "the number and more"),
  LESS_THAN("less than", "0 to the number"),
  UP_TO("up to", "0 to the number"),
  AS_MANY_AS("as many as", "0 to the number"),
  AT_MOST("at most", "0 to the number"),
  BETWEEN("between", "from the one number to the other"),
  ALMOST(
      "almost",
      "the number less one unit of its last digit that is not 0, 10 % at the most, to it");

  /** Other words for the same. */
  private static final Map<String, Qualifier> SYNONYMS =
      Map.of(
          "nearly", ALMOST,
          "just under", ALMOST,
          "over", MORE_THAN,
          "roughly", ABOUT,
          "around", ABOUT,
          "some", ABOUT,
          "approximately", ABOUT,
          "no more than", AT_MOST);

  private static final double[] ABOUT_SHARES = {0.05, 0.05, 0.02, 0.005};
  private static final double MOST_ABOUT_SHARE = 0.05;
  private static final double MOST_ALMOST_SHARE = 0.1;

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

  /** Whether it leaves one side open. */
  public boolean isOneSided() {
    return switch (this) {
      case MORE_THAN, AT_LEAST, LESS_THAN, UP_TO, AS_MANY_AS, AT_MOST -> true;
      case EXACT, NOT_STATED, ABOUT, BETWEEN, ALMOST -> false;
    };
  }

  /**
   * What a stated number stands for, in its own unit; of a span, from end to end. An end that is
   * open is infinite.
   */
  public ValueRange interval(StatedValue stated) {
    ValueRange low = around(stated.low());
    ValueRange high = around(stated.high());
    return new ValueRange(low.low(), (low.value() + high.value()) / 2, high.high());
  }

  private ValueRange around(BigDecimal stated) {
    double value = stated.doubleValue();
    BigDecimal plain = stated.signum() == 0 ? stated : stated.stripTrailingZeros();
    double unit = plain.ulp().doubleValue();
    double most = MOST_ABOUT_SHARE * Math.abs(value);
    return switch (this) {
      case EXACT -> within(value, stated.ulp().doubleValue() / 2);
      case NOT_STATED -> within(value, Math.min(unit / 2, Math.max(most, leastMargin(stated))));
      case ABOUT -> {
        double share = ABOUT_SHARES[Math.min(plain.precision(), ABOUT_SHARES.length) - 1];
        double margin = Math.min(Math.max(unit / 2, share * Math.abs(value)), most);
        yield within(value, Math.max(margin, leastMargin(stated)));
      }
      case MORE_THAN, AT_LEAST -> upTo(value, value < 0 ? NEGATIVE_INFINITY : POSITIVE_INFINITY);
      case LESS_THAN, UP_TO, AS_MANY_AS, AT_MOST -> upTo(value, 0);
      case BETWEEN -> within(value, 0);
      case ALMOST ->
          upTo(
              value,
              value - Math.signum(value) * Math.min(unit, MOST_ALMOST_SHARE * Math.abs(value)));
    };
  }

  /** Half a unit of the last digit that was written. */
  private static double leastMargin(BigDecimal stated) {
    return stated.ulp().doubleValue() / 2;
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
    return SYNONYMS.containsKey(word)
        ? SYNONYMS.get(word)
        : Words.parse("qualifier", values(), Qualifier::word, word);
  }
}
