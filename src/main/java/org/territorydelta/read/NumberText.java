package org.territorydelta.read;

import java.math.BigDecimal;

/** Numbers of binary formats as text: whole ones without a point, none in powers of ten. */
final class NumberText {
  private NumberText() {}

  static String of(double number) {
    return Double.isFinite(number) ? plain(Double.toString(number)) : Double.toString(number);
  }

  static String of(float number) {
    return Float.isFinite(number) ? plain(Float.toString(number)) : Float.toString(number);
  }

  private static String plain(String text) {
    var number = new BigDecimal(text);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
