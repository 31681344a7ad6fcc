package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason.Outcome;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.SourceTimeline;

/**
 * The laws of what was read: every file and feature is accounted for, and every day has its map.
 */
final class FileLaws {
  private final SourceTables tables;

  FileLaws(SourceTables tables) {
    this.tables = tables;
  }

  List<Violation> all() {
    List<Violation> violations = new ArrayList<>(files());
    violations.addAll(snapshots());
    violations.addAll(days());
    violations.addAll(rejections());
    return violations;
  }

  private List<Violation> files() {
    var findings = new Findings("input_file");
    Map<String, Long> rejected = new HashMap<>();
    Set<String> failed = new HashSet<>();
    Set<String> setAside = new HashSet<>();
    for (Rejection rejection : tables.maps().rejections()) {
      if (rejection.reason().outcome() == Outcome.REJECTED) {
        rejected.merge(rejection.file(), 1L, Long::sum);
      } else if (rejection.reason().outcome() == Outcome.FILE_FAILED) {
        failed.add(rejection.file());
      } else if (rejection.reason().outcome() == Outcome.SET_ASIDE) {
        setAside.add(rejection.file());
      }
    }
    Set<String> mapped = new HashSet<>();
    tables.maps().snapshots().forEach(snapshot -> mapped.add(snapshot.facts().path()));
    for (InputFile input : tables.maps().files()) {
      MapFile file = input.file();
      String row = file.sourceId() + " " + file.path();
      findings.unique(row);
      boolean fails = input.role() == FileRole.FAILED;
      findings.holds(
          fails == failed.contains(file.path()),
          row,
          "a failed file is in quarantine, and no other");
      findings.holds(
          input.role() != FileRole.SET_ASIDE || setAside.contains(file.path()),
          row,
          "why a map is set aside is in quarantine");
      boolean shown = input.role() == FileRole.USED || input.role() == FileRole.SUPERSEDED;
      findings.holds(
          shown == mapped.contains(file.path()), row, "used and superseded files have snapshots");
      if (!fails) {
        findings.holds(
            file.parts().rejected() == rejected.getOrDefault(file.path(), 0L),
            row,
            "parts_rejected are the rows in quarantine");
        findings.holds(
            file.parts().ignored()
                == file.ignoredByRule().values().stream().mapToLong(Long::longValue).sum(),
            row,
            "parts_ignored sums over the rules");
        findings.holds(
            file.parts().read() >= file.features().read(), row, "a feature has at least one part");
        findings.holds(
            file.parts().used() >= file.features().used(), row, "a used feature has a used part");
      }
    }
    return findings.violations();
  }

  private List<Violation> snapshots() {
    var findings = new Findings("snapshot");
    Map<LocalDate, List<SourceTimeline.Recorded>> byDate = new TreeMap<>();
    for (SourceTimeline.Recorded recorded : tables.maps().snapshots()) {
      SnapshotFacts facts = recorded.facts();
      findings.unique(facts.id());
      findings.holds(
          facts.size().vertices() >= 4 * facts.size().polygons(),
          facts.id(),
          "a polygon has at least four vertices");
      byDate.computeIfAbsent(facts.id().mapDate(), day -> new ArrayList<>()).add(recorded);
    }
    byDate.forEach(
        (mapDate, revisions) -> {
          SourceTimeline.Recorded latest =
              revisions.stream()
                  .max(
                      Comparator.comparing(
                          SourceTimeline.Recorded::facts, SnapshotFacts.REVISION_ORDER))
                  .orElseThrow();
          for (SourceTimeline.Recorded revision : revisions) {
            findings.holds(
                revision.current() == (revision == latest),
                revision.facts().id(),
                "the latest revision of a map date is current, and no other");
          }
        });
    return findings.violations();
  }

  private List<Violation> days() {
    var findings = new Findings("map_day");
    var current = new TreeSet<>(tables.currentMapDates());
    for (MapDay day : tables.maps().days()) {
      String row = day.sourceId() + " " + day.day();
      findings.unique(row);
      findings.holds(
          Objects.equals(day.mapDate().orElse(null), current.floor(day.day())),
          row,
          "the latest map up to a day stands for it");
    }
    return findings.violations();
  }

  private List<Violation> rejections() {
    var findings = new Findings("quarantine");
    Set<String> files = new HashSet<>();
    tables.maps().files().forEach(input -> files.add(input.file().path()));
    for (Rejection rejection : tables.maps().rejections()) {
      findings.holds(
          files.contains(rejection.file()), rejection.file(), "every file is in input_file");
    }
    return findings.violations();
  }
}
