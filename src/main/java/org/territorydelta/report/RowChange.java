package org.territorydelta.report;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A row that both outputs have with different values, told by one column.
 *
 * @param key what names the row, in the order of the table's key
 * @param weight how much the column says about the table
 */
public record RowChange(
    List<String> key, Weight weight, String column, CellValue before, CellValue after)
    implements Serializable {

  /** Which differences are told first. */
  public enum Weight {
    /** In the column a table is read for. */
    HEADLINE,
    AREA,
    NUMBER,
    OTHER
  }

  /** The order in which changes are told: by weight, then the largest first, then by key. */
  static final Comparator<RowChange> LARGEST_FIRST =
      Comparator.comparing(RowChange::weight)
          .thenComparing(Comparator.comparingDouble(RowChange::size).reversed())
          .thenComparing(change -> String.join("\n", change.key));

  /** New less old; not-a-number where one of them is none. */
  public double difference() {
    return after.number() - before.number();
  }

  /** Without sign; a figure where there was none, or none where there was one, counts whole. */
  double size() {
    if (before.isNumber() && after.isNumber()) {
      return Math.abs(difference());
    }
    return before.isNumber()
        ? Math.abs(before.number())
        : after.isNumber() ? Math.abs(after.number()) : 0;
  }
}
