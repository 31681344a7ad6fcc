package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Holding;
import org.territorydelta.model.Transition;

/** What was found out about maps of one source: flows between two of them, stocks of one. */
record SourceChanges(
    String sourceId, TreeMap<MapKey.Pair, Flows> pairs, TreeMap<MapKey, Stocks> stocks)
    implements Serializable {
  /**
   * What changed hands between two maps.
   *
   * @param pieces the same piece by piece, as rows of {@code change_polygon} without a period; none
   *     where they are not told
   */
  record Flows(ArrayList<Transition> transitions, ArrayList<Row> pieces, Counters counters)
      implements Serializable {}

  /** What a map shows, measured as a whole. */
  record Stocks(TreeMap<Holding, TreeMap<Cell, Long>> areasDm2, Counters counters)
      implements Serializable {}

  static SourceChanges none(String sourceId) {
    return new SourceChanges(sourceId, new TreeMap<>(), new TreeMap<>());
  }

  void addAll(SourceChanges other) {
    pairs.putAll(other.pairs);
    stocks.putAll(other.stocks);
  }
}
