package org.territorydelta.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.territorydelta.claim.BandMargins;
import org.territorydelta.claim.GroundBook;
import org.territorydelta.claim.MeasuredGround;
import org.territorydelta.claim.MeasurementPlan;
import org.territorydelta.claim.MeasurementRequest;
import org.territorydelta.claim.Measurer;
import org.territorydelta.claim.PieceDepths;
import org.territorydelta.claim.ReportPlan;
import org.territorydelta.claim.SettlementCounter;
import org.territorydelta.claim.SourceBreaks;
import org.territorydelta.config.RunConfig;
import org.territorydelta.extract.Proposals;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.report.QuarantineDigest;
import org.territorydelta.report.ReportSummary;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.spark.inputs.SourceFile;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.TableWriter;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.SourceTimeline;

/**
 * The reports of a run, on the driver: read before any map is, then asked what must be found out
 * for them, and at the end made into rows of what was found. Few numbers come back from the tasks;
 * weighing them is quick.
 */
final class ReportStage {
  private final RunConfig config;
  private final RegionTree regions;
  private final Reports reports;
  private final ReportPlan plan;
  private MeasurementPlan todo;

  private ReportStage(RunConfig config, RegionTree regions, Reports reports) {
    this.config = config;
    this.regions = regions;
    this.reports = reports;
    this.plan = new ReportPlan(config, regions.regions(), reports.claims());
  }

  /**
   * Reads the report files. Where there are none, and nothing is to be compared, it does not wait
   * for the regions.
   *
   * @param found the files of every kind, each with its kind for a source
   */
  static ReportStage read(
      RunConfig config,
      List<SourceFile> found,
      Supplier<PreparedRegions> regions,
      JavaSparkContext spark)
      throws IOException {
    if (config.reports().isEmpty()) {
      return new ReportStage(config, new RegionTree(List.of()), Reports.NONE);
    }
    RegionTree tree = regions.get().tree();
    List<SourceFile> texts =
        found.stream().filter(f -> f.sourceId().equals(RunConfig.Reports.TEXTS)).toList();
    List<Proposals> proposals = ExtractStage.read(spark, texts);
    return new ReportStage(
        config,
        tree,
        Reports.read(config, found, tree.regions(), proposals, spark.hadoopConfiguration()));
  }

  List<InputFile> files() {
    return reports.files();
  }

  List<Rejection> rejections() {
    return reports.rejections();
  }

  /** What must be found out from the maps of each source. */
  ReportNeeds needs(List<SourceMaps> sources) {
    if (config.reports().isEmpty()) {
      return ReportNeeds.NONE;
    }
    Map<String, SourceTimeline> timelines = new TreeMap<>();
    sources.forEach(source -> timelines.put(source.source().id(), source.timeline()));
    todo = plan.measurements(timelines);
    var needs = new HashMap<String, ReportNeeds.OfSource>();
    timelines.forEach(
        (id, timeline) ->
            needs.put(
                id,
                ReportNeeds.OfSource.of(todo.ofSource(id), timeline, !reports.places().isEmpty())));
    List<Settlement> places = reports.places().stream().sorted().toList();
    return new ReportNeeds(needs, new ArrayList<>(places), key(places));
  }

  private static String key(List<Settlement> places) {
    MessageDigest digest = Sha256.digest();
    for (Settlement place : places) {
      digest.update((place.position() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }

  /** The rows of the reports' tables, and what the console says of them. */
  record Written(List<TableRows> tables, Optional<ReportSummary> summary) {
    List<Callable<List<TableFile>>> jobs(TableWriter writer) {
      List<Callable<List<TableFile>>> jobs = new ArrayList<>();
      tables.forEach(rows -> jobs.add(() -> rows.write(writer)));
      return jobs;
    }
  }

  /** All rows of a table, here or in tasks. */
  record TableRows(Table<?> table, List<Row> rows, Optional<JavaRDD<Row>> inTasks) {
    TableRows(Table<?> table, List<Row> rows) {
      this(table, rows, Optional.empty());
    }

    static <T> TableRows of(Table<T> table, List<T> values) {
      return new TableRows(table, table.rows(values));
    }

    static TableRows of(Table<?> table, JavaRDD<Row> inTasks) {
      return new TableRows(table, List.of(), Optional.of(inTasks));
    }

    List<TableFile> write(TableWriter writer) throws IOException {
      return inTasks.isPresent()
          ? writer.write(table, inTasks.get(), inTasks.get().count())
          : writer.write(table, rows);
    }
  }

  /**
   * Weighs the claims by what was found out.
   *
   * @param found what is not summed up by region
   * @param breaks of every source's series
   */
  Written written(
      JavaSparkContext spark,
      ReportRows found,
      RegionStage ledgers,
      List<SourceTimeline> timelines,
      List<SeriesBreak> breaks) {
    if (config.reports().isEmpty()) {
      return new Written(
          Tables.reports().map(table -> new TableRows(table, List.of())).toList(),
          Optional.empty());
    }
    List<ControlArea> stocks =
        ledgers.controlAreas(found.needs()).collect().stream()
            .map(Tables.CONTROL_AREA::fromPlain)
            .toList();
    Map<String, SourceTimeline> byId = new TreeMap<>();
    timelines.forEach(timeline -> byId.put(timeline.sourceId(), timeline));
    ReportPlan.Rows rows = rows(stocks, found.findings(regions), byId, new SourceBreaks(breaks));
    return new Written(
        List.of(
            TableRows.of(Tables.CLAIM_ASSESSMENT, rows.assessments()),
            TableRows.of(Tables.CLAIM_SUMMARY, rows.summaries()),
            TableRows.of(Tables.COMPARISON, rows.comparisons()),
            TableRows.of(Tables.REPRODUCTION, rows.reproductions()),
            TableRows.of(Tables.REPORT_EVENT, reports.events()),
            TableRows.of(
                Tables.REGION_TIMELINE,
                ReportRows.timeline(spark, ledgers, regions, config.layerSets(), reports)),
            TableRows.of(Tables.SETTLEMENT_CHANGE, found.settlementChanges(timelines))),
        Optional.of(summary(rows.assessments())));
  }

  private ReportSummary summary(Collection<ClaimAssessment> assessments) {
    SortedMap<ClaimLabel, Long> labels = new TreeMap<>();
    assessments.stream()
        .filter(row -> row.counted() && row.against().known() == AsKnown.NOW)
        .forEach(row -> labels.merge(row.label(), 1L, Long::sum));
    return new ReportSummary(
        reports.claims().size(),
        reports.events().size(),
        reports.rejections().size(),
        labels,
        reports.unusedFiles(),
        unknownSides(assessments),
        QuarantineDigest.ofRows(reports.rejections()));
  }

  /** A text for each side of a claim that no source draws. */
  private List<String> unknownSides(Collection<ClaimAssessment> assessments) {
    SortedMap<String, Set<String>> claims = new TreeMap<>();
    for (ClaimAssessment row : assessments) {
      if (row.reasons().contains(Incomparability.UNKNOWN_SIDE)) {
        claims
            .computeIfAbsent(row.claim().subject().side(), side -> new TreeSet<>())
            .add(row.claim().key().id());
      }
    }
    String known =
        config.sources().stream()
            .flatMap(source -> source.profile().holdings().stream())
            .map(Holding::side)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    List<String> texts = new ArrayList<>();
    claims.forEach(
        (side, ids) ->
            texts.add(
                ids.size()
                    + (ids.size() == 1 ? " claim is" : " claims are")
                    + " of side '"
                    + side
                    + "', which no source draws (sides drawn: "
                    + known
                    + "): "
                    + String.join(", ", ids)));
    return texts;
  }

  private ReportPlan.Rows rows(
      List<ControlArea> stocks,
      ReportFindings found,
      Map<String, SourceTimeline> timelines,
      SourceBreaks breaks) {
    SortedMap<MapPair, List<RegionTransition>> changes = new TreeMap<>(found.changes());
    SortedMap<MapPair, List<RegionTransition>> noise = new TreeMap<>(found.noise());
    SortedMap<MapPair, List<PeriodPiece>> pieces = new TreeMap<>();
    found
        .pieces()
        .forEach(
            (pair, rows) ->
                pieces.put(
                    pair,
                    rows.stream()
                        .map(row -> Tables.CHANGE_POLYGON.fromPlain(row).piece())
                        .toList()));
    Map<SnapshotId, List<Holding>> holders = new HashMap<>(found.holders());
    var areas = new MeasuredGround(stocks, changes);
    List<Settlement> places = reports.places().stream().sorted().toList();
    var settlements = new SettlementCounter(places, SettlementCounter.Holders.of(places, holders));
    var measurer =
        new Measurer(
            areas,
            new BandMargins(areas, new MeasuredGround(List.of(), noise), breaks),
            new PieceDepths(pieces),
            settlements,
            breaks,
            config.figures().weighing().staleShare());
    Map<MeasurementRequest, Measurement> measured = new HashMap<>();
    for (MeasurementPlan.Planned planned : todo.planned()) {
      measurer.measure(planned).ifPresent(m -> measured.put(planned.request(), m));
    }
    return plan.rows(measured, new GroundBook(areas, timelines, breaks), settlements);
  }
}
