package org.territorydelta.report;

import java.util.Locale;

/** Numbers as a person reads them: grouped by spaces, which nobody takes for a decimal point. */
final class Figures {
  /** As many as a column of km² has. */
  private static final int MOST_DECIMALS = 8;

  /** A space that does not end a line. */
  private static final char NARROW_SPACE = '\u202f';

  private static final char MINUS = '\u2212';

  private Figures() {}

  static String count(long number, String thing) {
    return grouped(number) + " " + thing + (number == 1 ? "" : "s");
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
  }

  /** With its sign, and never as zero when it is not. */
  static String difference(double value, int decimals) {
    if (value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals)) {
      return String.format(Locale.ROOT, "%+.0e", value);
    }
    return (value > 0 ? "+" : "") + number(value, decimals);
  }

  /** A number in running text, which no line end divides. */
  static String inText(double value, int decimals) {
    return number(value, decimals).replace(' ', NARROW_SPACE).replace('-', MINUS);
  }

  /** The same of a difference, with its sign. */
  static String changeInText(double value, int decimals) {
    return difference(value, decimals).replace(' ', NARROW_SPACE).replace('-', MINUS);
  }

  /** How many decimals show at least two digits of a difference. */
  static int decimals(double difference) {
    double size = Math.abs(difference);
    if (Math.rint(size) == size) {
      return 0;
    }
    int digits = 1 - (int) Math.floor(Math.log10(size));
    return Math.max(1, Math.min(digits, MOST_DECIMALS));
  }
}
