package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Cell;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.Holding;
import org.territorydelta.model.Transition;
import org.territorydelta.model.Turnover;

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
   * @param pieces the same piece by piece, as rows of {@code change_polygon} without a period; none
   *     where they are not told
   */
  record Flows(
      ArrayList<Transition> transitions,
      ArrayList<Transition> noise,
      ArrayList<Row> pieces,
      Counters counters)
      implements Serializable {}

  /** What a map shows, measured as a whole. */
  record Stocks(TreeMap<Holding, TreeMap<Cell, Long>> areasM2, Counters counters)
      implements Serializable {}

  /**
   * What changed hands more than once.
   *
   * @param found whether it could be told; where lines all but coincide day after day, it may not
   */
  record Turnovers(boolean found, ArrayList<Turnover> all) implements Serializable {}

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
