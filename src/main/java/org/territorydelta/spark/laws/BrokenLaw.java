package org.territorydelta.spark.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Violation;

/**
 * A law with rows that break it.
 *
 * @param columns of the rows: what tells the row of the law's table, then the figures
 * @param rows the first of them in their order, as text
 * @param isWhole whether these are all there are
 */
public record BrokenLaw(Law law, List<String> columns, List<List<String>> rows, boolean isWhole) {

  static BrokenLaw of(Law law, List<Row> found, int most) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : found.subList(0, Math.min(most, found.size()))) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        values.add(Objects.toString(row.get(i)));
      }
      rows.add(values);
    }
    return new BrokenLaw(
        law, List.of(found.get(0).schema().fieldNames()), rows, found.size() <= most);
  }

  /**
   * Each row as a violation: named by its key, with the figures behind the law's sentence.
   *
   * @param tableKeys the columns that tell rows apart, by table
   */
  List<Violation> violations(Map<String, Set<String>> tableKeys) {
    String table = law.table(tableKeys.keySet());
    Set<String> key = tableKeys.get(table);
    int keys = 0;
    while (keys < columns.size() && key.contains(columns.get(keys))) {
      keys++;
    }
    List<Violation> violations = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> figures = new ArrayList<>();
      for (int i = keys; i < columns.size(); i++) {
        figures.add(columns.get(i) + "=" + row.get(i));
      }
      violations.add(
          new Violation(
              table,
              String.join(" ", row.subList(0, keys)),
              law.name()
                  + ": "
                  + law.says()
                  + (figures.isEmpty() ? "" : " Found " + String.join(", ", figures))
                  + (isWhole ? "" : " (one of many)")));
    }
    return violations;
  }
}
