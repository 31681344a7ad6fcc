package org.territorydelta.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.summary.GroundFacts;
import org.territorydelta.summary.MeasuredMaps;
import org.territorydelta.summary.MeasurementBounds;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.SourceTimeline;

/**
 * What the driver needs to know of the findings on a source: facts of maps and pairs, whatever the
 * number of regions.
 *
 * @param found names of the findings
 * @param pairBoundsM2 how far flows of a pair may be off
 * @param stockBoundsM2 how far stocks of a map that speaks for its day may be off
 * @param replacedBoundsM2 the same of maps that later ones have replaced
 * @param churnBoundsM2 how far areas of churn may be off, of pairs of which it could be found out
 * @param counters of all pairs and maps that rows are made of
 */
record FoundFacts(
    String sourceId,
    FindingKeys found,
    TreeMap<DatePair, Long> pairBoundsM2,
    TreeMap<LocalDate, Long> stockBoundsM2,
    TreeMap<SnapshotId, Long> replacedBoundsM2,
    TreeMap<DatePair, Long> churnBoundsM2,
    TreeMap<DatePair, ArrayList<ChangedBlock>> blocks,
    Counters counters)
    implements Serializable {

  static FoundFacts none(String sourceId) {
    return new FoundFacts(
        sourceId,
        FindingKeys.none(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Counters.ZERO);
  }

  static FoundFacts of(SourceChanges changes, SourceKeys keys) {
    FoundFacts facts = none(changes.sourceId());
    SourceChanges used = changes.only(keys.all());
    facts.found.addAll(used.keys());
    Counters counters = Counters.ZERO;
    for (var pair : used.pairs().entrySet()) {
      counters = counters.plus(pair.getValue().counters());
      put(facts.pairBoundsM2, keys.pairs().get(pair.getKey()), pair.getValue().boundM2());
    }
    for (var map : used.stocks().entrySet()) {
      counters = counters.plus(map.getValue().counters());
      put(facts.stockBoundsM2, keys.stocks().get(map.getKey()), map.getValue().boundM2());
      put(facts.replacedBoundsM2, keys.replaced().get(map.getKey()), map.getValue().boundM2());
    }
    used.turnovers()
        .forEach(
            (chain, turnovers) -> {
              if (turnovers.found()) {
                put(facts.churnBoundsM2, keys.chains().get(chain), turnovers.churned().boundM2());
              }
            });
    used.blocks().forEach((step, blocks) -> put(facts.blocks, keys.steps().get(step), blocks));
    return facts.counting(counters);
  }

  /** Where the name stands for nothing of this kind, there is nothing to put. */
  private static <K, V> void put(Map<K, V> map, K key, V value) {
    if (key != null) {
      map.put(key, value);
    }
  }

  private FoundFacts counting(Counters counted) {
    return new FoundFacts(
        sourceId,
        found,
        pairBoundsM2,
        stockBoundsM2,
        replacedBoundsM2,
        churnBoundsM2,
        blocks,
        counted);
  }

  /** These and others of the same source. */
  FoundFacts plus(FoundFacts other) {
    found.addAll(other.found);
    pairBoundsM2.putAll(other.pairBoundsM2);
    stockBoundsM2.putAll(other.stockBoundsM2);
    replacedBoundsM2.putAll(other.replacedBoundsM2);
    churnBoundsM2.putAll(other.churnBoundsM2);
    blocks.putAll(other.blocks);
    return counting(counters.plus(other.counters));
  }

  MeasuredMaps maps(SourceTimeline timeline) {
    return new MeasuredMaps(
        sourceId,
        timeline.current(),
        pairBoundsM2.keySet(),
        stockBoundsM2.keySet(),
        new MeasurementBounds(pairBoundsM2, stockBoundsM2));
  }

  GroundFacts ground() {
    return new GroundFacts(churnBoundsM2, pairBoundsM2.keySet());
  }

  SortedMap<DatePair, List<ChangedBlock>> changedBlocks() {
    return new TreeMap<>(blocks);
  }
}
