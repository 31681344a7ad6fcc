package org.territorydelta.report;

import java.io.Serializable;
import java.util.Objects;

/**
 * What one column of one row holds, as it is told.
 *
 * @param number not-a-number for everything else, and for null
 */
public record CellValue(String text, double number) implements Serializable {
  /** Nothing: a null in the table. */
  public static final CellValue NONE = new CellValue("none", Double.NaN);

  static CellValue of(Object value) {
    if (value == null) {
      return NONE;
    }
    String text = value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
    return new CellValue(text, value instanceof Number number ? number.doubleValue() : Double.NaN);
  }

  /**
   * Whether two values are the same, to the last digit: a run repeats its bytes, so every
   * difference has a reason. Nothing is the same as nothing; whole numbers compare across types.
   */
  static boolean same(Object before, Object after) {
    if (before instanceof Number a && after instanceof Number b && a.getClass() != b.getClass()) {
      return a.doubleValue() == b.doubleValue();
    }
    return Objects.deepEquals(before, after);
  }

  boolean isNumber() {
    return !Double.isNaN(number);
  }
}
