package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.FileRole;
import org.territorydelta.model.InputException;
import org.territorydelta.model.InputFile;
import org.territorydelta.model.MapFile;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.RejectionReason;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Tally;
import org.territorydelta.spark.ReadStage.FileFacts;
import org.territorydelta.timeline.SourceTimeline;

/** What was read of one source, judged as a whole: roles of files, the timeline, the quarantine. */
record SourceMaps(
    RunConfig.Source source,
    SourceTimeline timeline,
    List<InputFile> files,
    List<Rejection> rejections) {

  /**
   * @throws InputException when a file failed and the config says to stop, when more was rejected
   *     than it bears, or when no map is left
   */
  static SourceMaps of(RunConfig.Source source, List<FileFacts> read, RunConfig.Limits limits) {
    List<SnapshotFacts> maps = read.stream().flatMap(file -> file.maps().stream()).toList();
    Set<String> empty =
        source.profile().allowEmptyMap() ? Set.of() : SourceTimeline.suddenlyEmpty(maps);
    List<Rejection> rejections = new ArrayList<>();
    List<InputFile> files = new ArrayList<>();
    SourceTimeline timeline =
        SourceTimeline.of(
            source.id(), maps.stream().filter(map -> !empty.contains(map.path())).toList());
    for (FileFacts file : read) {
      String path = file.file().path();
      if (empty.contains(path)) {
        rejections.add(
            new Rejection(
                source.id(),
                path,
                Rejection.Place.FILE,
                RejectionReason.EMPTY_MAP,
                "maps of " + file.file().mapDates() + "; allow-empty-map: true would take it",
                ""));
        files.add(new InputFile(emptied(file.file()), FileRole.FAILED));
      } else {
        rejections.addAll(file.rejections());
        FileRole role = timeline.roles().getOrDefault(path, FileRole.FAILED);
        files.add(new InputFile(file.file(), role));
      }
    }
    var judged = new SourceMaps(source, timeline, files, rejections.stream().sorted().toList());
    judged.refuseFailed(limits);
    judged.refuseRejected(limits);
    if (timeline.isEmpty()) {
      throw new InputException("Cannot use source " + source.id() + ": no map could be read");
    }
    return judged;
  }

  /**
   * The same with some of its maps left out of all figures.
   *
   * @throws InputException when no map is left
   */
  SourceMaps without(Collection<SnapshotId> excluded) {
    SourceTimeline kept = timeline.without(excluded);
    if (kept.isEmpty()) {
      throw new InputException(
          "Cannot use source "
              + source.id()
              + ": every map is part of a break in the series that exclude-breaks leaves out");
    }
    List<InputFile> roles =
        files.stream()
            .map(
                input ->
                    new InputFile(
                        input.file(), kept.roles().getOrDefault(input.file().path(), input.role())))
            .toList();
    return new SourceMaps(source, kept, roles, rejections);
  }

  /** A failed file's features count for nothing. */
  private static MapFile emptied(MapFile file) {
    return new MapFile(
        file.sourceId(),
        file.path(),
        file.content(),
        List.of(),
        List.of(),
        Tally.ZERO,
        Tally.ZERO,
        new TreeMap<>());
  }

  private void refuseFailed(RunConfig.Limits limits) {
    List<Rejection> failed =
        rejections.stream()
            .filter(r -> r.reason().outcome() == RejectionReason.Outcome.FILE_FAILED)
            .toList();
    if (limits.onBadFile() == RunConfig.OnBadFile.STOP && !failed.isEmpty()) {
      var message = new StringBuilder();
      message.append("Cannot use ").append(failed.size()).append(" of source ");
      message.append(source.id()).append("'s files:");
      failed.stream()
          .limit(10)
          .forEach(
              r ->
                  message
                      .append("\n  ")
                      .append(r.file())
                      .append(": ")
                      .append(r.reason().meaning())
                      .append(": ")
                      .append(r.detail()));
      message.append(failed.size() > 10 ? "\n  ..." : "");
      message.append("\nMend or remove them, or set on-bad-file: quarantine to go on without.");
      throw new InputException(message.toString());
    }
  }

  private void refuseRejected(RunConfig.Limits limits) {
    Tally parts = parts();
    double share = parts.read() == 0 ? 0 : parts.rejected() / (double) parts.read();
    if (share > limits.maxRejectedShare()) {
      Map<RejectionReason, Integer> reasons = new EnumMap<>(RejectionReason.class);
      rejections.forEach(r -> reasons.merge(r.reason(), 1, Integer::sum));
      Rejection first =
          rejections.stream()
              .filter(r -> r.reason().outcome() == RejectionReason.Outcome.REJECTED)
              .findFirst()
              .orElseThrow();
      throw new InputException(
          "Cannot use source "
              + source.id()
              + ": "
              + parts.rejected()
              + " of "
              + parts.read()
              + " polygons rejected, expected at most a share of "
              + limits.maxRejectedShare()
              + " (max-rejected-share); reasons "
              + reasons
              + "\n  first: "
              + first.file()
              + ", feature "
              + first.place().feature()
              + ": "
              + first.detail());
    }
  }

  Tally parts() {
    return files.stream().map(input -> input.file().parts()).reduce(Tally.ZERO, Tally::plus);
  }

  SortedMap<FileRole, Long> roles() {
    SortedMap<FileRole, Long> roles = new TreeMap<>();
    files.forEach(file -> roles.merge(file.role(), 1L, Long::sum));
    return roles;
  }
}
