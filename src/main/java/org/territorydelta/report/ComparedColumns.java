package org.territorydelta.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.InputException;

/**
 * The columns of a table in two outputs, which versions of the program may have written.
 *
 * @param key which name a row
 * @param values the others that both outputs have, bounds of roundings left aside
 * @param areas those values that are km²; the first is the headline, which the table is read for
 * @param onlyOld that the new output does not have
 * @param onlyNew that the old output does not have
 */
public record ComparedColumns(
    List<String> key,
    List<String> values,
    List<String> areas,
    List<String> onlyOld,
    List<String> onlyNew)
    implements Serializable {

  /** What most tables of areas are read for; otherwise it is their first area. */
  private static final String NET = "net_km2";

  /** Bounds of what roundings can move differ with every vertex and are no figures. */
  private static final String BOUND = "rounding_bound_km2";

  public ComparedColumns {
    key = List.copyOf(key);
    values = List.copyOf(values);
    areas = List.copyOf(areas);
    onlyOld = List.copyOf(onlyOld);
    onlyNew = List.copyOf(onlyNew);
  }

  /**
   * A table as this version of the program knows it.
   *
   * @param key names a row
   * @param columns all of them
   * @param areas those of km², in the table's order
   */
  public record Known(String table, List<String> key, List<String> columns, List<String> areas) {}

  /**
   * @param before all columns of the old output
   * @param after all columns of the new one
   * @throws InputException when one of them lacks a column of the key, or both have one that is not
   *     known here
   */
  public static ComparedColumns of(Known known, List<String> before, List<String> after) {
    List<String> shared = without(after, without(after, before));
    if (!shared.containsAll(known.key)) {
      throw new InputException(
          "Cannot compare table "
              + known.table
              + ": not both outputs have the columns "
              + without(known.key, shared)
              + ", which belong to the names of its rows");
    }
    List<String> unknown = without(shared, known.columns);
    if (!unknown.isEmpty()) {
      throw new InputException(
          "Cannot compare table "
              + known.table
              + ": this version of the program does not know the columns "
              + unknown
              + "; use the one that wrote them");
    }
    List<String> values = new ArrayList<>(without(shared, known.key));
    values.remove(BOUND);
    List<String> areas = new ArrayList<>(known.areas);
    if (areas.remove(NET)) {
      areas.add(0, NET);
    }
    areas.retainAll(values);
    return new ComparedColumns(
        known.key, values, areas, without(before, after), without(after, before));
  }

  private static List<String> without(List<String> columns, List<String> others) {
    return columns.stream().filter(column -> !others.contains(column)).toList();
  }

  RowChange.Weight weight(String column, boolean isNumber) {
    if (!isNumber) {
      return RowChange.Weight.OTHER;
    }
    int place = areas.indexOf(column);
    return place < 0
        ? RowChange.Weight.NUMBER
        : place == 0 ? RowChange.Weight.HEADLINE : RowChange.Weight.AREA;
  }
}
