package org.territorydelta.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputException;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.read.JsonProblem;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.TerritoryRun;

/** Makes the manifest of a run, and finds that of an output. */
final class Manifests {
  private Manifests() {}

  /**
   * The manifest of a finished run.
   *
   * @param regionHashes one line for each regions file
   */
  static RunManifest of(
      RunConfig config,
      TerritoryRun.Outcome outcome,
      List<String> regionHashes,
      String sparkVersion,
      RunManifest.Times times) {
    RunManifest.Code code = CodeVersion.current();
    ObjectNode resolved = RunManifest.tree(config);
    List<String> inputs = new ArrayList<>(regionHashes);
    outcome.inputs().forEach(input -> inputs.add(line(input.file())));
    Map<String, String> libraries = new LinkedHashMap<>();
    libraries.put("java", System.getProperty("java.version"));
    libraries.put("spark", sparkVersion);
    libraries.put("hadoop", VersionInfo.getVersion());
    libraries.put("jts", org.locationtech.jts.JTSVersion.CURRENT_VERSION.toString());
    return new RunManifest(
        TerritoryRun.SCHEMA_VERSION,
        RunManifest.runId(code, meaning(resolved), inputs),
        code,
        times,
        resolved,
        config.sources().stream()
            .map(
                source ->
                    new RunManifest.SourceTerms(
                        source.id(),
                        source.profile().licence().attribution(),
                        source.profile().licence().name(),
                        source.profile().licence().redistributeGeometry(),
                        source.profile().notice()))
            .toList(),
        outcome.files(),
        outcome.counters(),
        libraries,
        RunManifest.Laws.of(outcome.violations()));
  }

  /** What of a file the run's figures hang on: times of day where it has them, as order does. */
  private static String line(MapFile file) {
    List<Instant> times = file.dates().fileTimes();
    return file.sourceId()
        + " "
        + file.fileDates()
        + (times.isEmpty() ? " " : " " + times + " ")
        + file.mapDates()
        + " "
        + file.content().sha256();
  }

  /** The config without where things lie. */
  private static ObjectNode meaning(ObjectNode resolved) {
    ObjectNode meaning = resolved.deepCopy();
    meaning.remove(List.of("out", "catalog", "display"));
    meaning.withArray("sources").forEach(source -> ((ObjectNode) source).remove("path"));
    meaning.withArray("regions").forEach(level -> ((ObjectNode) level).remove("path"));
    meaning.withObject("/reports").remove(List.of("claims", "events", "settlements"));
    return meaning;
  }

  /**
   * The manifest of an output that a command is for.
   *
   * @param what the command would do with it
   */
  static RunManifest of(String what, String folder, Configuration hadoop) throws IOException {
    return in(new Path(folder), hadoop)
        .orElseThrow(
            () ->
                new UsageException(
                    "Cannot "
                        + what
                        + " "
                        + folder
                        + ": it holds no "
                        + RunManifest.FILE_NAME
                        + "; name the folder that a run has written"));
  }

  /**
   * The manifest of an output whose figures may be shown to others.
   *
   * @param what the command would do with it
   * @throws LawBrokenException when the output was rejected
   */
  static RunManifest lawful(String what, String folder, Configuration hadoop) throws IOException {
    RunManifest manifest = of(what, folder, hadoop);
    if (!manifest.laws().hold()) {
      throw new LawBrokenException(
          "Cannot "
              + what
              + " "
              + folder
              + ": the run rejected it for "
              + Violation.text(manifest.laws().breaks(), manifest.laws().first())
              + "\nIts figures contradict each other; name an output that was published.");
    }
    return manifest;
  }

  /**
   * The manifest in an output folder, if it has one.
   *
   * @throws InputException when it cannot be read
   */
  static Optional<RunManifest> in(Path folder, Configuration hadoop) throws IOException {
    var file = new Path(folder, RunManifest.FILE_NAME);
    FileSystem files = file.getFileSystem(hadoop);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = files.open(file)) {
      return Optional.of(
          RunManifest.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "Cannot use "
              + folder
              + ": its "
              + RunManifest.FILE_NAME
              + " cannot be read, "
              + (e instanceof StreamReadException
                  ? JsonProblem.text(e)
                  : "expected what a run writes there"),
          e);
    }
  }
}
