package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimSummary;
import org.territorydelta.model.claim.ClaimSummary.Told;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.claim.ValueRange;

/**
 * Sums up what all sources say of a claim. A publisher's figure about its own maps is weighed by
 * these alone, where the run has them.
 */
final class ClaimSummariser {
  private ClaimSummariser() {}

  /** One row a claim, in the order of the assessments. */
  static List<ClaimSummary> of(Collection<ClaimAssessment> assessments) {
    Map<String, List<ClaimAssessment>> byClaim = new LinkedHashMap<>();
    assessments.stream()
        .filter(row -> row.against().known() == AsKnown.NOW)
        .forEach(
            row ->
                byClaim.computeIfAbsent(row.claim().key().id(), id -> new ArrayList<>()).add(row));
    return byClaim.values().stream().map(ClaimSummariser::summary).toList();
  }

  private static ClaimSummary summary(List<ClaimAssessment> rows) {
    Claim claim = rows.get(0).claim();
    List<ClaimAssessment> telling = rows.stream().filter(ClaimSummariser::tells).toList();
    List<ClaimAssessment> own = telling.stream().filter(row -> !row.isOfAnotherSource()).toList();
    List<ClaimAssessment> used = own.isEmpty() ? telling : own;
    Optional<Told> told = told(used);
    return new ClaimSummary(
        claim,
        told,
        label(claim, rows, told),
        used.stream().map(row -> row.against().sourceId()).distinct().toList(),
        sentence(claim, used, told));
  }

  private static boolean tells(ClaimAssessment row) {
    return row.measured().isPresent()
        && switch (row.label()) {
          case CONSISTENT, HIGH, LOW, STRONGLY_HIGH, STRONGLY_LOW, WRONG_SIGN -> true;
          case NOT_COMPARABLE, UNVERIFIABLE, UNKNOWN, SUPERSEDED -> false;
        };
  }

  private static Optional<Told> told(List<ClaimAssessment> rows) {
    double[] values =
        rows.stream().mapToDouble(row -> row.measured().orElseThrow().value()).sorted().toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    return Optional.of(
        new Told(
            new ValueRange(values[0], median, values[values.length - 1]),
            around(rows, median, Spread::usual),
            around(rows, median, Spread::wide)));
  }

  private static ValueRange around(
      List<ClaimAssessment> rows, double median, ToDoubleFunction<Spread> part) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (ClaimAssessment row : rows) {
      double more = part.applyAsDouble(row.beside().spread());
      ValueRange range = row.measured().orElseThrow().widened(more);
      low = Math.min(low, range.low());
      high = Math.max(high, range.high());
    }
    return new ValueRange(low, median, high);
  }

  private static ClaimLabel label(Claim claim, List<ClaimAssessment> rows, Optional<Told> told) {
    if (rows.stream().anyMatch(row -> row.label() == ClaimLabel.SUPERSEDED)) {
      return ClaimLabel.SUPERSEDED;
    }
    if (told.isPresent()) {
      return ClaimComparator.label(claim, told.get().usual(), told.get().wide());
    }
    return rows.stream().allMatch(row -> row.label() == ClaimLabel.NOT_COMPARABLE)
        ? ClaimLabel.NOT_COMPARABLE
        : ClaimLabel.UNVERIFIABLE;
  }

  private static String sentence(Claim claim, List<ClaimAssessment> used, Optional<Told> told) {
    if (told.isEmpty()) {
      return "No source's maps tell it.";
    }
    String unit = " " + unit(claim);
    SortedMap<String, SortedSet<Double>> bySource = new TreeMap<>();
    for (ClaimAssessment row : used) {
      bySource
          .computeIfAbsent(row.against().sourceId(), id -> new TreeSet<>())
          .add(row.measured().orElseThrow().value());
    }
    List<String> each = new ArrayList<>();
    bySource.forEach(
        (source, figures) ->
            each.add(
                source
                    + " "
                    + figures.stream()
                        .map(ClaimSummariser::number)
                        .distinct()
                        .collect(Collectors.joining(" or "))));
    ValueRange range = told.get().usual();
    return (bySource.size() == 1 ? "One source gives " : "Sources give ")
        + span(told.get().figures())
        + unit
        + " ("
        + String.join(", ", each)
        + "); with the doubt in days, redrawn lines and choice of source "
        + span(range)
        + unit
        + ".";
  }

  private static String unit(Claim claim) {
    String word = claim.amount().quantity().dimension().reckonedIn().word();
    return word.equals("km2") ? "km²" : word;
  }

  private static String span(ValueRange range) {
    String low = number(range.low());
    String high = number(range.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String number(double value) {
    String format = Math.abs(value) < 10 ? "%,.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
