package org.territorydelta.spark;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.report.QuarantineDigest;
import org.territorydelta.report.SourceReport;
import org.territorydelta.spark.SummaryStage.SourceOutcome;
import org.territorydelta.timeline.SourceTimeline;

/** What a run tells of itself: to a person on the console, to a program in the manifest. */
final class RunReports {
  private RunReports() {}

  /** What the console says of each source. */
  static List<SourceReport> sources(Comparison.Result compared) {
    List<SourceReport> reports = new ArrayList<>();
    for (SourceMaps source : compared.sources()) {
      SourceTimeline timeline = source.timeline();
      long days = ChronoUnit.DAYS.between(timeline.firstMapDate(), timeline.lastMapDate()) + 1;
      long snapshots = timeline.current().size();
      SnapshotFacts.Mended mended =
          timeline.recorded().stream()
              .map(recorded -> recorded.facts().mended())
              .reduce(new SnapshotFacts.Mended(0, 0, 0), RunReports::sum);
      reports.add(
          new SourceReport(
              source.source().id(),
              source.roles(),
              new SourceReport.Days(
                  timeline.firstMapDate(), timeline.lastMapDate(), snapshots, days - snapshots),
              new SourceReport.Mended(
                  source.parts(), mended.repaired(), mended.repairedM2(), mended.overlapM2()),
              compared.outcomes().stream()
                  .filter(outcome -> outcome.sourceId().equals(source.source().id()))
                  .flatMap(outcome -> outcome.sides().stream())
                  .toList(),
              compared.breaks().stream()
                  .filter(found -> found.key().sourceId().equals(source.source().id()))
                  .filter(found -> found.breaksFiguresOf(found.key().side()))
                  .toList(),
              new SourceReport.LeftOut(
                  source.setAside().stream()
                      .map(r -> r.file() + ": " + r.reason().name() + ": " + r.detail())
                      .toList(),
                  QuarantineDigest.ofMaps(source.rejections())),
              source.source().profile().notice()));
    }
    return reports;
  }

  private static SnapshotFacts.Mended sum(SnapshotFacts.Mended a, SnapshotFacts.Mended b) {
    return new SnapshotFacts.Mended(
        a.repaired() + b.repaired(),
        a.repairedM2() + b.repairedM2(),
        a.overlapM2() + b.overlapM2());
  }

  /** What the manifest counts, by name. */
  static SortedMap<String, Object> counters(Comparison.Result compared) {
    List<SourceOutcome> outcomes = compared.outcomes();
    Counters sum =
        outcomes.stream().map(SourceOutcome::counters).reduce(Counters.ZERO, Counters::plus);
    SortedMap<String, Object> counters = new TreeMap<>();
    counters.put("pairs-compared", sum.pairs());
    counters.put("pairs-unchanged", sum.engine().unchanged());
    counters.put("pairs-by-changed-edges", sum.engine().byChangedEdges());
    counters.put("pairs-redrawn", sum.engine().redrawn());
    counters.put("pairs-recomputed", sum.engine().recomputed());
    sum.operations()
        .forEach(
            (noding, count) ->
                counters.put(
                    "overlays-" + noding.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
    counters.put("overlays-repeated", sum.repeats());
    counters.put("largest-margin-residual-km2", SquareKm.fromM2(sum.marginM2()));
    counters.put("largest-stock-drift-km2", SquareKm.fromM2(sum.driftM2()));
    counters.put("moved-to-close-km2", SquareKm.fromM2(sum.movedM2()));
    counters.put("findings", outcomes.stream().mapToLong(SourceOutcome::findings).sum());
    counters.put(
        "findings-taken-over", outcomes.stream().mapToLong(SourceOutcome::takenOver).sum());
    counters.put("agreement-months", compared.agreement().months());
    counters.put("agreement-months-taken-over", compared.agreement().reused());
    SourceComparer.Counts days = compared.agreement().days();
    counters.put("agreement-days-carried", days.carried());
    counters.put("agreement-days-whole", days.whole());
    counters.put("agreement-overlays", days.overlaid());
    counters.put("agreement-largest-drift-km2", SquareKm.fromM2(days.driftM2()));
    counters.put("series-breaks", (long) compared.breaks().size());
    return counters;
  }
}
