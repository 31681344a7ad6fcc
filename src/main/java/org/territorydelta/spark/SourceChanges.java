package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.TreeMap;
import org.territorydelta.model.Cell;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.Churned;
import org.territorydelta.model.Holding;
import org.territorydelta.model.Transition;

/**
 * What was found out about maps of one source: flows between two of them, stocks of one, and what
 * changed hands more than once along a chain, by {@link MapKey#chain}, and who holds the ground of
 * places on one.
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
   * @param pieces the same piece by piece; none where they are not told
   * @param boundM2 how far the transitions may be off by roundings and noding, all together
   */
  record Flows(
      ArrayList<Transition> transitions,
      ArrayList<Transition> noise,
      ArrayList<PieceRow> pieces,
      Counters counters,
      long boundM2)
      implements Serializable {}

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
   * @param found whether it could be told; where lines all but coincide day after day, it may not
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

  void addAll(SourceChanges other) {
    // Of flows that were found twice, those with their pieces say more.
    other.pairs.forEach(
        (pair, flows) ->
            pairs.merge(pair, flows, (one, more) -> one.pieces.isEmpty() ? more : one));
    blocks.putAll(other.blocks);
    stocks.putAll(other.stocks);
    turnovers.putAll(other.turnovers);
    holders.putAll(other.holders);
  }
}
