package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Looks through a series with every rule, in an order in which the more telling goes first: what is
 * a dropout is not told as a batch as well.
 */
public final class SeriesBreaks {
  private SeriesBreaks() {}

  private static List<BreakRule> rules(BreakLimits limits) {
    return List.of(
        new ReversalRule(limits.reversal()),
        new PlausibilityRule(limits.implausible()),
        new MisplacedRule(limits.misplaced()),
        new ScopeRule(limits.misplaced()),
        new BaseRule(limits.base()),
        new ReclassificationRule(limits.reclassifiedM2()),
        new BatchRule(limits.batch()));
  }

  static List<SeriesBreak> find(MapSeries series, BreakLimits limits) {
    List<SeriesBreak> found = new ArrayList<>();
    for (BreakRule rule : rules(limits)) {
      found.addAll(rule.find(series, List.copyOf(found)));
    }
    return found.stream().sorted().toList();
  }

  /** The breaks, those of the kinds to exclude marked so. */
  public static List<SeriesBreak> marked(List<SeriesBreak> breaks, Set<BreakKind> excluded) {
    return breaks.stream()
        .map(found -> excluded.contains(found.key().kind()) ? found.asExcluded() : found)
        .toList();
  }

  /** The snapshots that speak for their days and are part of a break that is excluded. */
  public static SortedSet<SnapshotId> excluded(SourceTimeline timeline, List<SeriesBreak> breaks) {
    SortedSet<SnapshotId> excluded = new TreeSet<>();
    for (SeriesBreak found : breaks) {
      if (found.excluded()) {
        timeline.current().stream()
            .map(facts -> facts.id())
            .filter(id -> found.shows(id.mapDate()))
            .forEach(excluded::add);
      }
    }
    return excluded;
  }

  /** Whether a step is the way into or out of a reversal of the side's ground. */
  static boolean isReversal(List<SeriesBreak> known, String side, MapSeries.Step step) {
    return known.stream()
        .filter(found -> found.key().side().equals(side))
        .filter(
            found ->
                found.key().kind() == BreakKind.DROPOUT || found.key().kind() == BreakKind.SPIKE)
        .anyMatch(found -> isEndOf(found, step));
  }

  /** Whether a break already tells why a side's ground moved in a step. */
  static boolean isExplained(List<SeriesBreak> known, String side, MapSeries.Step step) {
    return known.stream()
        .filter(
            found ->
                found.key().side().equals(side)
                    || found.key().side().equals(SeriesBreak.Key.ALL_SIDES))
        .anyMatch(found -> isEndOf(found, step));
  }

  private static boolean isEndOf(SeriesBreak found, MapSeries.Step step) {
    LocalDate opening = step.opening().id().mapDate();
    LocalDate closing = step.closing().id().mapDate();
    boolean reverts = found.key().kind().isExcludable();
    return closing.equals(found.maps().first().mapDate())
        || reverts && opening.equals(found.maps().last().mapDate());
  }
}
