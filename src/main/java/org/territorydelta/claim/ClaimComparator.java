package org.territorydelta.claim;

import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.claim.ValueRange;

/** Sets what is claimed against what is measured; both in the unit they are reckoned in. */
final class ClaimComparator {
  /** Up to here {@code HIGH} or {@code LOW}, beyond strongly so. */
  static final double STRONG_RATIO = 1.5;

  /** Areas are whole multiples of 1e-6 km²; what is nearer than that is not apart. */
  private static final double TOUCHING = 1e-6;

  /** Of a stock: publishers measure on other ellipsoids and planes, which differ by about that. */
  private static final double SAME_STOCK_SHARE = 1e-3;

  private ClaimComparator() {}

  /**
   * How a claim sits against a measured range that is widened by a spread on both sides. What is
   * held is the same within a thousandth.
   */
  static ClaimLabel label(Claim claim, ValueRange measured, Spread spread) {
    return label(claim, measured.widened(spread.usual()), measured.widened(spread.wide()));
  }

  /**
   * @param usual what is measured, with all doubt there usually is
   * @param wide with what doubt there is at times, too
   */
  static ClaimLabel label(Claim claim, ValueRange usual, ValueRange wide) {
    QuantityType quantity = claim.amount().quantity();
    ValueRange claimed = claim.range().orElseThrow();
    boolean sameStock =
        quantity == QuantityType.CONTROL_STOCK
            && Math.abs(claimed.value() - usual.value())
                <= SAME_STOCK_SHARE * Math.abs(usual.value());
    return sameStock ? ClaimLabel.CONSISTENT : label(quantity, claimed, usual, wide);
  }

  /** Whether the number itself, whatever the words around it, is strongly above or below. */
  static boolean isFar(Claim claim, ValueRange measured, Spread spread) {
    return switch (label(
        claim.amount().quantity(),
        ValueRange.exactly(claim.range().orElseThrow().value()),
        measured.widened(spread.usual()),
        measured.widened(spread.wide()))) {
      case STRONGLY_HIGH, STRONGLY_LOW, WRONG_SIGN -> true;
      case CONSISTENT, HIGH, LOW, NOT_COMPARABLE, UNVERIFIABLE, UNKNOWN, SUPERSEDED -> false;
    };
  }

  static ClaimLabel label(QuantityType quantity, ValueRange claimed, ValueRange measured) {
    return label(quantity, claimed, measured, measured);
  }

  /**
   * Consistent where the intervals overlap. Else the nearest ends of the claimed and of the wide
   * range decide, by their ratio; where the measured one is near zero a ratio says nothing and
   * their difference decides: strong is what would be strong against the least that is not near
   * zero.
   */
  private static ClaimLabel label(
      QuantityType quantity, ValueRange claimed, ValueRange usual, ValueRange wide) {
    if (claimed.low() > usual.high() + TOUCHING) {
      return claimed.low() > wide.high() + TOUCHING
          ? apart(quantity, claimed.low(), wide.high())
              .as(ClaimLabel.HIGH, ClaimLabel.STRONGLY_HIGH)
          : ClaimLabel.HIGH;
    }
    if (claimed.high() < usual.low() - TOUCHING) {
      return claimed.high() < wide.low() - TOUCHING
          ? apart(quantity, claimed.high(), wide.low()).as(ClaimLabel.LOW, ClaimLabel.STRONGLY_LOW)
          : ClaimLabel.LOW;
    }
    return ClaimLabel.CONSISTENT;
  }

  /** How far two ends are apart. */
  private enum Distance {
    MILD,
    STRONG,
    ACROSS_ZERO;

    ClaimLabel as(ClaimLabel mild, ClaimLabel strong) {
      return switch (this) {
        case MILD -> mild;
        case STRONG -> strong;
        case ACROSS_ZERO -> ClaimLabel.WRONG_SIGN;
      };
    }
  }

  private static Distance apart(QuantityType quantity, double claimedEnd, double measuredEnd) {
    double nearZero = nearZero(quantity);
    if (Math.abs(measuredEnd) < nearZero) {
      double difference = Math.abs(claimedEnd - measuredEnd);
      return difference > (STRONG_RATIO - 1) * nearZero ? Distance.STRONG : Distance.MILD;
    }
    if (claimedEnd * measuredEnd < 0) {
      return Distance.ACROSS_ZERO;
    }
    double larger = Math.max(Math.abs(claimedEnd), Math.abs(measuredEnd));
    double smaller = Math.min(Math.abs(claimedEnd), Math.abs(measuredEnd));
    return larger > STRONG_RATIO * smaller ? Distance.STRONG : Distance.MILD;
  }

  /**
   * Below it a measured number is near zero. Areas: months in which analysts call the front still
   * have nets of up to 14 km², and publishers' monthly figures are off their own maps by 3 to 29;
   * rates: the same over 30 days. Lengths: some widths of redraw noise. Settlements: one.
   */
  private static double nearZero(QuantityType quantity) {
    return switch (quantity) {
      case CONTROL_STOCK, GROSS_GAIN, GROSS_LOSS, NET_CHANGE -> 15;
      case RATE_PER_DAY -> 0.5;
      case ADVANCE_DISTANCE -> 0.2;
      case SETTLEMENT_COUNT -> 1;
    };
  }
}
