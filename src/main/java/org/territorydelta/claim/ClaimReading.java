package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.claim.MeasurementRequest.Days;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.map.LayerSet;

/**
 * A claim as one source can speak to it: by one of its layer sets, and where it draws one side
 * alone by what the other side lost or gained.
 *
 * @param side whose ground is measured: the claim's, or the only one that the source draws there
 * @param notes what is to be known of it
 */
record ClaimReading(
    Claim claim, String sourceId, String side, LayerSet layerSet, Set<Incomparability> notes) {
  private static final int WEEK_DAYS = 7;

  ClaimReading {
    EnumSet<Incomparability> all = EnumSet.noneOf(Incomparability.class);
    all.addAll(notes);
    notes = all;
  }

  Ground ground() {
    return new Ground(sourceId, side, layerSet, claim.subject().region().id());
  }

  /** Whether it is of the source's own maps, by its publisher's or a reader's reckoning. */
  boolean isOwn() {
    return claim.subject().sourceId().filter(sourceId::equals).isPresent();
  }

  boolean isMirrored() {
    return !side.equals(claim.subject().side());
  }

  MeasurementRequest request(AsKnown known) {
    return request(claim.time(), known);
  }

  /** Of the seven days that end with the claim's last. */
  MeasurementRequest ofSevenDays(AsKnown known) {
    LocalDate last = claim.time().lastDay();
    return request(ClaimTime.over(last.minusDays(WEEK_DAYS - 1L), last), known);
  }

  private MeasurementRequest request(ClaimTime time, AsKnown known) {
    return new MeasurementRequest(
        ground(),
        quantity(),
        time,
        known == AsKnown.NOW ? Optional.empty() : Optional.of(claim.statement().date()),
        isOwn() ? Days.OF_MAPS : Days.ASKED);
  }

  /** What is measured: what the other side lost is what the claim's side gained. */
  private QuantityType quantity() {
    QuantityType stated = claim.amount().quantity();
    return isMirrored() ? mirrored(stated).orElseThrow() : stated;
  }

  /** What of the other side tells it; none for what is held or counted. */
  static Optional<QuantityType> mirrored(QuantityType quantity) {
    return switch (quantity) {
      case GROSS_GAIN -> Optional.of(QuantityType.GROSS_LOSS);
      case GROSS_LOSS -> Optional.of(QuantityType.GROSS_GAIN);
      case NET_CHANGE, RATE_PER_DAY -> Optional.of(quantity);
      case CONTROL_STOCK, ADVANCE_DISTANCE, SETTLEMENT_COUNT -> Optional.empty();
    };
  }

  /** A measurement of the other side as one of the claim's. */
  Measurement told(Measurement measured) {
    boolean isTurned = isMirrored() && claim.amount().quantity().isSigned();
    return !isTurned
        ? measured
        : new Measurement(
            measured.states(),
            measured.range().map(ValueRange::negated),
            measured.openingM2(),
            measured.acrossBreak(),
            measured.adjustedM2().map(added -> -added));
  }
}
