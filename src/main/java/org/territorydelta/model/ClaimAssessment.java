package org.territorydelta.model;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one claim sits against one source and layer set, as known at one time.
 *
 * @param counted whether a count of claims takes this row: of one statement's forms and reprints
 *     one alone counts, and none that was superseded
 * @param measurement none where nothing was to be measured
 * @param reasons why it cannot be compared; none where it can. Of a measurement across a break
 *     {@link Incomparability#SERIES_BREAK} is always among them
 */
public record ClaimAssessment(
    Claim claim,
    boolean counted,
    Against against,
    Optional<Measurement> measurement,
    ClaimLabel label,
    Set<Incomparability> reasons)
    implements Serializable {

  /** Stands for all layer sets, where it does not matter which. */
  public static final String ANY_LAYER_SET = "*";

  /** What a claim is weighed against. */
  public record Against(String sourceId, String layerSet, AsKnown known) implements Serializable {}

  public ClaimAssessment {
    reasons = new TreeSet<>(reasons);
  }

  /** The same, counted or not; never counted when it was superseded. */
  public ClaimAssessment counted(boolean taken) {
    return new ClaimAssessment(
        claim, taken && label != ClaimLabel.SUPERSEDED, against, measurement, label, reasons);
  }

  /** What was measured of the whole of what is claimed. */
  public Optional<ValueRange> measured() {
    return measurement.filter(Measurement::isWhole).flatMap(Measurement::range);
  }

  /** What was measured where the maps cover a part only. */
  public Optional<ValueRange> covered() {
    return measurement.filter(m -> !m.isWhole()).flatMap(Measurement::range);
  }

  /** Claimed less measured. */
  public OptionalDouble difference() {
    Optional<ValueRange> claimed = claim.range();
    return claimed.isPresent() && measured().isPresent()
        ? OptionalDouble.of(claimed.get().value() - measured().get().value())
        : OptionalDouble.empty();
  }

  /** Claimed over measured; none where nothing was measured, or zero. */
  public OptionalDouble ratio() {
    Optional<ValueRange> claimed = claim.range();
    return claimed.isPresent() && measured().isPresent() && measured().get().value() != 0
        ? OptionalDouble.of(claimed.get().value() / measured().get().value())
        : OptionalDouble.empty();
  }
}
