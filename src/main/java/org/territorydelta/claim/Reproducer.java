package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.MeasureUnit.Dimension;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.model.claim.Reproduction.Computed;
import org.territorydelta.model.claim.Reproduction.Definition;
import org.territorydelta.model.claim.Reproduction.Fit;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.MapState;

/**
 * Computes publishers' figures about their own maps anew, under each offset from 0 to -4 days and
 * each layer set there is: an area that somebody gave and that names its source.
 *
 * <p>An offset says from the date a file gives to the day whose end its map shows. Taking another
 * than the profile's is to take the figure of days that lie as much apart, so every trial is a
 * measurement at shifted days.
 */
final class Reproducer {
  static final int LEAST_OFFSET_DAYS = -4;

  private final List<SourceCoverage> voices;
  private final ClaimRegister register;

  Reproducer(List<SourceCoverage> voices, ClaimRegister register) {
    this.voices = voices;
    this.register = register;
  }

  /** One definition under which a figure is computed. */
  private record Trial(
      Claim claim, SourceCoverage voice, LayerSet layerSet, int offsetDays, boolean ours) {
    MeasurementRequest request() {
      Claim.Subject subject = claim.subject();
      return new MeasurementRequest(
          new Ground(voice.sourceId(), subject.side(), layerSet, subject.region().id()),
          claim.amount().quantity(),
          claim.time().shifted(voice.offsetDays() - offsetDays),
          Optional.empty(),
          MeasurementRequest.Days.OF_MAPS);
    }

    Definition definition() {
      return new Definition(voice.sourceId(), layerSet.name(), offsetDays);
    }
  }

  List<MeasurementRequest> requests() {
    return figures().stream().flatMap(trials -> trials.stream()).map(Trial::request).toList();
  }

  List<Reproduction> rows(Map<MeasurementRequest, Measurement> measured) {
    List<Reproduction> rows = new ArrayList<>();
    for (List<Trial> trials : figures()) {
      ValueRange published = trials.get(0).claim.range().orElseThrow();
      Optional<Trial> best =
          trials.stream()
              .filter(trial -> computed(trial, measured).isPresent())
              .min(
                  Comparator.comparingDouble(
                          (Trial trial) ->
                              Math.abs(computed(trial, measured).get().value() - published.value()))
                      .thenComparing(trial -> !trial.ours));
      for (Trial trial : trials) {
        rows.add(
            new Reproduction(
                trial.claim,
                trial.definition(),
                computed(trial, measured),
                new Fit(trial.ours, best.filter(trial::equals).isPresent())));
      }
    }
    return rows;
  }

  private static Optional<Computed> computed(
      Trial trial, Map<MeasurementRequest, Measurement> measured) {
    return Optional.ofNullable(measured.get(trial.request()))
        .filter(Measurement::isWhole)
        .map(
            m ->
                new Computed(
                    m.range().orElseThrow().value(),
                    m.states().opening().map(MapState::mapDate),
                    m.states().closing().map(MapState::mapDate).orElseThrow()));
  }

  /** The trials of each figure that can be computed from the maps it speaks of. */
  private List<List<Trial>> figures() {
    List<List<Trial>> figures = new ArrayList<>();
    for (Claim claim : register.claims()) {
      for (SourceCoverage voice : voices) {
        boolean speaksOfIt =
            claim.subject().sourceId().filter(voice.sourceId()::equals).isPresent();
        List<Trial> trials =
            speaksOfIt
                    && claim.amount().quantity().dimension() == Dimension.AREA
                    && claim.range().isPresent()
                ? trials(claim, voice)
                : List.of();
        if (!trials.isEmpty()) {
          figures.add(trials);
        }
      }
    }
    return figures;
  }

  private static List<Trial> trials(Claim claim, SourceCoverage voice) {
    List<LayerSet> sets = voice.layerSets(claim.subject().side());
    Optional<LayerSet> stated =
        sets.stream()
            .filter(set -> claim.subject().layerSet().filter(set.name()::equals).isPresent())
            .findFirst();
    Optional<LayerSet> ours = stated.or(() -> sets.stream().findFirst());
    SortedSet<Integer> offsets = new TreeSet<>(Comparator.reverseOrder());
    IntStream.rangeClosed(LEAST_OFFSET_DAYS, 0).forEach(offsets::add);
    offsets.add(voice.offsetDays());
    List<Trial> trials = new ArrayList<>();
    for (LayerSet set : sets) {
      for (int offset : offsets) {
        boolean isOurs = offset == voice.offsetDays() && set.equals(ours.orElseThrow());
        trials.add(new Trial(claim, voice, set, offset, isOurs));
      }
    }
    return trials;
  }
}
