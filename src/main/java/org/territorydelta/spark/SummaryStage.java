package org.territorydelta.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.change.EngineCounts;
import org.territorydelta.geo.Noding;
import org.territorydelta.model.Cell;
import org.territorydelta.model.ControlArea;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.SideSummary;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Transition;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.summary.SourceSummary;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.SourceTimeline;
import scala.Tuple2;

/** Sums each source's changes and stocks up to the rows of its tables. */
final class SummaryStage {
  private SummaryStage() {}

  /** What every task needs to know. */
  record Shared(
      HashMap<String, SourceTimeline> timelines,
      RegionTree regions,
      ArrayList<LayerSet> layerSets,
      PeriodCalendar calendar,
      int maxStalenessDays)
      implements Serializable {
    SourceSummary.Frame frame() {
      return new SourceSummary.Frame(regions, layerSets, calendar, maxStalenessDays);
    }
  }

  /** All rows of one source, and what was counted on the way to them. */
  record SourceRows(
      ArrayList<Row> controlAreas,
      ArrayList<Row> transitions,
      ArrayList<Row> areaDeltas,
      SourceOutcome outcome)
      implements Serializable {}

  /** A source's sides, and what was counted on the way to its rows. */
  record SourceOutcome(String sourceId, ArrayList<SideSummary> sides, Counters counters)
      implements Serializable {}

  /**
   * @param engine how many pairs went which way through the engine
   * @param operations overlay operations by the noding they needed
   * @param repeats pieces of work done again by snapping, because their areas did not add up
   * @param marginDm2 the largest residual of a pair against the maps' own areas
   * @param driftDm2 the largest difference of a carried stock from the same measured anew
   * @param movedDm2 how much was moved between flows to close them with the stocks
   */
  record Counters(
      long pairs,
      EngineCounts engine,
      TreeMap<Noding, Long> operations,
      long repeats,
      long marginDm2,
      long driftDm2,
      long movedDm2)
      implements Serializable {
    static final Counters ZERO = new Counters(0, EngineCounts.ZERO, new TreeMap<>(), 0, 0, 0, 0);

    Counters plus(Counters other) {
      var sums = new TreeMap<>(operations);
      other.operations.forEach((noding, count) -> sums.merge(noding, count, Long::sum));
      return new Counters(
          pairs + other.pairs,
          engine.plus(other.engine),
          sums,
          repeats + other.repeats,
          Math.max(marginDm2, other.marginDm2),
          Math.max(driftDm2, other.driftDm2),
          movedDm2 + other.movedDm2);
    }
  }

  /** The rows, made when first asked for and then kept. Unpersist them when done. */
  static JavaRDD<SourceRows> summarise(
      JavaSparkContext spark, JavaRDD<ChangeStage.UnitResult> results, Shared shared) {
    Broadcast<Shared> all = spark.broadcast(shared);
    return results
        .mapToPair(result -> new Tuple2<>(result.sourceId(), result))
        .groupByKey(new HashPartitioner(Math.max(1, shared.timelines.size())))
        .map(source -> summarise(source._1(), source._2(), all.value()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static SourceRows summarise(
      String sourceId, Iterable<ChangeStage.UnitResult> results, Shared shared) {
    Map<DatePair, List<Transition>> pairs = new TreeMap<>();
    Map<SnapshotId, SortedMap<Holding, SortedMap<Cell, Long>>> measured = new TreeMap<>();
    Counters counters = Counters.ZERO;
    for (ChangeStage.UnitResult result : results) {
      pairs.putAll(result.pairs());
      result.measured().forEach((id, stocks) -> measured.put(id, new TreeMap<>(stocks)));
      var operations = new TreeMap<Noding, Long>();
      result.operations().forEach((noding, count) -> operations.put(noding, (long) count));
      counters =
          counters.plus(
              new Counters(
                  result.pairs().size(),
                  result.engine(),
                  operations,
                  result.repeats(),
                  result.marginDm2(),
                  0,
                  0));
    }
    SourceTimeline timeline = shared.timelines.get(sourceId);
    SourceSummary.Frame frame = shared.frame();
    Map<LocalDate, SortedMap<Holding, SortedMap<Cell, Long>>> proofs = new TreeMap<>();
    List<ControlArea> controlAreas = new ArrayList<>();
    for (SourceTimeline.Recorded recorded : timeline.recorded()) {
      SnapshotId id = recorded.facts().id();
      if (measured.containsKey(id) && recorded.current()) {
        proofs.put(id.mapDate(), measured.get(id));
      } else if (!recorded.current()) {
        controlAreas.addAll(SourceSummary.supersededControlAreas(id, frame, measured.get(id)));
      }
    }
    SourceSummary summary = SourceSummary.of(timeline, frame, proofs, pairs);
    controlAreas.addAll(summary.controlAreas());
    return new SourceRows(
        rows(new ControlAreaCodec(), controlAreas),
        rows(new TransitionCodec(), summary.transitions()),
        rows(new AreaDeltaCodec(), summary.areaDeltas()),
        new SourceOutcome(
            sourceId,
            new ArrayList<>(summary.sides()),
            counters.plus(
                new Counters(
                    0,
                    EngineCounts.ZERO,
                    new TreeMap<>(),
                    0,
                    0,
                    summary.driftDm2(),
                    summary.movedDm2()))));
  }

  static <T> ArrayList<Row> rows(RowCodec<T> codec, List<T> values) {
    var rows = new ArrayList<Row>(values.size());
    values.forEach(value -> rows.add(codec.toRow(value)));
    return rows;
  }
}
