package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputFile;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.Violation;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.SourceReport;
import org.territorydelta.spark.ReadStage.FileFacts;
import org.territorydelta.spark.SummaryStage.SourceOutcome;
import org.territorydelta.spark.SummaryStage.SourceRows;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.summary.SourceSummary;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.SourceTimeline;
import org.territorydelta.timeline.ToldPeriods;

/**
 * One run, from files to written tables: read, judge, compare, sum up, write, check. The driver
 * holds what is known of files and maps, never their ground. Whatever an earlier run on the same
 * output found out and that still holds is taken over; the tables are the same either way.
 */
public final class TerritoryRun {
  /** Of the tables; see the data dictionary. */
  public static final int SCHEMA_VERSION = Table.SCHEMA_VERSION;

  private static final Logger LOG = LoggerFactory.getLogger(TerritoryRun.class);

  private static final int SHOWN_VIOLATIONS = 20;

  private final JavaSparkContext context;
  private final Request request;
  private final RunConfig config;
  private final Fingerprints prints;
  private final TableWriter writer;
  private final StageClock clock = new StageClock();
  private final PeriodCalendar calendar;

  private TerritoryRun(JavaSparkContext context, Request request) throws IOException {
    this.context = context;
    this.request = request;
    this.config = request.config();
    this.prints = Fingerprints.of(request.former().code(), config, request.former().regionHashes());
    this.writer = new TableWriter(context.hadoopConfiguration(), request.folder());
    this.calendar = new PeriodCalendar(config.periods().every(), config.periods().named());
  }

  /**
   * What a run is to do.
   *
   * @param regions asked for when the maps have been read
   * @param folder where the tables are written; it must not hold any yet
   */
  public record Request(
      RunConfig config,
      List<SourceFile> files,
      Supplier<PreparedRegions> regions,
      String folder,
      Former former) {}

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
   */
  public record Outcome(
      List<TableFile> files,
      List<SourceReport> sources,
      Map<String, Object> counters,
      List<InputFile> inputs,
      Map<String, Double> stageSeconds) {}

  /** Runs the job and proves the laws on what it wrote. */
  public static Outcome run(JavaSparkContext context, Request request) throws IOException {
    return new TerritoryRun(context, request).run();
  }

  private Outcome run() throws IOException {
    // Whatever is wrong with a source's baseline is told here, not by a task.
    config.sources().forEach(SnapshotNormaliser::new);
    Optional<String> output = request.former().output();
    FormerRun former =
        output.isPresent()
            ? FormerRun.in(output.get(), prints.code(), context.hadoopConfiguration())
            : FormerRun.none();
    describe("reading maps");
    try (var reading = new MapReading(context, config, prints, request.files())) {
      reading.read(former, request.former().verifyInputs());
      List<SourceMaps> sources = judge(reading.facts());
      ComparisonPlan plan = ComparisonPlan.of(sources, reading.takeover(), periods());
      if (!reading.readAgain(plan.files())) {
        LOG.info("Nothing is taken over from the former run: a file changed and kept its time");
        reading.read(FormerRun.none(), false);
        sources = judge(reading.facts());
        plan = ComparisonPlan.of(sources, reading.takeover(), periods());
      }
      clock.ended("read", readLine(reading, sources));
      return compare(reading, sources, plan);
    }
  }

  private Outcome compare(MapReading reading, List<SourceMaps> sources, ComparisonPlan plan)
      throws IOException {
    PreparedRegions regions = request.regions().get();
    describe("comparing maps");
    JavaRDD<SourceChanges> compared =
        ChangeStage.compare(
            context,
            reading.files(),
            new ChangeStage.Shared(
                plan.units(), new HashMap<>(regions.indexes()), plan.maps(), regions.teller()));
    JavaRDD<SourceRows> rows =
        SummaryStage.summarise(
            context, compared, shared(reading.takeover(), sources, regions.tree()));
    try {
      List<SourceOutcome> outcomes = rows.map(SourceRows::outcome).collect();
      clock.ended("compare", compareLine(outcomes));
      List<TableFile> written = write(sources, regions.tree(), rows, outcomes);
      leave(reading, rows);
      writer.finish();
      long count = written.stream().mapToLong(TableFile::rows).sum();
      clock.ended("write", count + " rows in " + written.size() + " files");
      check(written);
      clock.ended("check", "all laws hold");
      Map<String, Object> counters = RunReports.counters(outcomes);
      counters.put("files-taken-over", (long) reading.takeover().known().size());
      counters.put("findings", outcomes.stream().mapToLong(SourceOutcome::findings).sum());
      counters.put(
          "findings-taken-over", outcomes.stream().mapToLong(SourceOutcome::takenOver).sum());
      return new Outcome(
          written,
          RunReports.sources(sources, outcomes),
          counters,
          sources.stream().flatMap(source -> source.files().stream()).toList(),
          clock.seconds());
    } finally {
      rows.unpersist();
    }
  }

  private SummaryStage.Shared shared(Takeover takeover, List<SourceMaps> sources, RegionTree tree) {
    var timelines = new HashMap<String, SourceTimeline>();
    var former = new HashMap<String, String>();
    for (SourceMaps source : sources) {
      String id = source.source().id();
      timelines.put(id, source.timeline());
      if (takeover.measured(id).isPresent()) {
        former.put(id, request.former().output().orElseThrow());
      }
    }
    return new SummaryStage.Shared(
        timelines,
        new HashMap<>(takeover.maps()),
        former,
        tree,
        new ArrayList<>(config.layerSets()),
        calendar,
        periods().told(),
        config.limits().maxStalenessDays(),
        new SourceSummary.Options(config.figures().bandLagDays(), config.figures().diagonal()));
  }

  private ComparisonPlan.Periods periods() {
    return new ComparisonPlan.Periods(
        calendar,
        new ToldPeriods(Set.copyOf(config.pieces().every())),
        config.limits().maxStalenessDays());
  }

  /** Leaves what was found out for the next run. */
  private void leave(MapReading reading, JavaRDD<SourceRows> rows) throws IOException {
    String folder = request.folder();
    describe("leaving findings for the next run");
    List<FormerRun.Left> left =
        rows.map(
                row ->
                    FormerRun.leave(
                        row.changes(), row.told(), folder, TaskContext.get().taskAttemptId()))
            .collect();
    var sources = new HashMap<String, FormerRun.Source>();
    for (FormerRun.Left changes : left) {
      String id = changes.sourceId();
      writer.place(changes.made(), FormerRun.changesFile(folder, id));
      sources.put(
          id,
          new FormerRun.Source(
              prints.sources().get(id),
              reading.knownFiles(id),
              changes.pairs(),
              changes.told(),
              prints.telling(),
              changes.stocks(),
              changes.chains()));
    }
    FormerRun.of(prints.code(), sources).write(folder, context.hadoopConfiguration());
  }

  private void check(List<TableFile> written) throws IOException {
    List<Violation> broken =
        new LawCheck(context, request.folder()).check(written, config.layerSets());
    if (!broken.isEmpty()) {
      throw new LawBrokenException("Cannot publish: " + Violation.text(broken, SHOWN_VIOLATIONS));
    }
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
        .map(
            source ->
                SourceMaps.of(
                    source, bySource.getOrDefault(source.id(), List.of()), config.limits()))
        .sorted(Comparator.comparing(source -> source.source().id()))
        .toList();
  }

  private static String readLine(MapReading reading, List<SourceMaps> sources) {
    long maps = sources.stream().mapToLong(s -> s.timeline().recorded().size()).sum();
    long rejected = sources.stream().mapToLong(s -> s.parts().rejected()).sum();
    int known = reading.takeover().known().size();
    return reading.facts().size()
        + " files in, "
        + maps
        + " maps out, "
        + rejected
        + " polygons rejected"
        + (known > 0 ? "; " + known + " files as before" : "");
  }

  private static String compareLine(List<SourceOutcome> outcomes) {
    long pairs = outcomes.stream().mapToLong(o -> o.counters().pairs()).sum();
    long known = outcomes.stream().mapToLong(SourceOutcome::takenOver).sum();
    return pairs
        + " pairs of maps compared"
        + (known > 0 ? "; " + known + " findings as before" : "");
  }

  private List<TableFile> write(
      List<SourceMaps> sources,
      RegionTree tree,
      JavaRDD<SourceRows> rows,
      List<SourceOutcome> outcomes)
      throws IOException {
    JavaRDD<Row> areaDeltas = SummaryStage.areaDeltas(context, rows, outcomes);
    int maxStaleness = config.limits().maxStalenessDays();
    List<SourceTimeline> timelines = sources.stream().map(SourceMaps::timeline).toList();
    List<InputFile> inputs = new ArrayList<>();
    List<SourceTimeline.Recorded> recorded = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (SourceMaps source : sources) {
      inputs.addAll(source.files());
      recorded.addAll(source.timeline().recorded());
      rejections.addAll(source.rejections());
    }
    // Each table is a job of its own with little to do; side by side they fill the cores.
    return Concurrently.all(
        List.of(
            () -> write(Tables.AREA_DELTA, areaDeltas),
            () -> write(Tables.CONTROL_AREA, rows.flatMap(r -> r.controlAreas().iterator())),
            () -> write(Tables.TRANSITION, rows.flatMap(r -> r.transitions().iterator())),
            () -> write(Tables.CHANGE_POLYGON, rows.flatMap(r -> r.changePolygons().iterator())),
            () -> write(new InputFileCodec(), inputs),
            () -> write(new SnapshotCodec(), recorded),
            () -> write(new MapDayCodec(), MapDay.of(timelines, maxStaleness)),
            () -> write(new RegionCodec(), tree.regions()),
            () -> write(new QuarantineCodec(), rejections)));
  }

  private <T> List<TableFile> write(RowCodec<T> codec, List<T> values) throws IOException {
    return writer.write(codec.table(), SummaryStage.rows(codec, values));
  }

  private List<TableFile> write(Table table, JavaRDD<Row> rows) throws IOException {
    return writer.write(table, rows);
  }
}
