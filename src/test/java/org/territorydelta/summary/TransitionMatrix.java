package org.territorydelta.summary;

import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.map.Holding;

/**
 * What went from whom to whom in one region between two maps, as a matrix: a row for each holding
 * at the opening, a column for each at the closing. Each margin is summed by itself, over what was
 * put in and nothing else. With its diagonal, which is what stayed, a row sums to the holding's
 * opening stock and a column to its closing stock.
 */
final class TransitionMatrix {
  private final SortedMap<Holding, Long> rows = new TreeMap<>();
  private final SortedMap<Holding, Long> columns = new TreeMap<>();

  void put(Holding from, Holding to, long areaM2) {
    rows.merge(from, areaM2, Math::addExact);
    columns.merge(to, areaM2, Math::addExact);
  }

  /** All that a holding gave up and, with the diagonal, kept. */
  long rowM2(Holding from) {
    return rows.getOrDefault(from, 0L);
  }

  /** All that a holding took and, with the diagonal, kept. */
  long columnM2(Holding to) {
    return columns.getOrDefault(to, 0L);
  }
}
