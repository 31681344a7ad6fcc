package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimAssessment.Against;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimTime.Inferred;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.map.MapState;

/**
 * Weighs each claim against each source and layer set that can speak to it, with what was known at
 * the statement and with what is known now. A source that cannot speak has a row with the reasons.
 */
final class Assessor {
  private final ClaimReadings readings;
  private final ClaimRegister register;
  private final int leastDays;

  /**
   * @param leastDays a claim of a shorter period is not weighed
   */
  Assessor(ClaimReadings readings, ClaimRegister register, int leastDays) {
    this.readings = readings;
    this.register = register;
    this.leastDays = leastDays;
  }

  List<MeasurementRequest> requests() {
    List<MeasurementRequest> requests = new ArrayList<>();
    for (Claim claim : register.claims()) {
      for (SourceCoverage voice : readings.voices()) {
        for (ClaimReading reading : readings(claim, voice)) {
          for (AsKnown known : AsKnown.values()) {
            if (known == AsKnown.NOW || voice.fileDatesTell()) {
              requests.add(reading.request(known));
              if (isShort(claim)) {
                requests.add(reading.ofSevenDays(known));
              }
            }
          }
        }
      }
    }
    return requests;
  }

  /** The readings of all claims. */
  List<ClaimReading> readings() {
    List<ClaimReading> all = new ArrayList<>();
    for (Claim claim : register.claims()) {
      readings.voices().forEach(voice -> all.addAll(readings(claim, voice)));
    }
    return all;
  }

  private List<ClaimReading> readings(Claim claim, SourceCoverage voice) {
    return readings.silence(claim, voice).isEmpty() ? readings.readings(claim, voice) : List.of();
  }

  /** Whether nobody said since when; what is held on a day needs no start. */
  private static boolean lacksStart(Claim claim) {
    return claim.time().inferred().contains(Inferred.FIRST_DAY);
  }

  private boolean isShort(Claim claim) {
    return claim.time().days().map(days -> days < leastDays).orElse(false);
  }

  List<ClaimAssessment> assessments(
      Map<MeasurementRequest, Measurement> measured, ClaimFindings findings) {
    List<ClaimAssessment> rows = new ArrayList<>();
    for (Claim claim : register.claims()) {
      for (SourceCoverage voice : readings.voices()) {
        for (AsKnown known : AsKnown.values()) {
          Set<Incomparability> reasons = readings.silence(claim, voice);
          if (!reasons.isEmpty()) {
            rows.add(incomparable(claim, voice, known, reasons));
            continue;
          }
          boolean told = known == AsKnown.NOW || voice.fileDatesTell();
          for (ClaimReading reading : readings.readings(claim, voice)) {
            rows.add(assessment(reading, told, known, measured, findings));
          }
        }
      }
    }
    return counted(rows);
  }

  /**
   * Marks the rows that a count takes: of one statement's forms and reprints, against one source
   * and as known at one time, those of the earliest claim that can be compared, or else of the
   * earliest; never of one that was superseded. What a publisher says of its own maps is no claim
   * about the ground: weighed on others' maps it is a difference of sources, and not counted.
   */
  private static List<ClaimAssessment> counted(List<ClaimAssessment> rows) {
    record Statement(String groupId, String sourceId, AsKnown known) {
      static Statement of(ClaimAssessment row) {
        return new Statement(
            row.claim().key().groupId(), row.against().sourceId(), row.against().known());
      }
    }
    Map<Statement, Claim> counted = new HashMap<>();
    for (boolean comparable : List.of(true, false)) {
      rows.stream()
          .filter(row -> row.label() != ClaimLabel.SUPERSEDED)
          .filter(row -> !row.isOfAnotherSource())
          .filter(row -> comparable == (row.label() != ClaimLabel.NOT_COMPARABLE))
          .forEach(row -> counted.putIfAbsent(Statement.of(row), row.claim()));
    }
    return rows.stream()
        .map(
            row ->
                row.counted(
                    !row.isOfAnotherSource() && row.claim().equals(counted.get(Statement.of(row)))))
        .toList();
  }

  private ClaimAssessment incomparable(
      Claim claim, SourceCoverage voice, AsKnown known, Set<Incomparability> reasons) {
    String layerSet = claim.subject().layerSet().orElse(ClaimAssessment.ANY_LAYER_SET);
    return new ClaimAssessment(
        claim,
        false,
        new Against(voice.sourceId(), layerSet, known),
        Optional.empty(),
        register.isSuperseded(claim, known) ? ClaimLabel.SUPERSEDED : ClaimLabel.NOT_COMPARABLE,
        reasons);
  }

  private ClaimAssessment assessment(
      ClaimReading reading,
      boolean told,
      AsKnown known,
      Map<MeasurementRequest, Measurement> measured,
      ClaimFindings findings) {
    Claim claim = reading.claim();
    Optional<Measurement> measurement =
        Optional.ofNullable(measured.get(reading.request(known)))
            .filter(found -> told)
            .map(reading::told);
    Set<Incomparability> reasons = EnumSet.noneOf(Incomparability.class);
    reasons.addAll(reading.notes());
    if (told) {
      reasons.addAll(reasons(reading, measurement, findings));
    }
    Spread spread = measurement.isPresent() ? findings.spread(reading) : Spread.NONE;
    ClaimLabel label = told ? label(claim, measurement, spread, reasons) : ClaimLabel.UNKNOWN;
    if (register.isSuperseded(claim, known)) {
      label = ClaimLabel.SUPERSEDED;
    } else if (isFarWithin(claim, measurement, spread, label)) {
      reasons.add(Incomparability.FAR_WITHIN);
    }
    return new ClaimAssessment(
        claim,
        false,
        new Against(reading.sourceId(), reading.layerSet().name(), known),
        measurement,
        label,
        reasons,
        new ClaimAssessment.Beside(
            reading.isMirrored() ? reading.side() : "",
            spread,
            label.isAbove()
                ? findings.reachedOn(reading, measurement.orElseThrow())
                : Optional.empty(),
            told && lacksStart(claim) ? findings.bestStart(reading) : Optional.empty(),
            told && isShort(claim)
                ? Optional.ofNullable(measured.get(reading.ofSevenDays(known)))
                    .map(reading::told)
                    .filter(Measurement::isWhole)
                    .map(m -> m.range().orElseThrow().value())
                : Optional.empty()));
  }

  private Set<Incomparability> reasons(
      ClaimReading reading, Optional<Measurement> measurement, ClaimFindings findings) {
    Claim claim = reading.claim();
    QuantityType quantity = claim.amount().quantity();
    Set<Incomparability> reasons = EnumSet.noneOf(Incomparability.class);
    if (measurement.isEmpty()) {
      reasons.add(Incomparability.QUANTITY_TYPE);
      return reasons;
    }
    Measurement found = measurement.get();
    if (found.acrossBreak()) {
      reasons.add(Incomparability.SERIES_BREAK);
    }
    if (isStale(claim, found)) {
      reasons.add(Incomparability.STALENESS);
    }
    if (findings.isOfOtherGround(reading, found)) {
      reasons.add(Incomparability.BASE);
    }
    if (lacksStart(claim)) {
      reasons.add(Incomparability.PERIOD_NOT_STATED);
    } else if (isShort(claim)) {
      reasons.add(Incomparability.BELOW_SEVEN_DAYS);
    }
    if (quantity == QuantityType.ADVANCE_DISTANCE) {
      reasons.add(Incomparability.VARIOUS_AREAS);
    }
    if (findings.hasTooFewPlaces(reading)) {
      reasons.add(Incomparability.PLACES);
    }
    return reasons;
  }

  /** Whether the maps show other days: what is held by an older one, or what was reckoned in. */
  static boolean isStale(Claim claim, Measurement measured) {
    boolean ofOlderMap =
        claim.time().firstDay().isEmpty()
            && measured.states().closing().map(MapState::stalenessDays).orElse(0) > 0;
    return ofOlderMap || measured.adjustedM2().isPresent();
  }

  /** How a claim that is not superseded sits against what was measured for it. */
  static ClaimLabel label(
      Claim claim, Optional<Measurement> measurement, Spread spread, Set<Incomparability> reasons) {
    if (has(reasons, Incomparability.Weight.APART)) {
      return ClaimLabel.NOT_COMPARABLE;
    }
    if (has(reasons, Incomparability.Weight.UNVERIFIABLE) || measurement.isEmpty()) {
      return ClaimLabel.UNVERIFIABLE;
    }
    return label(claim, measurement.get(), spread);
  }

  static boolean has(Set<Incomparability> reasons, Incomparability.Weight weight) {
    return reasons.stream().anyMatch(reason -> reason.weight() == weight);
  }

  private static ClaimLabel label(Claim claim, Measurement measurement, Spread spread) {
    if (measurement.isWhole()) {
      return ClaimComparator.label(claim, measurement.range().orElseThrow(), spread);
    }
    // What is gained or lost in all is at least what is in the part that is covered.
    if (claim.amount().quantity().isGross() && measurement.range().isPresent()) {
      ClaimLabel byPart = ClaimComparator.label(claim, measurement.range().get(), spread);
      if (byPart.isBelow()) {
        return byPart;
      }
    }
    return ClaimLabel.UNVERIFIABLE;
  }

  /** Whether the words hold though the number alone would be far off. */
  private static boolean isFarWithin(
      Claim claim, Optional<Measurement> measurement, Spread spread, ClaimLabel label) {
    return label == ClaimLabel.CONSISTENT
        && claim.amount().qualifier().isOneSided()
        && ClaimComparator.isFar(claim, measurement.orElseThrow().range().orElseThrow(), spread);
  }
}
