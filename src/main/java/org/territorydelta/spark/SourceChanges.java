package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.Churned;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.spark.inputs.MapKey;

/**
 * Some of what was found out about maps of one source: flows between two of them, stocks of one,
 * and what changed hands more than once along a chain, by {@link MapKey#chain}, and who holds the
 * ground of places on one.
 *
 * @param blocks of maps that follow each other, the larger pieces that changed hands, by what a
 *     break in the series is known
 */
record SourceChanges(
    String sourceId,
    TreeMap<MapKey.Pair, Flows> pairs,
    TreeMap<MapKey.Pair, ArrayList<ChangedBlock>> blocks,
    TreeMap<MapKey, Stocks> stocks,
    TreeMap<String, Turnovers> turnovers,
    TreeMap<MapKey.Survey, ArrayList<Holding>> holders)
    implements Serializable {
  /**
   * What changed hands between two maps.
   *
   * @param noise the part of them that is redraw noise
   * @param hasPieces whether it was measured piece by piece
   * @param pieces the same piece by piece, if so
   * @param boundM2 how far the transitions may be off by roundings and noding, all together
   */
  record Flows(
      ArrayList<Transition> transitions,
      ArrayList<Transition> noise,
      boolean hasPieces,
      ArrayList<PieceRow> pieces,
      Counters counters,
      long boundM2)
      implements Serializable {
    Flows withoutPieces() {
      return new Flows(transitions, noise, false, new ArrayList<>(), counters, boundM2);
    }
  }

  /**
   * What a map shows, measured as a whole.
   *
   * @param boundM2 how far the areas may be off by roundings and noding, all together
   */
  record Stocks(TreeMap<Holding, TreeMap<Cell, Long>> areasM2, Counters counters, long boundM2)
      implements Serializable {}

  /**
   * What changed hands more than once.
   *
   * @param found whether it could be found out; where lines all but coincide day after day, it may
   *     not
   */
  record Turnovers(boolean found, Churned churned) implements Serializable {}

  static SourceChanges none(String sourceId) {
    return new SourceChanges(
        sourceId,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  boolean isNothing() {
    return pairs.isEmpty()
        && blocks.isEmpty()
        && stocks.isEmpty()
        && turnovers.isEmpty()
        && holders.isEmpty();
  }

  FindingKeys keys() {
    FindingKeys keys = FindingKeys.none();
    pairs.forEach(
        (pair, flows) -> {
          keys.pairs().add(pair);
          if (flows.hasPieces) {
            keys.withPieces().add(pair);
          }
        });
    keys.steps().addAll(blocks.keySet());
    keys.stocks().addAll(stocks.keySet());
    keys.chains().addAll(turnovers.keySet());
    keys.surveys().addAll(holders.keySet());
    return keys;
  }

  /** Of these findings those that are named. */
  SourceChanges only(FindingKeys keys) {
    return new SourceChanges(
        sourceId,
        only(pairs, keys.pairs()),
        only(blocks, keys.steps()),
        only(stocks, keys.stocks()),
        only(turnovers, keys.chains()),
        only(holders, keys.surveys()));
  }

  /** The others. */
  SourceChanges without(FindingKeys keys) {
    return only(keys().removeAll(keys));
  }

  private static <K, V> TreeMap<K, V> only(Map<K, V> found, Collection<K> keys) {
    var some = new TreeMap<K, V>(found);
    some.keySet().retainAll(keys);
    return some;
  }

  /** The same without any piece. */
  SourceChanges withoutPieces() {
    var flows = new TreeMap<>(pairs);
    flows.replaceAll((pair, found) -> found.withoutPieces());
    return new SourceChanges(sourceId, flows, blocks, stocks, turnovers, holders);
  }
}
