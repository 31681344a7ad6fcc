package org.territorydelta.claim;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ComparisonRow.Definition;
import org.territorydelta.model.claim.ComparisonRow.End;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.figure.Coverage;

/** What the sources that tell both claims of a pair measure in their place. */
final class MeasuredCounterparts {
  private final Collection<ClaimAssessment> assessments;

  MeasuredCounterparts(Collection<ClaimAssessment> assessments) {
    this.assessments = assessments;
  }

  /** Both figures by one source, each by the first layer set that tells it. */
  record Pair(String sourceId, ClaimAssessment left, ClaimAssessment right) {}

  List<Pair> of(Claim left, Claim right) {
    SortedSet<String> sources = new TreeSet<>();
    assessments.forEach(row -> sources.add(row.against().sourceId()));
    List<Pair> pairs = new ArrayList<>();
    for (String source : sources) {
      Optional<ClaimAssessment> ofLeft = measured(left, source);
      Optional<ClaimAssessment> ofRight = measured(right, source);
      if (ofLeft.isPresent() && ofRight.isPresent()) {
        pairs.add(new Pair(source, ofLeft.get(), ofRight.get()));
      }
    }
    return pairs;
  }

  private Optional<ClaimAssessment> measured(Claim claim, String source) {
    return assessments.stream()
        .filter(row -> row.claim().equals(claim) && row.against().sourceId().equals(source))
        .filter(row -> row.against().known() == AsKnown.NOW && row.measured().isPresent())
        .findFirst();
  }

  static End end(ClaimAssessment row) {
    Claim claim = row.claim();
    return new End(
        EndKind.MEASUREMENT,
        row.against().sourceId(),
        new Definition(
            claim.subject().side(),
            claim.subject().region(),
            claim.amount().quantity(),
            row.against().layerSet(),
            claim.time()),
        row.measured(),
        claim.time().days(),
        row.measurement().map(Measurement::isWhole).orElse(false) ? Coverage.FULL : Coverage.NONE);
  }

  /** When the maps of sources come to what a claim says, where that is later. */
  List<String> later(Claim claim) {
    List<String> texts = new ArrayList<>();
    for (ClaimAssessment row : assessments) {
      if (row.claim().equals(claim) && row.against().known() == AsKnown.NOW) {
        row.beside()
            .reachedOn()
            .ifPresent(
                day ->
                    texts.add(
                        "The maps of "
                            + row.against().sourceId()
                            + " reach what "
                            + claim.statement().claimant()
                            + " claimed "
                            + days(ChronoUnit.DAYS.between(claim.time().lastDay(), day))
                            + " later, on "
                            + day
                            + "."));
      }
    }
    return texts.stream().distinct().toList();
  }

  private static String days(long days) {
    return days == 1 ? "a day" : days + " days";
  }
}
