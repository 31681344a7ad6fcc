package org.territorydelta.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputException;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.model.map.Tally;
import org.territorydelta.normalise.MapJudge;
import org.territorydelta.report.QuarantineDigest;
import org.territorydelta.spark.inputs.ReadStage.FileFacts;
import org.territorydelta.summary.VocabularyBreaks;
import org.territorydelta.timeline.SourceTimeline;

/** What was read of one source, judged as a whole: roles of files, the timeline, the quarantine. */
record SourceMaps(
    RunConfig.Source source,
    SourceTimeline timeline,
    List<InputFile> files,
    List<Rejection> rejections,
    Rules rules) {

  /**
   * What the profile's rules made of the maps, those that are none among them.
   *
   * @param breaks maps on which the publisher began to call things differently
   */
  record Rules(List<RuleMatch> matches, List<SeriesBreak> breaks) {}

  private static final int SHOWN = 10;

  /**
   * @throws InputException when a file failed and the config says to stop, when more maps are set
   *     aside than it bears, or when no map is left
   */
  static SourceMaps of(RunConfig.Source source, List<FileFacts> read, RunConfig config) {
    RunConfig.Limits limits = config.limits();
    var judge =
        new MapJudge(
            source.profile().leniency().emptyMaps(), source.profile().dates().plausible(), limits);
    List<SnapshotFacts> maps = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    Set<String> setAside = new HashSet<>();
    for (FileFacts file : read) {
      rejections.addAll(file.rejections());
      SortedMap<LocalDate, Rejection> none = judge.setAside(file.file(), file.weights());
      rejections.addAll(none.values());
      if (!none.isEmpty()) {
        setAside.add(file.file().path());
      }
      file.maps().stream().filter(map -> !none.containsKey(map.id().mapDate())).forEach(maps::add);
    }
    SourceTimeline timeline = SourceTimeline.of(source.id(), maps);
    List<InputFile> files = new ArrayList<>();
    for (FileFacts file : read) {
      String path = file.file().path();
      FileRole without = setAside.contains(path) ? FileRole.SET_ASIDE : FileRole.FAILED;
      files.add(new InputFile(file.file(), timeline.roles().getOrDefault(path, without)));
    }
    var judged =
        new SourceMaps(
            source, timeline, files, rejections.stream().sorted().toList(), rules(read, config));
    judged.refuseFailed(limits);
    long all = read.stream().mapToLong(file -> file.maps().size()).sum();
    judged.refuseSetAside(limits, all);
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
    return new SourceMaps(source, kept, roles, rejections, rules);
  }

  private static Rules rules(List<FileFacts> read, RunConfig config) {
    List<RuleMatch> matches = new ArrayList<>();
    List<VocabularyBreaks.RuledMap> maps = new ArrayList<>();
    for (FileFacts file : read) {
      matches.addAll(file.rules());
      for (SnapshotFacts facts : file.maps()) {
        List<RuleMatch> own =
            file.rules().stream().filter(match -> match.map().equals(facts.id())).toList();
        maps.add(new VocabularyBreaks.RuledMap(facts, own));
      }
    }
    return new Rules(matches, VocabularyBreaks.find(maps, config.checks().limits().settledMaps()));
  }

  /** The files one by one, layers of one map among them. */
  Stream<InputFile> everyFile() {
    return files.stream().flatMap(file -> file.files().stream());
  }

  /** The maps that are none, each with the reason. */
  List<Rejection> setAside() {
    return of(RejectionReason.Outcome.SET_ASIDE);
  }

  private List<Rejection> of(RejectionReason.Outcome outcome) {
    return rejections.stream().filter(r -> r.reason().outcome() == outcome).toList();
  }

  private void refuseFailed(RunConfig.Limits limits) {
    List<Rejection> failed = of(RejectionReason.Outcome.FILE_FAILED);
    if (limits.onBadFile() == RunConfig.OnBadFile.STOP && !failed.isEmpty()) {
      throw new InputException(
          "Cannot use "
              + failed.size()
              + " of source "
              + source.id()
              + "'s files:"
              + shown(failed)
              + "\nMend or remove them, or set on-bad-file: quarantine to go on without.");
    }
  }

  /**
   * @param maps how many were read
   */
  private void refuseSetAside(RunConfig.Limits limits, long maps) {
    List<Rejection> aside = setAside();
    if (aside.size() > limits.maxSetAsideShare() * maps) {
      throw new InputException(
          "Cannot use source "
              + source.id()
              + ": "
              + aside.size()
              + " of "
              + maps
              + " maps set aside, expected at most a share of "
              + limits.maxSetAsideShare()
              + " (max-set-aside-share)"
              + shown(aside)
              + firstRejections());
    }
    if (timeline.isEmpty()) {
      throw new InputException(
          "Cannot use source "
              + source.id()
              + ": no map is left"
              + shown(of(RejectionReason.Outcome.FILE_FAILED))
              + shown(aside)
              + firstRejections());
    }
  }

  private static String shown(List<Rejection> rejections) {
    var text = new StringBuilder();
    rejections.stream()
        .limit(SHOWN)
        .forEach(
            r ->
                text.append("\n  ")
                    .append(r.file())
                    .append(": ")
                    .append(r.reason().meaning())
                    .append(": ")
                    .append(r.detail()));
    return text.append(rejections.size() > SHOWN ? "\n  ..." : "").toString();
  }

  /** Of each reason for which polygons were rejected, how often and where first. */
  private String firstRejections() {
    return QuarantineDigest.ofMaps(rejections).stream()
        .map(line -> "\n  " + line)
        .collect(Collectors.joining());
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
