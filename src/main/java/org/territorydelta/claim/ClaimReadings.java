package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;

/** How the sources can speak to a claim, or why one cannot. */
final class ClaimReadings {
  private final List<SourceCoverage> voices;
  private final List<LayerSet> configured;

  ClaimReadings(List<SourceCoverage> voices, Collection<LayerSet> configured) {
    this.voices = voices;
    this.configured = List.copyOf(configured);
  }

  List<SourceCoverage> voices() {
    return voices;
  }

  /** Why the source cannot speak to the claim, whatever its maps show; none where it can. */
  Set<Incomparability> silence(Claim claim, SourceCoverage voice) {
    Set<Incomparability> reasons = EnumSet.noneOf(Incomparability.class);
    Claim.Subject subject = claim.subject();
    if (side(claim, voice).isEmpty()) {
      if (!voice.draws(subject.side())) {
        boolean isKnown = voices.stream().anyMatch(other -> other.draws(subject.side()));
        reasons.add(isKnown ? Incomparability.SIDE : Incomparability.UNKNOWN_SIDE);
      } else if (voice.layerSets(subject.side()).isEmpty()) {
        reasons.add(Incomparability.LAYER_SET);
      } else {
        reasons.add(Incomparability.REGION);
      }
    }
    if (!voice.isInScope(subject.region())) {
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

  /** The claim by each layer set of a source that can speak to it. */
  List<ClaimReading> readings(Claim claim, SourceCoverage voice) {
    String side = side(claim, voice).orElseThrow();
    Set<Incomparability> notes = EnumSet.noneOf(Incomparability.class);
    if (!side.equals(claim.subject().side())) {
      notes.add(Incomparability.OTHER_SIDE);
    }
    List<LayerSet> drawn = drawnSets(voice, side, claim.subject().region());
    Optional<String> stated = claim.subject().layerSet();
    List<LayerSet> sets =
        drawn.stream().filter(set -> stated.map(set.name()::equals).orElse(true)).toList();
    if (sets.isEmpty()) {
      notes.add(Incomparability.NEAREST_LAYER_SET);
      sets = List.of(nearest(stated.orElseThrow(), drawn));
    }
    List<ClaimReading> readings = new ArrayList<>();
    for (LayerSet set : sets) {
      readings.add(new ClaimReading(claim, voice.sourceId(), side, set, notes));
    }
    return readings;
  }

  /**
   * Whose ground the source tells it by: the claim's side, or where it draws none of that side's
   * and one other's alone, and the quantity has a mirror, that side's.
   */
  private Optional<String> side(Claim claim, SourceCoverage voice) {
    Claim.Subject subject = claim.subject();
    if (!drawnSets(voice, subject.side(), subject.region()).isEmpty()) {
      return Optional.of(subject.side());
    }
    if (ClaimReading.mirrored(claim.amount().quantity()).isEmpty() || !isParty(subject, voice)) {
      return Optional.empty();
    }
    List<String> others =
        voice.sides().stream()
            .filter(side -> !drawnSets(voice, side, subject.region()).isEmpty())
            .toList();
    return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }

  /**
   * Whether a side is one of the war's: drawn by some source, or the country whose ground it is.
   */
  private boolean isParty(Claim.Subject subject, SourceCoverage voice) {
    return subject.side().equals(subject.region().country())
        || voice.isScope(subject.side())
        || voices.stream().anyMatch(other -> other.draws(subject.side()));
  }

  private static List<LayerSet> drawnSets(SourceCoverage voice, String side, RegionFacts region) {
    return voice.layerSets(side).stream().filter(set -> voice.drawsIn(side, set, region)).toList();
  }

  /**
   * Of the sets the one with most statuses in common among all of either; of a set that the config
   * does not know the first.
   */
  private LayerSet nearest(String stated, List<LayerSet> drawn) {
    Optional<LayerSet> known =
        configured.stream().filter(set -> set.name().equals(stated)).findFirst();
    if (known.isEmpty()) {
      return drawn.get(0);
    }
    return drawn.stream()
        .max(
            Comparator.comparingDouble((LayerSet set) -> likeness(set, known.get()))
                .thenComparing(set -> -drawn.indexOf(set)))
        .orElseThrow();
  }

  private static double likeness(LayerSet set, LayerSet other) {
    Set<String> both = new HashSet<>(set.statuses());
    both.retainAll(other.statuses());
    Set<String> either = new HashSet<>(set.statuses());
    either.addAll(other.statuses());
    return both.size() / (double) either.size();
  }
}
