package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.config.Comparison;
import org.territorydelta.config.Comparison.ClaimEnd;
import org.territorydelta.config.Comparison.MapEnd;
import org.territorydelta.config.ConfigException;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.ComparisonRow.Definition;
import org.territorydelta.model.claim.ComparisonRow.End;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;

/** Sets the pairs of figures that the config names side by side. */
final class PairComparator {
  private static final Set<QuantityType> ALIKE_FROM_NOTHING =
      EnumSet.of(QuantityType.CONTROL_STOCK, QuantityType.GROSS_GAIN, QuantityType.NET_CHANGE);

  private final List<Comparison> comparisons;
  private final ClaimRegister register;
  private final Map<String, RegionFacts> regions = new LinkedHashMap<>();
  private final Map<String, LayerSet> layerSets = new LinkedHashMap<>();

  /**
   * @throws ConfigException when an end names a claim or region that there is not
   */
  PairComparator(RunConfig config, Collection<RegionFacts> regions, ClaimRegister register) {
    this.comparisons = config.reports().comparisons();
    this.register = register;
    regions.stream()
        .filter(region -> !region.id().isUnassigned())
        .sorted(Comparator.comparing(RegionFacts::id))
        .forEach(region -> this.regions.putIfAbsent(region.id().id(), region));
    config.layerSets().forEach(set -> layerSets.put(set.name(), set));
    List<String> problems = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      problem(comparison, "left", comparison.left()).ifPresent(problems::add);
      problem(comparison, "right", comparison.right()).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  private Optional<String> problem(Comparison comparison, String key, Comparison.End end) {
    String where = "comparison " + comparison.id() + ", " + key + ": Cannot use ";
    if (end instanceof ClaimEnd claim && register.claim(claim.claimId()).isEmpty()) {
      return Optional.of(
          where + "claim: value='" + claim.claimId() + "', no row of the claims has that id");
    }
    if (end instanceof MapEnd map && !regions.containsKey(map.ground().regionId())) {
      return Optional.of(
          where
              + "region: value='"
              + map.ground().regionId()
              + "', expected one of "
              + String.join(", ", new TreeSet<>(regions.keySet())));
    }
    return Optional.empty();
  }

  List<MeasurementRequest> requests() {
    return comparisons.stream()
        .flatMap(comparison -> Stream.of(comparison.left(), comparison.right()))
        .filter(MapEnd.class::isInstance)
        .map(end -> request((MapEnd) end))
        .toList();
  }

  private MeasurementRequest request(MapEnd end) {
    Comparison.Ground ground = end.ground();
    return new MeasurementRequest(
        new Ground(
            ground.sourceId(),
            ground.side(),
            layerSets.get(ground.layerSet()),
            regions.get(ground.regionId()).id()),
        end.quantity(),
        end.time(),
        Optional.empty(),
        MeasurementRequest.Days.OF_MAPS);
  }

  /**
   * Each pair, and after a pair of claims the same as every source measures it that tells both.
   *
   * @param fromNothing whether all maps that tell show the claim's side to have held nothing in its
   *     region when its period opened
   */
  List<ComparisonRow> rows(
      Map<MeasurementRequest, Measurement> measured,
      Predicate<Claim> fromNothing,
      Collection<ClaimAssessment> assessments) {
    var counterparts = new MeasuredCounterparts(assessments);
    var sentence = new ComparisonSentence(register);
    List<ComparisonRow> rows = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      Figure left = figure(comparison.left(), measured, fromNothing);
      Figure right = figure(comparison.right(), measured, fromNothing);
      var row = new ComparisonRow(comparison.id(), left.end, right.end, reasons(left, right));
      List<ComparisonRow> bySource = new ArrayList<>();
      List<String> later = new ArrayList<>();
      if (comparison.left() instanceof ClaimEnd && comparison.right() instanceof ClaimEnd) {
        for (MeasuredCounterparts.Pair pair : counterparts.of(claim(left), claim(right))) {
          Figure ofLeft = figure(pair.left());
          Figure ofRight = figure(pair.right());
          bySource.add(
              new ComparisonRow(
                  comparison.id() + " on " + pair.sourceId(),
                  ofLeft.end,
                  ofRight.end,
                  reasons(ofLeft, ofRight)));
        }
        later.addAll(counterparts.later(claim(left)));
      }
      rows.add(row.saying(sentence.of(row, bySource, later)));
      bySource.forEach(each -> rows.add(each.saying(sentence.of(each, List.of(), List.of()))));
    }
    return rows;
  }

  private Claim claim(Figure figure) {
    return register.claim(figure.end.reference()).orElseThrow();
  }

  private static Figure figure(ClaimAssessment row) {
    Measurement measurement = row.measurement().orElseThrow();
    return new Figure(
        MeasuredCounterparts.end(row),
        measurement.opensWithNothing(),
        measurement.acrossBreak(),
        row.reasons().contains(Incomparability.STALENESS));
  }

  /**
   * One end, and what is known of it besides.
   *
   * @param fromNothing whether its side held nothing when its period opened
   * @param acrossBreak whether the source's series breaks there
   * @param stale whether the maps show other days
   */
  private record Figure(End end, boolean fromNothing, boolean acrossBreak, boolean stale) {}

  private Figure figure(
      Comparison.End end,
      Map<MeasurementRequest, Measurement> measured,
      Predicate<Claim> fromNothing) {
    if (end instanceof MapEnd map) {
      Measurement measurement = measured.getOrDefault(request(map), Measurement.NONE);
      return new Figure(
          end(map, measurement),
          measurement.opensWithNothing(),
          measurement.acrossBreak(),
          isStale(measurement));
    }
    Claim claim = register.claim(((ClaimEnd) end).claimId()).orElseThrow();
    return new Figure(end(claim), fromNothing.test(claim), false, false);
  }

  private static boolean isStale(Measurement measurement) {
    return Stream.of(measurement.states().opening(), measurement.states().closing())
        .flatMap(Optional::stream)
        .anyMatch(state -> state.stalenessDays() != 0);
  }

  private static End end(Claim claim) {
    Claim.Subject subject = claim.subject();
    var definition =
        new Definition(
            subject.side(),
            subject.region(),
            claim.amount().quantity(),
            subject.layerSet().orElse(""),
            claim.time());
    return new End(
        EndKind.CLAIM,
        claim.key().id(),
        definition,
        claim.range(),
        claim.time().days(),
        Coverage.FULL);
  }

  private End end(MapEnd map, Measurement measurement) {
    Comparison.Ground ground = map.ground();
    var definition =
        new Definition(
            ground.side(),
            regions.get(ground.regionId()),
            map.quantity(),
            ground.layerSet(),
            map.time());
    Optional<ValueRange> range = measurement.range();
    Coverage coverage = measurement.states().coverage();
    return new End(
        EndKind.MEASUREMENT,
        ground.sourceId(),
        definition,
        range,
        measurement.coveredDays(),
        coverage == Coverage.FULL && !measurement.isWhole() && !measurement.acrossBreak()
            ? Coverage.NONE
            : coverage);
  }

  private static Set<Incomparability> reasons(Figure left, Figure right) {
    Set<Incomparability> reasons = EnumSet.noneOf(Incomparability.class);
    Definition a = left.end.definition();
    Definition b = right.end.definition();
    if (!a.side().equals(b.side())) {
      reasons.add(Incomparability.SIDE);
    }
    if (!a.region().country().equals(b.region().country())) {
      reasons.add(Incomparability.COUNTRY);
    }
    if (!isSameQuantity(left, right)) {
      reasons.add(Incomparability.QUANTITY_TYPE);
    }
    if (!a.layerSet().isEmpty() && !b.layerSet().isEmpty() && !a.layerSet().equals(b.layerSet())) {
      reasons.add(Incomparability.LAYER_SET);
    }
    Optional<Integer> leftDays = a.time().days();
    Optional<Integer> rightDays = b.time().days();
    if (leftDays.isPresent() && rightDays.isPresent() && !leftDays.equals(rightDays)) {
      reasons.add(Incomparability.PERIOD_LENGTH);
    }
    if (left.end.kind() == EndKind.MEASUREMENT
        && right.end.kind() == EndKind.MEASUREMENT
        && !left.end.reference().equals(right.end.reference())) {
      reasons.add(Incomparability.SOURCE);
    }
    for (Figure figure : List.of(left, right)) {
      End end = figure.end;
      if (figure.stale) {
        reasons.add(Incomparability.STALENESS);
      }
      if (figure.acrossBreak) {
        reasons.add(Incomparability.SERIES_BREAK);
      } else if (end.kind() == EndKind.CLAIM && end.range().isEmpty()) {
        reasons.add(Incomparability.UNIT);
      } else if (end.range().isEmpty() || end.coverage() != Coverage.FULL) {
        reasons.add(Incomparability.NOT_COVERED);
      }
    }
    return reasons;
  }

  /** What a side holds is what it gained, where it began with nothing. */
  private static boolean isSameQuantity(Figure left, Figure right) {
    Definition a = left.end.definition();
    Definition b = right.end.definition();
    if (a.quantity() == b.quantity()) {
      return true;
    }
    return ALIKE_FROM_NOTHING.contains(a.quantity())
        && ALIKE_FROM_NOTHING.contains(b.quantity())
        && a.side().equals(b.side())
        && a.region().id().equals(b.region().id())
        && isAtEndOrFromNothing(left)
        && isAtEndOrFromNothing(right);
  }

  private static boolean isAtEndOrFromNothing(Figure figure) {
    return figure.end.definition().quantity() == QuantityType.CONTROL_STOCK || figure.fromNothing;
  }
}
