package org.territorydelta.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.territorydelta.model.Violation;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.timeline.SourceTimeline;

/** The laws of {@code series_break}: what it names is there, what it excludes is not. */
public final class BreakLaws {
  private BreakLaws() {}

  /**
   * What breaks a law; nothing when all hold.
   *
   * @param files of every source there are breaks of
   * @param snapshots of the same sources
   */
  public static List<Violation> check(
      Collection<SeriesBreak> breaks,
      Collection<InputFile> files,
      Collection<SourceTimeline.Recorded> snapshots) {
    var findings = new Findings("series_break");
    Map<String, Set<String>> paths = new HashMap<>();
    files.stream()
        .collect(Collectors.groupingBy(input -> input.file().sourceId()))
        .forEach(
            (source, its) ->
                paths.put(
                    source, its.stream().map(f -> f.file().path()).collect(Collectors.toSet())));
    for (SeriesBreak found : breaks) {
      SeriesBreak.Key key = found.key();
      findings.unique(key);
      findings.holds(
          found.areaM2() > 0 || key.kind() == BreakKind.VOCABULARY,
          key,
          "a break is about some ground, or about words");
      findings.holds(
          !found.excluded() || key.kind().isExcludable(), key, "the kind can be excluded");
      SeriesBreak.Maps maps = found.maps();
      for (MapFileDate map : List.of(maps.opening(), maps.first(), maps.last())) {
        findings.holds(
            map.isNone() || paths.getOrDefault(key.sourceId(), Set.of()).contains(map.file()),
            key,
            "every file is in input_file");
      }
      findings.holds(
          !found.excluded() || snapshots.stream().noneMatch(s -> isOf(found, s)),
          key,
          "a map that is excluded is no snapshot");
    }
    for (InputFile input : files) {
      if (input.role() == FileRole.EXCLUDED) {
        findings.holds(
            breaks.stream().anyMatch(found -> found.excluded() && shows(found, input)),
            input.file().sourceId() + " " + input.file().path(),
            "an excluded file has a map of a break that is excluded");
      }
    }
    return findings.violations();
  }

  /** Whether the snapshot is the first or the last map of the break. */
  private static boolean isOf(SeriesBreak found, SourceTimeline.Recorded snapshot) {
    var id = snapshot.facts().id();
    return id.sourceId().equals(found.key().sourceId())
        && List.of(found.maps().first(), found.maps().last())
            .contains(new MapFileDate(id.mapDate(), snapshot.facts().path()));
  }

  private static boolean shows(SeriesBreak found, InputFile input) {
    return input.file().sourceId().equals(found.key().sourceId())
        && input.file().mapDates().stream().anyMatch(found::shows);
  }
}
