package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
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
 * @param reasons why it cannot be compared, and what is to be known where it can. Of a measurement
 *     across a break {@link Incomparability#SERIES_BREAK} is always among them
 */
public record ClaimAssessment(
    Claim claim,
    boolean counted,
    Against against,
    Optional<Measurement> measurement,
    ClaimLabel label,
    Set<Incomparability> reasons,
    Beside beside)
    implements Serializable {

  /**
   * What is to be known beside the label.
   *
   * @param measuredSide whose ground was measured; empty for the claim's side
   * @param spread how far apart sources' nets lie over so many days, by which the measured range is
   *     widened on both sides; for a rate by day. None where the claim is of the source's own maps
   * @param reachedOn day of the first map on which what is measured reaches the claim
   * @param bestStart of a period without a stated start, day after the map from which on the net
   *     comes nearest to the claim
   * @param ofSevenDays of a shorter period, what the maps give for the seven days that end with it
   */
  public record Beside(
      String measuredSide,
      Spread spread,
      Optional<LocalDate> reachedOn,
      Optional<LocalDate> bestStart,
      Optional<Double> ofSevenDays)
      implements Serializable {
    public static final Beside NONE =
        new Beside("", Spread.NONE, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With nothing beside. */
  public ClaimAssessment(
      Claim claim,
      boolean counted,
      Against against,
      Optional<Measurement> measurement,
      ClaimLabel label,
      Set<Incomparability> reasons) {
    this(claim, counted, against, measurement, label, reasons, Beside.NONE);
  }

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
        claim,
        taken && label != ClaimLabel.SUPERSEDED,
        against,
        measurement,
        label,
        reasons,
        beside);
  }

  /** Whether the claim is about the maps of another source than it is weighed against. */
  public boolean isOfAnotherSource() {
    return claim.subject().sourceId().filter(id -> !id.equals(against.sourceId())).isPresent();
  }

  /** Whose ground was measured, or would have been. */
  public String measuredSide() {
    return beside.measuredSide.isEmpty() ? claim.subject().side() : beside.measuredSide;
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
