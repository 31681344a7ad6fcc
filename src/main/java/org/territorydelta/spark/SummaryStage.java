package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.spark.CellStage.SourceCell;
import org.territorydelta.summary.BrokenSteps;
import org.territorydelta.summary.CellLedger;
import org.territorydelta.summary.MeasuredMaps;
import org.territorydelta.summary.SideSummariser;
import org.territorydelta.summary.SourceLedger;
import org.territorydelta.summary.SourceSummary;
import org.territorydelta.summary.SummaryFrame;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PiecePeriods;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Sums up what was found out: cell by cell, then each source as a whole, which tells where its
 * series breaks, then region by region. The driver holds facts of maps and the whole of each
 * source, which is as small as one region.
 */
final class SummaryStage implements AutoCloseable {
  private final JavaSparkContext spark;
  private final Inputs inputs;
  private final JavaRDD<SourceChanges> found;
  private final Map<String, FoundFacts> facts;
  private final HashMap<String, MeasuredMaps> maps = new HashMap<>();
  private final JavaPairRDD<SourceCell, CellLedger> cells;
  private final Map<String, SourceLedger> wholes;
  private final Map<String, Long> driftsM2 = new TreeMap<>();

  /**
   * What is known before.
   *
   * @param timelines by source
   * @param keys by source, which findings its rows are made of
   * @param scopes by source, the countries it draws; none for no limit
   * @param limits from where on a break is one
   * @param pieces the periods whose changed ground is written piece by piece
   */
  record Inputs(
      Map<String, SourceTimeline> timelines,
      HashMap<String, SourceKeys> keys,
      SummaryFrame frame,
      HashMap<String, TreeSet<String>> scopes,
      BreakLimits limits,
      PiecePeriods pieces) {}

  /**
   * A source's sides, where its series breaks, and what was counted on the way.
   *
   * @param findings flows of pairs and stocks of maps that were summed up
   * @param takenOver how many of them a former run had found
   */
  record SourceOutcome(
      String sourceId,
      List<SideSummary> sides,
      List<SeriesBreak> breaks,
      Counters counters,
      long findings,
      long takenOver) {}

  /**
   * Sums up cells and sources.
   *
   * @param found all findings, each once; kept by the caller
   */
  SummaryStage(JavaSparkContext spark, JavaRDD<SourceChanges> found, Inputs inputs) {
    this.spark = spark;
    this.inputs = inputs;
    this.found = found;
    this.facts = facts();
    facts.forEach((id, known) -> maps.put(id, known.maps(inputs.timelines.get(id))));
    this.cells =
        CellStage.ledgers(
            spark,
            found,
            new CellStage.Shared(inputs.keys, maps, new ArrayList<>(inputs.frame.layerSets())));
    this.wholes = CellStage.wholes(spark, cells, inputs.frame.regions(), inputs.scopes);
    maps.forEach((id, known) -> driftsM2.put(id, whole(id).provenDriftM2(known)));
  }

  private Map<String, FoundFacts> facts() {
    Broadcast<HashMap<String, SourceKeys>> keys = spark.broadcast(inputs.keys);
    Map<String, FoundFacts> bySource = new TreeMap<>();
    inputs.keys.keySet().forEach(id -> bySource.put(id, FoundFacts.none(id)));
    found
        .map(changes -> FoundFacts.of(changes, keys.value().get(changes.sourceId())))
        .collect()
        .forEach(some -> bySource.merge(some.sourceId(), some, FoundFacts::plus));
    bySource.forEach((id, known) -> inputs.keys.get(id).requireAll(known.found()));
    return bySource;
  }

  private SourceLedger whole(String source) {
    return wholes.getOrDefault(source, new SourceLedger());
  }

  HashMap<String, MeasuredMaps> maps() {
    return maps;
  }

  JavaPairRDD<SourceCell, CellLedger> cells() {
    return cells;
  }

  /**
   * Days of every source that no ground truth explains.
   *
   * @param vocabulary by source, where its publisher began to call things differently
   */
  Map<String, List<SeriesBreak>> breaks(Map<String, List<SeriesBreak>> vocabulary) {
    Map<String, List<SeriesBreak>> breaks = new TreeMap<>();
    maps.forEach(
        (id, known) -> {
          List<SeriesBreak> ofSource =
              whole(id)
                  .breaks(
                      known,
                      inputs.frame.regions(),
                      facts.get(id).changedBlocks(),
                      inputs.scopes.get(id),
                      inputs.limits);
          breaks.put(
              id, Stream.concat(ofSource.stream(), vocabulary.get(id).stream()).sorted().toList());
        });
    return breaks;
  }

  /**
   * What there is to say of each source.
   *
   * @param breaks by source
   * @param fresh by source, names of the findings of this run
   */
  List<SourceOutcome> outcomes(
      Map<String, List<SeriesBreak>> breaks, Map<String, FindingKeys> fresh) {
    List<SourceOutcome> outcomes = new ArrayList<>();
    maps.forEach(
        (id, known) -> {
          var sides =
              new SideSummariser(inputs.timelines.get(id), known, inputs.frame.maxStalenessDays());
          FoundFacts found = facts.get(id);
          FindingKeys former = found.found().copy();
          if (fresh.containsKey(id)) {
            former.removeAll(fresh.get(id));
          }
          outcomes.add(
              new SourceOutcome(
                  id,
                  sides.sides(
                      whole(id).whole(), inputs.frame.layerSets(), broken(id, breaks.get(id))),
                  breaks.get(id),
                  found.counters().plus(Counters.ofSums(driftsM2.get(id), whole(id).movedM2())),
                  found.found().count(),
                  former.count()));
        });
    return outcomes;
  }

  private SortedMap<SideLayer, BrokenSteps> broken(String source, List<SeriesBreak> breaks) {
    return whole(source).brokenSteps(maps.get(source), inputs.frame.layerSets(), breaks);
  }

  /**
   * Sums up regions, and proves that they add up to each source's whole.
   *
   * @param breaks by source
   */
  RegionStage regions(Map<String, List<SeriesBreak>> breaks) {
    var sources = new HashMap<String, SourceSummary>();
    facts.forEach(
        (id, known) ->
            sources.put(
                id,
                new SourceSummary(
                    inputs.timelines.get(id),
                    inputs.frame,
                    maps.get(id),
                    known.replacedBoundsM2(),
                    known.ground(),
                    broken(id, breaks.get(id)))));
    var stage =
        new RegionStage(spark, cells, new RegionStage.Shared(inputs.frame.regions(), sources));
    stage.prove(wholes);
    return stage;
  }

  /** Rows of {@code change_polygon}. */
  JavaRDD<Row> pieces() {
    var periods = new HashMap<String, TreeMap<DatePair, ArrayList<Period>>>();
    inputs.timelines.forEach(
        (id, timeline) -> {
          var byPair = new TreeMap<DatePair, ArrayList<Period>>();
          for (PiecePeriods.Compared compared :
              inputs.pieces.of(
                  timeline, inputs.frame.calendar(), inputs.frame.maxStalenessDays())) {
            byPair
                .computeIfAbsent(compared.pair(), key -> new ArrayList<>())
                .add(compared.period());
          }
          periods.put(id, byPair);
        });
    return PieceStage.rows(
        spark,
        found,
        cells,
        new PieceStage.Shared(
            inputs.keys,
            periods,
            inputs.frame.regions(),
            new ArrayList<>(inputs.frame.layerSets())));
  }

  @Override
  public void close() {
    cells.unpersist();
  }
}
