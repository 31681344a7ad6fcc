package org.territorydelta.report;

import java.io.Serializable;

/**
 * In how many rows a column changed.
 *
 * @param largest the difference (new less old) that is largest without its sign; 0 when the column
 *     has no numbers, or has them in only one of the two
 */
public record ColumnChange(String column, long rows, double largest) implements Serializable {
  ColumnChange plus(ColumnChange other) {
    return new ColumnChange(
        column,
        rows + other.rows,
        Math.abs(other.largest) > Math.abs(largest) ? other.largest : largest);
  }
}
