package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputFile;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.SourceReport;
import org.territorydelta.spark.SummaryStage.SourceOutcome;
import org.territorydelta.spark.SummaryStage.SourceRows;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.SourceTimeline;

/**
 * One run, from files to written tables: read, judge, compare, sum up, write, check. The driver
 * holds what is known of files and maps, never their ground.
 */
public final class TerritoryRun {
  /** Of the tables; see the data dictionary. */
  public static final int SCHEMA_VERSION = Table.SCHEMA_VERSION;

  private static final int SHOWN_VIOLATIONS = 20;

  private final String folder;
  private final JavaSparkContext context;
  private final RunConfig config;
  private final TableWriter writer;
  private final StageClock clock = new StageClock();
  private final PeriodCalendar calendar;

  private TerritoryRun(JavaSparkContext context, RunConfig config, String folder)
      throws IOException {
    this.context = context;
    this.folder = folder;
    this.config = config;
    this.writer = new TableWriter(context.hadoopConfiguration(), folder);
    this.calendar = new PeriodCalendar(config.periods().every(), config.periods().named());
  }

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

  /**
   * Runs the job and proves the laws on what it wrote.
   *
   * @param regions asked for when the maps have been read
   * @param folder where the tables are written; it must not hold any yet
   */
  public static Outcome run(
      JavaSparkContext context,
      RunConfig config,
      List<SourceFile> files,
      Supplier<PreparedRegions> regions,
      String folder)
      throws IOException {
    return new TerritoryRun(context, config, folder).run(files, regions);
  }

  private Outcome run(List<SourceFile> files, Supplier<PreparedRegions> prepared)
      throws IOException {
    describe("reading maps");
    JavaRDD<ReadStage.ReadFile> read = ReadStage.read(context, config.sources(), files);
    try {
      List<SourceMaps> sources = judge(read.map(ReadStage.ReadFile::facts).collect());
      clock.ended("read", readLine(files, sources));

      PreparedRegions regions = prepared.get();
      RegionTree tree = regions.tree();
      describe("comparing maps");
      JavaRDD<ChangeStage.UnitResult> compared = compare(read, sources, regions);
      JavaRDD<SourceRows> rows = summarise(compared, sources, tree);
      try {
        List<SourceOutcome> outcomes = rows.map(SourceRows::outcome).collect();
        clock.ended("compare", compareLine(outcomes));
        List<TableFile> written = write(sources, tree, rows);
        long count = written.stream().mapToLong(TableFile::rows).sum();
        clock.ended("write", count + " rows in " + written.size() + " files");
        check(written);
        clock.ended("check", "all laws hold");
        List<InputFile> inputs =
            sources.stream().flatMap(source -> source.files().stream()).toList();
        return new Outcome(
            written,
            RunReports.sources(sources, outcomes),
            RunReports.counters(outcomes),
            inputs,
            clock.seconds());
      } finally {
        rows.unpersist();
      }
    } finally {
      read.unpersist();
    }
  }

  private void check(List<TableFile> written) throws IOException {
    List<Violation> broken = new LawCheck(context, folder).check(written, config.layerSets());
    if (!broken.isEmpty()) {
      throw new LawBrokenException("Cannot publish: " + Violation.text(broken, SHOWN_VIOLATIONS));
    }
  }

  private void describe(String work) {
    context.sc().setJobDescription(work);
  }

  private List<SourceMaps> judge(List<ReadStage.FileFacts> read) {
    Map<String, List<ReadStage.FileFacts>> bySource = new HashMap<>();
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

  private static String readLine(List<SourceFile> files, List<SourceMaps> sources) {
    long maps = sources.stream().mapToLong(s -> s.timeline().recorded().size()).sum();
    long rejected = sources.stream().mapToLong(s -> s.parts().rejected()).sum();
    return files.size() + " files in, " + maps + " maps out, " + rejected + " polygons rejected";
  }

  private JavaRDD<ChangeStage.UnitResult> compare(
      JavaRDD<ReadStage.ReadFile> read, List<SourceMaps> sources, PreparedRegions regions) {
    var units = new ArrayList<WorkUnit>();
    var snapshots = new HashMap<SnapshotId, SnapshotFacts>();
    for (SourceMaps source : sources) {
      PairPlan plan = PairPlan.of(source.timeline(), calendar, config.limits().maxStalenessDays());
      units.addAll(WorkUnit.of(source.timeline(), plan));
      source
          .timeline()
          .recorded()
          .forEach(recorded -> snapshots.put(recorded.facts().id(), recorded.facts()));
    }
    return ChangeStage.compare(
        context, read, new ChangeStage.Shared(units, new HashMap<>(regions.indexes()), snapshots));
  }

  private JavaRDD<SourceRows> summarise(
      JavaRDD<ChangeStage.UnitResult> compared, List<SourceMaps> sources, RegionTree tree) {
    var timelines = new HashMap<String, SourceTimeline>();
    sources.forEach(source -> timelines.put(source.source().id(), source.timeline()));
    return SummaryStage.summarise(
        context,
        compared,
        new SummaryStage.Shared(
            timelines,
            tree,
            new ArrayList<>(config.layerSets()),
            calendar,
            config.limits().maxStalenessDays()));
  }

  private static String compareLine(List<SourceOutcome> outcomes) {
    long pairs = outcomes.stream().mapToLong(o -> o.counters().pairs()).sum();
    return pairs + " pairs of maps compared";
  }

  private List<TableFile> write(List<SourceMaps> sources, RegionTree tree, JavaRDD<SourceRows> rows)
      throws IOException {
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
    List<TableFile> written =
        Concurrently.all(
            List.of(
                () -> write(Tables.AREA_DELTA, rows.flatMap(r -> r.areaDeltas().iterator())),
                () -> write(Tables.CONTROL_AREA, rows.flatMap(r -> r.controlAreas().iterator())),
                () -> write(Tables.TRANSITION, rows.flatMap(r -> r.transitions().iterator())),
                () -> write(new InputFileCodec(), inputs),
                () -> write(new SnapshotCodec(), recorded),
                () -> write(new MapDayCodec(), MapDay.of(timelines, maxStaleness)),
                () -> write(new RegionCodec(), tree.regions()),
                () -> write(new QuarantineCodec(), rejections)));
    writer.finish();
    return written;
  }

  private <T> List<TableFile> write(RowCodec<T> codec, List<T> values) throws IOException {
    return writer.write(codec.table(), SummaryStage.rows(codec, values));
  }

  private List<TableFile> write(Table table, JavaRDD<Row> rows) throws IOException {
    return writer.write(table, rows);
  }
}
