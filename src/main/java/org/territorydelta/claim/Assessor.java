package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.AsKnown;
import org.territorydelta.model.Claim;
import org.territorydelta.model.ClaimAssessment;
import org.territorydelta.model.ClaimAssessment.Against;
import org.territorydelta.model.ClaimLabel;
import org.territorydelta.model.Incomparability;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Measurement;
import org.territorydelta.model.ValueRange;

/**
 * Weighs each claim against each source and layer set that can speak to it, with what was known at
 * the statement and with what is known now. A source that cannot speak has a row with the reasons.
 */
final class Assessor {
  private final List<SourceVoice> voices;
  private final ClaimRegister register;

  Assessor(List<SourceVoice> voices, ClaimRegister register) {
    this.voices = voices;
    this.register = register;
  }

  List<MeasurementRequest> requests() {
    List<MeasurementRequest> requests = new ArrayList<>();
    for (Claim claim : register.claims()) {
      for (SourceVoice voice : voices) {
        if (silence(claim, voice).isEmpty()) {
          for (LayerSet layerSet : layerSets(claim, voice)) {
            for (AsKnown known : AsKnown.values()) {
              if (known == AsKnown.NOW || voice.fileDatesTell()) {
                requests.add(request(claim, voice, layerSet, known));
              }
            }
          }
        }
      }
    }
    return requests;
  }

  private static MeasurementRequest request(
      Claim claim, SourceVoice voice, LayerSet layerSet, AsKnown known) {
    Optional<LocalDate> knownAt =
        known == AsKnown.NOW ? Optional.empty() : Optional.of(claim.statement().date());
    Claim.Subject subject = claim.subject();
    return new MeasurementRequest(
        new Ground(voice.sourceId(), subject.side(), layerSet, subject.region().id()),
        claim.amount().quantity(),
        claim.time(),
        knownAt);
  }

  List<ClaimAssessment> assessments(Map<MeasurementRequest, Measurement> measured) {
    List<ClaimAssessment> rows = new ArrayList<>();
    for (Claim claim : register.claims()) {
      for (SourceVoice voice : voices) {
        for (AsKnown known : AsKnown.values()) {
          Set<Incomparability> reasons = silence(claim, voice);
          if (!reasons.isEmpty()) {
            rows.add(incomparable(claim, voice, known, reasons));
            continue;
          }
          for (LayerSet layerSet : layerSets(claim, voice)) {
            rows.add(assessment(claim, voice, layerSet, known, measured));
          }
        }
      }
    }
    return counted(rows);
  }

  /**
   * Marks the rows that a count takes: of one statement's forms and reprints, against one source
   * and as known at one time, those of the earliest claim that can be compared, or else of the
   * earliest; never of one that was superseded.
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
          .filter(row -> comparable == (row.label() != ClaimLabel.NOT_COMPARABLE))
          .forEach(row -> counted.putIfAbsent(Statement.of(row), row.claim()));
    }
    return rows.stream()
        .map(row -> row.counted(row.claim().equals(counted.get(Statement.of(row)))))
        .toList();
  }

  private ClaimAssessment incomparable(
      Claim claim, SourceVoice voice, AsKnown known, Set<Incomparability> reasons) {
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
      Claim claim,
      SourceVoice voice,
      LayerSet layerSet,
      AsKnown known,
      Map<MeasurementRequest, Measurement> measured) {
    boolean told = known == AsKnown.NOW || voice.fileDatesTell();
    Optional<Measurement> measurement =
        Optional.ofNullable(measured.get(request(claim, voice, layerSet, known)));
    Set<Incomparability> reasons = EnumSet.noneOf(Incomparability.class);
    if (told && measurement.filter(Measurement::acrossBreak).isPresent()) {
      reasons.add(Incomparability.SERIES_BREAK);
    }
    ClaimLabel label;
    if (register.isSuperseded(claim, known)) {
      label = ClaimLabel.SUPERSEDED;
    } else if (!told) {
      label = ClaimLabel.UNKNOWN;
    } else if (measurement.isEmpty()) {
      reasons.add(Incomparability.QUANTITY_TYPE);
      label = ClaimLabel.NOT_COMPARABLE;
    } else {
      label = label(claim, measurement.get());
    }
    return new ClaimAssessment(
        claim,
        false,
        new Against(voice.sourceId(), layerSet.name(), known),
        told ? measurement : Optional.empty(),
        label,
        reasons);
  }

  /** How a claim that is not superseded sits against what was measured for it. */
  static ClaimLabel label(Claim claim, Measurement measurement) {
    ValueRange claimed = claim.range().orElseThrow();
    Optional<ValueRange> measured = measurement.range();
    if (measurement.isWhole()) {
      return ClaimComparator.label(claim.amount().quantity(), claimed, measured.orElseThrow());
    }
    // What is gained or lost in all is at least what is in the part that is covered.
    if (claim.amount().quantity().isGross() && measured.isPresent()) {
      ClaimLabel byPart = ClaimComparator.label(claim.amount().quantity(), claimed, measured.get());
      if (byPart == ClaimLabel.LOW || byPart == ClaimLabel.STRONGLY_LOW) {
        return byPart;
      }
    }
    return ClaimLabel.UNVERIFIABLE;
  }

  /** Why the source cannot speak to the claim, whatever its maps show; none where it can. */
  private Set<Incomparability> silence(Claim claim, SourceVoice voice) {
    Set<Incomparability> reasons = EnumSet.noneOf(Incomparability.class);
    Claim.Subject subject = claim.subject();
    boolean drawsSide = voice.draws(subject.side());
    if (!drawsSide) {
      boolean isKnown = voices.stream().anyMatch(other -> other.draws(subject.side()));
      reasons.add(isKnown ? Incomparability.SIDE : Incomparability.UNKNOWN_SIDE);
    }
    List<LayerSet> sets = statedOrAll(claim, voice);
    if (drawsSide && sets.isEmpty()) {
      reasons.add(Incomparability.LAYER_SET);
    }
    List<LayerSet> asked = sets.isEmpty() ? voice.layerSets(subject.side()) : sets;
    boolean drawsThere =
        asked.stream().anyMatch(set -> voice.drawsIn(subject.side(), set, subject.region()));
    if (!voice.isInScope(subject.region()) || drawsSide && !drawsThere) {
      reasons.add(Incomparability.REGION);
    }
    if (claim.statement().date().isBefore(claim.time().lastDay())) {
      reasons.add(Incomparability.PERIOD);
    }
    if (claim.range().isEmpty()) {
      reasons.add(Incomparability.UNIT);
    }
    return reasons;
  }

  /** The layer sets of a claim against a source that can speak to it. */
  private static List<LayerSet> layerSets(Claim claim, SourceVoice voice) {
    Claim.Subject subject = claim.subject();
    return statedOrAll(claim, voice).stream()
        .filter(set -> voice.drawsIn(subject.side(), set, subject.region()))
        .toList();
  }

  private static List<LayerSet> statedOrAll(Claim claim, SourceVoice voice) {
    return voice.layerSets(claim.subject().side()).stream()
        .filter(set -> claim.subject().layerSet().map(set.name()::equals).orElse(true))
        .toList();
  }
}
