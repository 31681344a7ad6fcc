package org.territorydelta.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.territorydelta.config.ConfigException;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimSummary;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Everything that is to be said of claims: first what must be measured for it, then the rows. To be
 * made before any map is read, since a comparison may name what there is not.
 */
public final class ReportPlan {
  private final RunConfig config;
  private final Assessor assessor;
  private final PairComparator comparator;
  private final Reproducer reproducer;

  /**
   * @param regions every region there can be a figure for
   * @param claims of all files
   * @throws ConfigException when a comparison names a claim or region that there is not
   */
  public ReportPlan(RunConfig config, Collection<RegionFacts> regions, Collection<Claim> claims) {
    this.config = config;
    var register = new ClaimRegister(claims);
    List<SourceCoverage> voices =
        config.sources().stream()
            .map(source -> new SourceCoverage(source, config.layerSets()))
            .toList();
    this.assessor =
        new Assessor(
            new ClaimReadings(voices, config.layerSets()),
            register,
            config.figures().weighing().leastDays());
    this.comparator = new PairComparator(config, regions, register);
    this.reproducer = new Reproducer(voices, register);
  }

  /**
   * @param timelines of every source, by id
   */
  public MeasurementPlan measurements(Map<String, SourceTimeline> timelines) {
    List<MeasurementRequest> ranged = new ArrayList<>(assessor.requests());
    ranged.addAll(comparator.requests());
    var standing =
        new MeasurementPlan.Standing(
            config.limits().maxStalenessDays(),
            config.figures().bandLagDays(),
            config.figures().weighing().staleShare());
    return MeasurementPlan.of(ranged, reproducer.requests(), timelines, standing);
  }

  /** The rows of four tables. */
  public record Rows(
      List<ClaimAssessment> assessments,
      List<ClaimSummary> summaries,
      List<ComparisonRow> comparisons,
      List<Reproduction> reproductions) {}

  /**
   * @param measured of every request of the plan that its kind of quantity is measured for
   * @param book what all maps show
   */
  public Rows rows(
      Map<MeasurementRequest, Measurement> measured,
      GroundBook book,
      SettlementCounter settlements) {
    var findings =
        new ClaimFindings(
            book, assessor.readings(), config.figures().weighing().spreads(), settlements);
    List<ClaimAssessment> assessments = assessor.assessments(measured, findings);
    return new Rows(
        assessments,
        ClaimSummariser.of(assessments),
        comparator.rows(measured, claim -> isFromNothing(claim, assessments), assessments),
        reproducer.rows(measured));
  }

  /** Whether every source that tells has the side hold nothing when the claim's period opens. */
  private static boolean isFromNothing(Claim claim, List<ClaimAssessment> assessments) {
    List<Measurement> telling =
        assessments.stream()
            .filter(row -> row.claim().equals(claim) && row.against().known() == AsKnown.NOW)
            .flatMap(row -> row.measurement().stream())
            .filter(Measurement::isWhole)
            .toList();
    return !telling.isEmpty() && telling.stream().allMatch(Measurement::opensWithNothing);
  }
}
