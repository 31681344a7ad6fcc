package org.territorydelta.model;

import java.math.BigInteger;
import java.util.Collection;

/**
 * The hash of what is in a set of rows: the sum of the rows' own SHA-256, modulo 2^256, as 64
 * hexadecimal digits. So hashes of parts add up to that of the whole, in any order.
 */
public final class ContentHash {
  private static final int BITS = 256;
  private static final int DIGITS = BITS / 4;

  private ContentHash() {}

  /** Of no rows. */
  public static final String NONE = "0".repeat(DIGITS);

  /** Of the whole that the parts make up. */
  public static String sum(Collection<String> parts) {
    BigInteger sum = BigInteger.ZERO;
    for (String part : parts) {
      sum = sum.add(new BigInteger(part, 16));
    }
    String digits = sum.mod(BigInteger.ONE.shiftLeft(BITS)).toString(16);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}
