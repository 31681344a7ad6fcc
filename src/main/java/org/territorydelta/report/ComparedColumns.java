package org.territorydelta.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.InputException;

/**
 * The columns of a table in two outputs, which versions of the program may have written.
 *
 * @param key which name a row
 * @param values the others that both outputs have
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

  public ComparedColumns {
    key = List.copyOf(key);
    values = List.copyOf(values);
    areas = List.copyOf(areas);
    onlyOld = List.copyOf(onlyOld);
    onlyNew = List.copyOf(onlyNew);
  }

  /**
   * @param table for the message
   * @param areas columns of km², in the table's order
   * @param before all columns of the old output
   * @param after all columns of the new one
   * @throws InputException when one of them lacks a column of the key
   */
  public static ComparedColumns of(
      String table, List<String> key, List<String> areas, List<String> before, List<String> after) {
    List<String> shared = without(after, without(after, before));
    if (!shared.containsAll(key)) {
      throw new InputException(
          "Cannot compare table "
              + table
              + ": its rows are named by "
              + key
              + ", and not both outputs have the columns "
              + without(key, shared));
    }
    List<String> values = without(shared, key);
    List<String> ordered = new ArrayList<>(areas);
    if (ordered.remove(NET)) {
      ordered.add(0, NET);
    }
    ordered.retainAll(values);
    return new ComparedColumns(
        key, values, ordered, without(before, after), without(after, before));
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
