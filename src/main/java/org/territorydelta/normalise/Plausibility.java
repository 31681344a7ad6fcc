package org.territorydelta.normalise;

import org.territorydelta.model.Claim.Amount;
import org.territorydelta.model.MeasureUnit;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RejectionReason;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.StatedValue;

/** Tells numbers that no ground on earth allows: a digit too many, a unit of another size. */
final class Plausibility {
  /** The largest country has 17.1 million km². */
  private static final double LARGEST_COUNTRY_KM2 = 17.1e6;

  /** No claim of a front's movement comes near it. */
  private static final double LONGEST_ADVANCE_KM = 2_000;

  /** More settlements than any country has. */
  private static final double MOST_SETTLEMENTS = 1e6;

  private static final double WHOLE_PERCENT = 100;

  /** Regions files draw one region by a tenth differently at most. */
  private static final double BORDER_ALLOWANCE = 1.1;

  private Plausibility() {}

  static void check(RowJudge row, Amount amount, RegionFacts region) {
    double most = most(amount, region);
    if (largest(amount.stated()) > most) {
      row.fault(
          RejectionReason.IMPLAUSIBLE_VALUE,
          amount.quantity().word()
              + "="
              + amount.stated()
              + " "
              + amount.unit().word()
              + ", expected at most "
              + Math.round(most)
              + " in "
              + region.id().id());
    }
  }

  private static double largest(StatedValue stated) {
    return Math.max(Math.abs(stated.low().doubleValue()), Math.abs(stated.high().doubleValue()));
  }

  /** The most there can be, in the claim's own unit. */
  private static double most(Amount amount, RegionFacts region) {
    if (amount.unit() == MeasureUnit.PERCENT) {
      return WHOLE_PERCENT;
    }
    double inReckonedUnit =
        switch (amount.quantity()) {
          case CONTROL_STOCK, NET_CHANGE, RATE_PER_DAY ->
              region.areaM2() == 0
                  ? LARGEST_COUNTRY_KM2
                  : SquareKm.fromM2(region.areaM2()) * BORDER_ALLOWANCE;
          // Ground that is taken, lost and retaken counts each time.
          case GROSS_GAIN, GROSS_LOSS -> LARGEST_COUNTRY_KM2;
          case ADVANCE_DISTANCE -> LONGEST_ADVANCE_KM;
          case SETTLEMENT_COUNT -> MOST_SETTLEMENTS;
        };
    return inReckonedUnit / amount.unit().factor(region.areaM2()).orElse(1);
  }
}
