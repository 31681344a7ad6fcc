package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.normalise.InputBalance;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.report.ReportSummary;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.SourceReport;
import org.territorydelta.spark.SummaryStage.SourceOutcome;
import org.territorydelta.spark.inputs.ReadStage.FileFacts;
import org.territorydelta.spark.inputs.SourceFile;
import org.territorydelta.spark.laws.Laws;
import org.territorydelta.spark.output.OutputAudit;
import org.territorydelta.spark.session.Concurrently;
import org.territorydelta.spark.session.StageClock;
import org.territorydelta.spark.tables.RegionTable;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.TableWriter;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.SourceTimeline;

/**
 * One run, from files to written tables: read, judge, compare, sum up, write, check. The driver
 * holds what is known of files and maps, never their ground. Whatever an earlier run on the same
 * output found out and that still holds is taken over; the tables are the same either way.
 */
public final class TerritoryRun {
  /** Of the tables; see the data dictionary. */
  public static final int SCHEMA_VERSION = Table.SCHEMA_VERSION;

  private static final Logger LOG = LoggerFactory.getLogger(TerritoryRun.class);

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Request request;
  private final RunConfig config;
  private final Fingerprints prints;
  private final TableWriter writer;
  private final StageClock clock = new StageClock();
  private final ReportStage reports;

  private TerritoryRun(SparkSession spark, Request request) throws IOException {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.request = request;
    this.config = request.config();
    this.prints = Fingerprints.of(request.former().code(), config, request.former().regionHashes());
    this.writer = new TableWriter(spark, request.folder());
    this.reports = ReportStage.read(config, request.reports(), request.regions(), context);
  }

  /**
   * What a run is to do.
   *
   * @param reports files of claims, events and places, each with its kind for a source
   * @param regions asked for when the maps have been read, or before that when there are reports
   * @param folder where the tables are written; it must not hold any yet
   * @param audit whether the laws are tried on the written tables, too, as {@code check} does
   */
  public record Request(
      RunConfig config,
      List<SourceFile> files,
      List<SourceFile> reports,
      Supplier<PreparedRegions> regions,
      String folder,
      Former former,
      boolean audit) {}

  /**
   * Where an earlier run may have left its findings, and what they hang on.
   *
   * @param output the earlier output; empty to compute everything anew
   * @param code tells this program from any other version of it
   * @param regionHashes one line for each regions file
   * @param verifyInputs whether files that look unchanged are hashed again
   */
  public record Former(
      Optional<String> output, String code, List<String> regionHashes, boolean verifyInputs) {}

  /**
   * What a run did.
   *
   * @param counters what was counted, by a name for the manifest
   * @param inputs hash of every input file that was read, by source and path
   * @param reports what is to be said of claims and events, if there were any
   * @param violations every break of a law; with any, the tables are not to be published
   */
  public record Outcome(
      List<TableFile> files,
      List<SourceReport> sources,
      Map<String, Object> counters,
      List<InputFile> inputs,
      Map<String, Double> stageSeconds,
      Optional<ReportSummary> reports,
      List<Violation> violations) {}

  /**
   * Runs the job and looks whether the laws hold on what it wrote. Where figures contradict each
   * other before there is a table of them, it stops, and writes what is known of the files alone.
   */
  public static Outcome run(SparkSession spark, Request request) throws IOException {
    return new TerritoryRun(spark, request).run();
  }

  private Outcome run() throws IOException {
    // Whatever is wrong with a source's baseline is told here, not by a task.
    config.sources().forEach(SnapshotNormaliser::new);
    Optional<String> output = request.former().output();
    FormerRun former =
        output.isPresent() ? FormerRun.in(output.get(), prints.code(), context) : FormerRun.none();
    describe("reading maps");
    try (var reading = new MapReading(context, config, prints, request.files())) {
      reading.read(former, request.former().verifyInputs());
      Optional<Outcome> outcome = compare(reading);
      if (outcome.isEmpty()) {
        LOG.info("Nothing is reused of the former run: a file changed and kept its time");
        describe("reading maps");
        reading.read(FormerRun.none(), false);
        outcome = compare(reading);
      }
      return outcome.orElseThrow();
    }
  }

  /** Nothing, if a file turned out not to hold what the former run read from it. */
  private Optional<Outcome> compare(MapReading reading) throws IOException {
    List<SourceMaps> sources = judge(reading.facts());
    clock.ended("read", readLine(reading, sources));
    PreparedRegions regions = request.regions().get();
    try (var comparison = new Comparison(context, config, prints, reading, regions, reports)) {
      Optional<Comparison.Result> compared = comparison.of(sources);
      if (compared.isEmpty()) {
        return Optional.empty();
      }
      clock.ended("compare", compareLine(compared.get()));
      return Optional.of(written(reading, comparison, compared.get(), regions));
    } catch (Exception e) {
      Optional<LawBrokenException> broken = LawBrokenException.behind(e);
      if (broken.isEmpty()) {
        throw e;
      }
      return Optional.of(stopped(sources, broken.get()));
    }
  }

  /** What is left of a run whose figures contradict each other: the reason, and what was read. */
  private Outcome stopped(List<SourceMaps> sources, LawBrokenException broken) throws IOException {
    var violation =
        new Violation(
            Violation.NO_TABLE, BrokenMaps.named(broken.maps(), sources), broken.getMessage());
    writer.forgetAll();
    List<TableFile> written = new ArrayList<>();
    written.addAll(write(Tables.INPUT_FILE, inputs(sources)));
    written.addAll(write(Tables.QUARANTINE, rejections(sources)));
    return outcome(
        sources, List.of(), written, new TreeMap<>(), Optional.empty(), List.of(violation));
  }

  private Outcome outcome(
      List<SourceMaps> sources,
      List<SourceReport> told,
      List<TableFile> written,
      Map<String, Object> counters,
      Optional<ReportSummary> summary,
      List<Violation> violations)
      throws IOException {
    if (!violations.isEmpty()) {
      write(Tables.VIOLATION, violations);
    }
    return new Outcome(
        written,
        told,
        counters,
        Stream.concat(sources.stream().flatMap(SourceMaps::everyFile), reports.files().stream())
            .toList(),
        clock.seconds(),
        summary,
        violations);
  }

  private Outcome written(
      MapReading reading,
      Comparison comparison,
      Comparison.Result compared,
      PreparedRegions regions)
      throws IOException {
    ReportStage.Written weighed =
        reports.written(
            context,
            compared.reports(),
            compared.regions(),
            compared.timelines(),
            compared.breaks());
    List<TableFile> written = write(compared, regions, weighed);
    comparison.leave(compared, request.folder());
    long count = written.stream().mapToLong(TableFile::rows).sum();
    clock.ended("write", count + " rows in " + written.size() + " files");
    List<Violation> broken = proved(compared.sources(), written);
    clock.ended(
        "check",
        broken.isEmpty()
            ? request.audit() ? "all laws hold" : "rows as computed"
            : broken.size() + " breaks of a law");
    Map<String, Object> counters = RunReports.counters(compared);
    counters.put("files-taken-over", (long) reading.reuse().known().size());
    return outcome(
        compared.sources(),
        RunReports.sources(compared),
        written,
        counters,
        weighed.summary(),
        broken);
  }

  /** What does not hold on what was written; the figures proved themselves when they were made. */
  private List<Violation> proved(List<SourceMaps> sources, List<TableFile> written)
      throws IOException {
    describe("checking what was written");
    List<Violation> violations =
        new ArrayList<>(InputBalance.check(inputs(sources), rejections(sources)));
    var audit = new OutputAudit(spark, request.folder());
    violations.addAll(
        request.audit() ? audit.violations(written, Laws.all()) : audit.contents(written));
    return violations;
  }

  private void describe(String work) {
    context.sc().setJobDescription(work);
  }

  private List<SourceMaps> judge(List<FileFacts> read) {
    Map<String, List<FileFacts>> bySource = new HashMap<>();
    read.stream()
        .sorted(Comparator.comparing(file -> file.file().path()))
        .forEach(
            file ->
                bySource
                    .computeIfAbsent(file.file().sourceId(), id -> new ArrayList<>())
                    .add(file));
    return config.sources().stream()
        .map(source -> SourceMaps.of(source, bySource.getOrDefault(source.id(), List.of()), config))
        .sorted(Comparator.comparing(source -> source.source().id()))
        .toList();
  }

  private static String readLine(MapReading reading, List<SourceMaps> sources) {
    long maps = sources.stream().mapToLong(s -> s.timeline().recorded().size()).sum();
    long rejected = sources.stream().mapToLong(s -> s.parts().rejected()).sum();
    int known = reading.reuse().known().size();
    return reading.facts().size()
        + " files in, "
        + maps
        + " maps out, "
        + rejected
        + " polygons rejected"
        + (known > 0 ? "; " + known + " files as before" : "");
  }

  private static String compareLine(Comparison.Result compared) {
    long pairs = compared.outcomes().stream().mapToLong(o -> o.counters().pairs()).sum();
    long known = compared.outcomes().stream().mapToLong(SourceOutcome::takenOver).sum();
    return pairs
        + " pairs of maps compared"
        + (known > 0 ? "; " + known + " findings as before" : "");
  }

  private List<TableFile> write(
      Comparison.Result compared, PreparedRegions regions, ReportStage.Written weighed)
      throws IOException {
    int maxStaleness = config.limits().maxStalenessDays();
    List<SourceTimeline> timelines = compared.timelines();
    List<SourceTimeline.Recorded> recorded =
        timelines.stream().flatMap(timeline -> timeline.recorded().stream()).toList();
    List<RuleMatch> matches =
        compared.sources().stream().flatMap(source -> source.rules().matches().stream()).toList();
    long regionRows = compared.regions().rowsAtMost();
    long pairRows = regionRows * timelines.size();
    // Each table is a job of its own with little to do; side by side they fill the cores.
    List<Callable<List<TableFile>>> jobs = new ArrayList<>(weighed.jobs(writer));
    jobs.addAll(
        List.of(
            () -> writer.write(Tables.AREA_DELTA, compared.regions().areaDeltas(), regionRows),
            () -> writer.write(Tables.CONTROL_AREA, compared.regions().controlAreas(), regionRows),
            () -> writer.write(Tables.TRANSITION, compared.regions().transitions(), regionRows),
            () -> counted(Tables.CHANGE_POLYGON, compared.pieces()),
            () -> writer.write(Tables.SOURCE_AGREEMENT, compared.agreement().rows(), pairRows),
            () -> counted(Tables.DISAGREEMENT_POLYGON, compared.agreement().polygons()),
            () -> write(Tables.SERIES_BREAK, compared.breaks()),
            () -> write(Tables.RULE_MATCH, matches),
            () -> write(Tables.INPUT_FILE, inputs(compared.sources())),
            () -> write(Tables.LAYER_SET, layerSets()),
            () -> write(Tables.SNAPSHOT, recorded),
            () -> write(Tables.MAP_DAY, MapDay.of(timelines, maxStaleness)),
            () ->
                write(
                    Tables.REGION,
                    RegionTable.bordered(regions.tree().regions(), regions.borders())),
            () -> write(Tables.QUARANTINE, rejections(compared.sources()))));
    return Concurrently.all(jobs);
  }

  /** Each status of each set, as a set of its own. */
  private List<LayerSet> layerSets() {
    return config.layerSets().stream()
        .flatMap(
            set -> set.statuses().stream().map(status -> new LayerSet(set.name(), Set.of(status))))
        .toList();
  }

  private List<InputFile> inputs(List<SourceMaps> sources) {
    return Stream.concat(reports.files().stream(), sources.stream().flatMap(SourceMaps::everyFile))
        .toList();
  }

  private List<Rejection> rejections(List<SourceMaps> sources) {
    return Stream.concat(
            reports.rejections().stream(),
            sources.stream().flatMap(source -> source.rejections().stream()))
        .toList();
  }

  private <T> List<TableFile> write(Table<T> table, List<T> values) throws IOException {
    return writer.write(table, table.rows(values));
  }

  private List<TableFile> counted(Table<?> table, JavaRDD<Row> rows) throws IOException {
    return writer.write(table, rows, rows.count());
  }
}
