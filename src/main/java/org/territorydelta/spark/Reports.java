package org.territorydelta.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.territorydelta.config.RunConfig;
import org.territorydelta.extract.ProposalFiles;
import org.territorydelta.extract.Proposals;
import org.territorydelta.model.InputException;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.Tally;
import org.territorydelta.normalise.ClaimReader;
import org.territorydelta.normalise.EventReader;
import org.territorydelta.normalise.ReportFile;
import org.territorydelta.normalise.SettlementReader;
import org.territorydelta.read.UnreadableFileException;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.SourceFile;

/** What was said and reported, as its files have it; the rows that cannot be used beside it. */
record Reports(
    List<Claim> claims,
    List<ReportEvent> events,
    List<Settlement> places,
    List<InputFile> files,
    List<Rejection> rejections) {

  static final Reports NONE = new Reports(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Reads a kind of report. */
  private interface Reader<T> {
    ReportFile<T> read(String path, InputStream in, String encoding) throws IOException;
  }

  /**
   * @param found the files of every kind, each with its kind for a source
   * @throws InputException when a file cannot be read and the config says to stop
   */
  static Reports read(
      RunConfig config,
      List<SourceFile> found,
      Collection<RegionFacts> regions,
      List<Proposals> proposals,
      Configuration hadoop)
      throws IOException {
    List<InputFile> files = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    var reading =
        new Reading(
            config.limits().onBadFile(), config.reports().encoding(), hadoop, files, rejections);
    RunConfig.Proposals accepted = config.reports().proposals();
    var claimReader = new ClaimReader(regions, config.limits().maxClaimedShare(), accepted);
    var eventReader = new EventReader(regions, accepted);
    List<Claim> claims = reading.all(of(RunConfig.Reports.CLAIMS, found), claimReader::read);
    List<ReportEvent> events = reading.all(of(RunConfig.Reports.EVENTS, found), eventReader::read);
    if (!proposals.isEmpty()) {
      claims =
          with(
              claims,
              reading.one(
                  "proposed-claims.csv", ProposalFiles.claims(proposals), claimReader::read));
      events =
          with(
              events,
              reading.one(
                  "proposed-events.csv", ProposalFiles.events(proposals), eventReader::read));
    }
    return new Reports(
        claims,
        events,
        reading.all(of(RunConfig.Reports.PLACES, found), new SettlementReader(regions)::read),
        files,
        rejections);
  }

  /** A text for each file that has rows or should have some, and of which none was used. */
  List<String> unusedFiles() {
    List<String> texts = new ArrayList<>();
    for (InputFile input : files) {
      long rows = input.file().features().read();
      String path = input.file().path();
      if (input.role() == FileRole.FAILED) {
        texts.add("No row of " + path + " was used: the file cannot be read.");
      } else if (rows > 0 && input.file().features().used() == 0) {
        texts.add("No row of " + path + " was used: all " + rows + " are in quarantine.");
      }
    }
    return texts;
  }

  private static <T> List<T> with(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static List<SourceFile> of(String kind, List<SourceFile> found) {
    return found.stream().filter(file -> file.sourceId().equals(kind)).toList();
  }

  /** Reads file by file and keeps account. */
  private record Reading(
      RunConfig.OnBadFile onBadFile,
      String encoding,
      Configuration hadoop,
      List<InputFile> files,
      List<Rejection> rejections) {
    <T> List<T> all(List<SourceFile> kind, Reader<T> reader) throws IOException {
      List<T> values = new ArrayList<>();
      for (SourceFile file : kind) {
        try (InputStream in = InputFiles.open(new Path(file.uri()), hadoop)) {
          ReportFile<T> read = reader.read(file.shownPath(), in, encoding);
          values.addAll(read.values());
          rejections.addAll(read.rejections());
          files.add(new InputFile(read.file(), FileRole.REPORT));
        } catch (UnreadableFileException e) {
          failed(file, e);
        }
      }
      return values;
    }

    /** What was read from texts, as the file that it would be. */
    <T> List<T> one(String name, String csv, Reader<T> reader) throws IOException {
      try (var in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))) {
        ReportFile<T> read = reader.read(name, in, "");
        rejections.addAll(read.rejections());
        files.add(new InputFile(read.file(), FileRole.REPORT));
        return read.values();
      }
    }

    private void failed(SourceFile file, UnreadableFileException why) {
      if (onBadFile == RunConfig.OnBadFile.STOP) {
        throw new InputException(
            "Cannot read "
                + file.sourceId()
                + ": path='"
                + file.shownPath()
                + "', "
                + why.getMessage()
                + "\nMend or remove it, or set on-bad-file: quarantine to go on without.",
            why);
      }
      var content = new MapFile.Content("", file.bytes());
      files.add(
          new InputFile(
              new MapFile(
                  file.sourceId(),
                  file.shownPath(),
                  content,
                  List.of(),
                  List.of(),
                  Tally.ZERO,
                  Tally.ZERO,
                  new TreeMap<>()),
              FileRole.FAILED));
      rejections.add(
          new Rejection(
              file.sourceId(),
              file.shownPath(),
              Rejection.Place.FILE,
              RejectionReason.UNREADABLE_FILE,
              why.getMessage(),
              ""));
    }
  }
}
