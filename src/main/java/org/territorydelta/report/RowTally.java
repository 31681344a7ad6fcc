package org.territorydelta.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a table's rows between two outputs. Rows come matched by their key; here it is
 * decided whether two are the same, by how much their numbers differ, and which differences are the
 * largest. It holds a few rows at most, so tallies of a table's parts, added up in any order, give
 * the table's.
 */
public final class RowTally implements Serializable {
  private static final long serialVersionUID = 1;

  private final ComparedColumns columns;
  private final int top;
  private RowCounts counts = RowCounts.ZERO;
  private final TreeMap<String, ColumnChange> changes = new TreeMap<>();
  private final ArrayList<RowChange> largest = new ArrayList<>();

  /**
   * @param top how many of the largest differences are kept
   */
  public RowTally(ComparedColumns columns, int top) {
    this.columns = columns;
    this.top = top;
  }

  /** Counts a row that only the new output has. */
  public void added() {
    counts = counts.plus(new RowCounts(0, 1, 0, 0));
  }

  /** Counts a row that only the old output has. */
  public void removed() {
    counts = counts.plus(new RowCounts(0, 0, 1, 0));
  }

  /**
   * Compares a row with itself.
   *
   * @param key as the columns' key; it may hold nulls, as may both rows
   * @param before in the order of the columns' values
   * @param after in the same order
   */
  public void matched(List<?> key, List<?> before, List<?> after) {
    List<String> keyTexts = key.stream().map(value -> CellValue.of(value).text()).toList();
    Optional<RowChange> told = Optional.empty();
    for (int i = 0; i < columns.values().size(); i++) {
      if (!CellValue.same(before.get(i), after.get(i))) {
        RowChange change = change(keyTexts, columns.values().get(i), before.get(i), after.get(i));
        count(change);
        if (told.isEmpty() || RowChange.LARGEST_FIRST.compare(change, told.get()) < 0) {
          told = Optional.of(change);
        }
      }
    }
    counts = counts.plus(told.isEmpty() ? new RowCounts(1, 0, 0, 0) : new RowCounts(0, 0, 0, 1));
    told.ifPresent(this::keep);
  }

  private RowChange change(List<String> key, String column, Object before, Object after) {
    CellValue from = CellValue.of(before);
    CellValue to = CellValue.of(after);
    boolean isNumber = from.isNumber() || to.isNumber();
    return new RowChange(key, columns.weight(column, isNumber), column, from, to);
  }

  private void count(RowChange change) {
    double difference = Double.isNaN(change.difference()) ? 0 : change.difference();
    changes.merge(
        change.column(), new ColumnChange(change.column(), 1, difference), ColumnChange::plus);
  }

  private void keep(RowChange change) {
    largest.add(change);
    if (largest.size() > 2 * top) {
      cut();
    }
  }

  private void cut() {
    largest.sort(RowChange.LARGEST_FIRST);
    largest.subList(Math.min(top, largest.size()), largest.size()).clear();
  }

  /** Adds the rows of another part of the table. */
  public void addAll(RowTally other) {
    counts = counts.plus(other.counts);
    other.changes.forEach((column, change) -> changes.merge(column, change, ColumnChange::plus));
    other.largest.forEach(this::keep);
  }

  /** What was compared. */
  public ComparedColumns columns() {
    return columns;
  }

  public RowCounts counts() {
    return counts;
  }

  /** The columns that changed, those of most rows first. */
  public List<ColumnChange> changes() {
    return changes.values().stream()
        .sorted(
            Comparator.comparingLong(ColumnChange::rows)
                .thenComparingDouble(change -> Math.abs(change.largest()))
                .reversed()
                .thenComparing(ColumnChange::column))
        .toList();
  }

  /** The largest differences, one for each row, at most as many as asked for. */
  public List<RowChange> largest() {
    cut();
    return List.copyOf(largest);
  }
}
