package org.territorydelta.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.RuleMatch.Outcome;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.SourceTimeline;

/**
 * The laws of {@code rule_match}: every polygon of a dated map is in it once. Features without a
 * date belong to no map; {@code input_file} alone counts them.
 */
public final class RuleLaws {
  private record Place(String sourceId, String file) {}

  private record Of(SnapshotId map, String file) {}

  private RuleLaws() {}

  /**
   * What breaks a law; nothing when all hold.
   *
   * @param files of every source there are matches of
   * @param snapshots of the same sources
   */
  public static List<Violation> check(
      Collection<RuleMatch> matches,
      Collection<InputFile> files,
      Collection<SourceTimeline.Recorded> snapshots) {
    var findings = new Findings("rule_match");
    Map<Place, Map<Outcome, Long>> sums = new HashMap<>();
    Set<Of> maps = new HashSet<>();
    for (RuleMatch match : matches) {
      findings.unique(
          match.map().sourceId()
              + " "
              + match.map().mapDate()
              + " "
              + match.file()
              + " "
              + match.decision());
      sums.computeIfAbsent(new Place(match.map().sourceId(), match.file()), key -> new HashMap<>())
          .merge(match.decision().outcome(), match.polygons(), Long::sum);
      maps.add(new Of(match.map(), match.file()));
    }
    Set<Place> known = new HashSet<>();
    for (InputFile input : files) {
      if (input.role() != FileRole.REPORT) {
        known.add(new Place(input.file().sourceId(), input.file().path()));
        check(input.file(), sums, findings);
      }
    }
    sums.keySet()
        .forEach(
            place -> findings.holds(known.contains(place), place, "every file is in input_file"));
    for (SourceTimeline.Recorded recorded : snapshots) {
      Of map = new Of(recorded.facts().id(), recorded.facts().path());
      findings.holds(
          recorded.facts().size().polygons() == 0 || maps.contains(map),
          map,
          "every map on record has its rules");
    }
    return findings.violations();
  }

  private static void check(MapFile file, Map<Place, Map<Outcome, Long>> sums, Findings findings) {
    var place = new Place(file.sourceId(), file.path());
    Map<Outcome, Long> sum = sums.getOrDefault(place, Map.of());
    long ignored = sum.getOrDefault(Outcome.IGNORED, 0L);
    long rejected = sum.getOrDefault(Outcome.REJECTED, 0L);
    findings.holds(
        sum.getOrDefault(Outcome.HELD, 0L) == file.parts().used(),
        place,
        "polygons given to holders are parts_used");
    findings.holds(
        ignored <= file.parts().ignored() && rejected <= file.parts().rejected(),
        place,
        "polygons ignored and rejected are among parts_ignored and parts_rejected");
  }
}
