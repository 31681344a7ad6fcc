package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.BreakLimits;
import org.territorydelta.model.Cell;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.Churned;
import org.territorydelta.model.ControlArea;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.SideSummary;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Transition;
import org.territorydelta.summary.CellStocks;
import org.territorydelta.summary.GroundDetails;
import org.territorydelta.summary.MeasurementBounds;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.summary.SourceSpread;
import org.territorydelta.summary.SourceSummary;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.SourceTimeline;
import org.territorydelta.timeline.ToldPeriods;
import scala.Tuple2;

/** Sums each source's changes and stocks up to the rows of its tables. */
final class SummaryStage {
  private SummaryStage() {}

  /**
   * What every task needs to know.
   *
   * @param maps every map on record by what it was computed as
   * @param former by source, the output in which a former run's findings are that still hold
   * @param scopes by source, the countries it draws
   * @param limits from where on a break is told
   * @param breaks by source, where the whole series was looked through before some of its maps were
   *     left out; a source that is missing is looked through now
   * @param vocabulary by source, where its publisher began to call things differently
   */
  record Shared(
      HashMap<String, SourceTimeline> timelines,
      HashMap<SnapshotId, MapKey> maps,
      HashMap<String, String> former,
      RegionTree regions,
      ArrayList<LayerSet> layerSets,
      PeriodCalendar calendar,
      ToldPeriods told,
      int maxStalenessDays,
      SourceSummary.Options options,
      HashMap<String, TreeSet<String>> scopes,
      BreakLimits limits,
      HashMap<String, ArrayList<SeriesBreak>> breaks,
      HashMap<String, ArrayList<SeriesBreak>> vocabulary,
      ReportNeeds reports)
      implements Serializable {
    SourceSummary.Frame frame() {
      return new SourceSummary.Frame(regions, layerSets, calendar, maxStalenessDays, options);
    }
  }

  /** All rows of one source, what they were summed up from, and what was counted on the way. */
  record SourceRows(
      ArrayList<Row> controlAreas,
      ArrayList<Row> transitions,
      ArrayList<Row> areaDeltas,
      ArrayList<Row> changePolygons,
      CellStocks stocks,
      ReportFindings reports,
      SourceChanges changes,
      HashSet<MapKey.Pair> told,
      SourceOutcome outcome)
      implements Serializable {}

  /**
   * A source's sides, its nets for others to compare, where its series breaks, and what was counted
   * on the way.
   *
   * @param findings flows of pairs and stocks of maps that were summed up
   * @param takenOver how many of them a former run had found
   */
  record SourceOutcome(
      String sourceId,
      ArrayList<SideSummary> sides,
      SourceSpread nets,
      ArrayList<SeriesBreak> breaks,
      Counters counters,
      long findings,
      long takenOver)
      implements Serializable {}

  /** The rows, made when first asked for and then kept. Unpersist them when done. */
  static JavaRDD<SourceRows> summarise(
      JavaSparkContext spark, JavaRDD<SourceChanges> results, Shared shared) {
    Broadcast<Shared> all = spark.broadcast(shared);
    // A source of which nothing had to be computed has its rows, too.
    List<SourceChanges> sources =
        shared.timelines.keySet().stream().sorted().map(SourceChanges::none).toList();
    return results
        .union(spark.parallelize(sources, sources.size()))
        .mapToPair(result -> new Tuple2<>(result.sourceId(), result))
        .groupByKey(new HashPartitioner(Math.max(1, shared.timelines.size())))
        .map(source -> summarise(source._1(), source._2(), all.value()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static SourceRows summarise(
      String sourceId, Iterable<SourceChanges> results, Shared shared) throws IOException {
    SourceTimeline timeline = shared.timelines.get(sourceId);
    SourceSummary.Frame frame = shared.frame();
    var findings = new Findings(sourceId, results, shared);
    Map<DatePair, List<Transition>> pairs = new TreeMap<>();
    SortedMap<LocalDate, SnapshotId> current = timeline.currentIds();
    PairPlan plan = PairPlan.of(timeline, shared.calendar, shared.maxStalenessDays);
    Map<DatePair, List<Transition>> noise = new TreeMap<>();
    Map<DatePair, Long> pairBounds = new TreeMap<>();
    Map<DatePair, List<ChangedBlock>> blocks = new TreeMap<>();
    for (DatePair pair : plan.distinct()) {
      SourceChanges.Flows flows =
          findings.flows(current.get(pair.opening()), current.get(pair.closing()));
      pairs.put(pair, flows.transitions());
      noise.put(pair, flows.noise());
      pairBounds.put(pair, flows.boundM2());
    }
    for (DatePair step : plan.consecutive()) {
      blocks.put(step, findings.blocks(current.get(step.opening()), current.get(step.closing())));
    }
    Map<DatePair, Churned> turnovers = new TreeMap<>();
    for (DatePair pair : plan.churned()) {
      findings
          .turnovers(WorkUnit.chain(current, pair))
          .ifPresent(found -> turnovers.put(pair, found));
    }
    Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> proofs = new TreeMap<>();
    Map<LocalDate, Long> mapBounds = new TreeMap<>();
    List<ControlArea> controlAreas = new ArrayList<>();
    for (SnapshotId id : WorkUnit.measuredSnapshots(timeline)) {
      SourceChanges.Stocks stocks = findings.stocks(id);
      SortedMap<Holding, SortedMap<Cell, Long>> measured = new TreeMap<>(stocks.areasM2());
      if (id.equals(current.get(id.mapDate()))) {
        proofs.put(id.mapDate(), measured);
        mapBounds.put(id.mapDate(), stocks.boundM2());
      } else {
        controlAreas.addAll(
            SourceSummary.supersededControlAreas(id, frame, measured, stocks.boundM2()));
      }
    }
    SourceSummary summed =
        SourceSummary.of(
            timeline, frame, proofs, pairs, new MeasurementBounds(pairBounds, mapBounds));
    List<SeriesBreak> breaks =
        shared.breaks.containsKey(sourceId)
            ? shared.breaks.get(sourceId)
            : Stream.concat(
                    summed.breaks(blocks, shared.scopes.get(sourceId), shared.limits).stream(),
                    shared.vocabulary.get(sourceId).stream())
                .sorted()
                .toList();
    SourceSummary summary = summed.with(new GroundDetails(turnovers, noise, breaks));
    var told = new HashSet<MapKey.Pair>();
    ArrayList<Row> pieces = pieces(timeline, shared, findings, summary, told);
    controlAreas.addAll(summary.controlAreas());
    List<AreaDelta> areaDeltas = summary.areaDeltas();
    List<RegionTransition> transitions = summary.transitions();
    var forReports = new ReportFindings.Summed(controlAreas, transitions);
    ReportFindings reports = ReportFindings.of(timeline, shared, findings, forReports, told);
    return new SourceRows(
        rows(new ControlAreaCodec(), controlAreas),
        rows(new TransitionCodec(), transitions),
        rows(new AreaDeltaCodec(), areaDeltas),
        pieces,
        summary.stocks(),
        reports,
        findings.kept(),
        told,
        new SourceOutcome(
            sourceId,
            new ArrayList<>(summary.sides()),
            SourceSpread.of(areaDeltas),
            new ArrayList<>(breaks),
            findings.counters().plus(Counters.ofSums(summary.driftM2(), summary.movedM2())),
            findings.count(),
            findings.takenOver()));
  }

  /**
   * @param told takes up the pairs whose pieces were asked for
   */
  private static ArrayList<Row> pieces(
      SourceTimeline timeline,
      Shared shared,
      Findings findings,
      SourceSummary summary,
      Set<MapKey.Pair> told) {
    SortedMap<LocalDate, SnapshotId> current = timeline.currentIds();
    var pieces = new PeriodPieces(timeline.sourceId(), shared.regions, shared.layerSets);
    var rows = new ArrayList<Row>();
    for (ToldPeriods.Told period :
        shared.told.of(timeline, shared.calendar, shared.maxStalenessDays)) {
      SnapshotId opening = current.get(period.pair().opening());
      SnapshotId closing = current.get(period.pair().closing());
      told.add(findings.key(opening, closing));
      List<PieceRow> found = findings.flows(opening, closing).pieces();
      rows.addAll(
          pieces.rows(
              period.period(),
              period.pair(),
              found,
              summary.closed(period.pair(), PieceRow.pieces(found))));
    }
    return rows;
  }

  /** Rows of {@code area_delta} with what the other sources say of the same nets in their bands. */
  static JavaRDD<Row> areaDeltas(
      JavaSparkContext spark, JavaRDD<SourceRows> rows, List<SourceOutcome> outcomes) {
    if (outcomes.size() < 2) {
      return rows.flatMap(source -> source.areaDeltas().iterator());
    }
    Broadcast<SourceSpread> spread =
        spark.broadcast(
            outcomes.stream()
                .map(SourceOutcome::nets)
                .reduce(SourceSpread.of(List.of()), SourceSpread::plus));
    return rows.flatMap(
        source ->
            source.areaDeltas().stream()
                .map(row -> new AreaDeltaCodec().withSources(row, spread.value()))
                .iterator());
  }

  static <T> ArrayList<Row> rows(RowCodec<T> codec, List<T> values) {
    var rows = new ArrayList<Row>(values.size());
    values.forEach(value -> rows.add(codec.toRow(value)));
    return rows;
  }
}
