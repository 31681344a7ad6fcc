package org.territorydelta.extract;

import java.math.BigDecimal;
import org.territorydelta.model.claim.Qualifier;

/**
 * A number with its unit, as a sentence has it.
 *
 * @param low equal to {@code high} where it is no span
 * @param unit one of claims, or {@code people}, {@code soldiers}, {@code aircraft} and the like;
 *     empty for a bare number
 * @param number where the number stands
 * @param span the number and its unit
 * @param fraction whether it was given as a share, "a third"
 */
record Figure(
    BigDecimal low,
    BigDecimal high,
    String unit,
    Qualifier qualifier,
    Span number,
    Span span,
    boolean fraction) {
  String value() {
    return low.compareTo(high) == 0
        ? low.toPlainString()
        : low.toPlainString() + "-" + high.toPlainString();
  }

  boolean isArea() {
    return unit.equals("km2") || unit.equals("sq_mi") || unit.equals("ha");
  }

  boolean isLength() {
    return unit.equals("km") || unit.equals("mi");
  }

  Figure in(String otherUnit) {
    return new Figure(low, high, otherUnit, qualifier, number, span, fraction);
  }
}
