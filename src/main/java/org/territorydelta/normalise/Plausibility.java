package org.territorydelta.normalise;

import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Claim.Amount;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RejectionReason;

/**
 * Tells numbers that no ground on earth allows: a digit too many, a unit of another size. Sums over
 * time and counts have no bound: ground that is taken, lost and retaken counts each time.
 */
final class Plausibility {
  /** The surface of WGS84, 4 pi times the square of its authalic radius of 6371.0072 km. */
  private static final double EARTH_KM2 = 510_065_622;

  /** From pole to pole on WGS84: no two places are farther apart. */
  private static final double HALF_WAY_ROUND_KM = 20_004;

  private static final double WHOLE_PERCENT = 100;

  private final double maxClaimedShare;

  /**
   * @param maxClaimedShare how many times a region's area a claim of ground in it may give
   */
  Plausibility(double maxClaimedShare) {
    this.maxClaimedShare = maxClaimedShare;
  }

  void check(RowJudge row, Amount amount, RegionFacts region) {
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
  private double most(Amount amount, RegionFacts region) {
    if (amount.unit() == MeasureUnit.PERCENT) {
      return WHOLE_PERCENT;
    }
    double inReckonedUnit =
        switch (amount.quantity()) {
          case CONTROL_STOCK, NET_CHANGE, RATE_PER_DAY ->
              region.areaM2() == 0 ? EARTH_KM2 : SquareKm.fromM2(region.areaM2()) * maxClaimedShare;
          case GROSS_GAIN, GROSS_LOSS, SETTLEMENT_COUNT -> Double.POSITIVE_INFINITY;
          case ADVANCE_DISTANCE -> HALF_WAY_ROUND_KM;
        };
    return inReckonedUnit / amount.unit().factor(region.areaM2()).orElse(1);
  }
}
