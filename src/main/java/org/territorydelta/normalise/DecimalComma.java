package org.territorydelta.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.territorydelta.read.RawRow;

/**
 * Numbers of files whose cells are not parted by commas, so that a comma may stand for the decimal
 * point, as spreadsheets of many countries write it.
 */
final class DecimalComma {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

  /** One comma, and not three digits after it; groups of thousands may have points before. */
  private static final Pattern WITH_COMMA =
      Pattern.compile("(\\d+|\\d{1,3}(?:\\.\\d{3})+),(\\d{1,2}|\\d{4,})");

  private static final Pattern GROUPED_WITH_COMMA =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{3})+|\\d{4,}|0),(\\d{3})");

  private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

  private DecimalComma() {}

  /**
   * The text with points in its numbers.
   *
   * @throws IllegalArgumentException when a comma may be that of decimals or of thousands
   */
  static String toPoint(String text, RawRow.Decimals decimals) {
    if (decimals == RawRow.Decimals.POINT || text.indexOf(',') < 0) {
      return text;
    }
    var result = new StringBuilder();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      number.appendReplacement(result, one(number.group()));
    }
    return number.appendTail(result).toString();
  }

  private static String one(String number) {
    if (AMBIGUOUS.matcher(number).matches()) {
      throw new IllegalArgumentException(
          "Cannot read value: text='"
              + number
              + "' is "
              + number.replace(',', '.')
              + " or "
              + number.replace(",", "")
              + ", expected one that is written so");
    }
    for (Pattern form : new Pattern[] {WITH_COMMA, GROUPED_WITH_COMMA}) {
      Matcher parts = form.matcher(number);
      if (parts.matches()) {
        return parts.group(1).replace(".", "") + "." + parts.group(2);
      }
    }
    return number;
  }

  /** The same for degrees, which have no thousands. */
  static String degrees(String text, RawRow.Decimals decimals) {
    return decimals == RawRow.Decimals.POINT_OR_COMMA ? text.replace(',', '.') : text;
  }
}
