package org.territorydelta.spark.laws;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A change to some rows of one table, or of a view of its lists, by which a law breaks.
 *
 * @param where which rows; there must be some, unless it is {@link #ANY_ROWS}
 * @param rows the table with the change, given its columns and the name of the table without
 */
record Plant(String table, String where, Edit rows) {
  /** Of a change that needs no row to be there. */
  static final String ANY_ROWS = "TRUE";

  /** The edited table as a query. */
  interface Edit {
    String sql(List<String> columns, String original);
  }

  /** A column of the rows gets another value, an expression over the row. */
  static Plant set(String table, String column, String value, String where) {
    return new Plant(
        table,
        where,
        (columns, original) ->
            "SELECT "
                + selected(
                    columns,
                    name ->
                        name.equals(column)
                            ? "CASE WHEN "
                                + where
                                + " THEN "
                                + value
                                + " ELSE "
                                + name
                                + " END AS "
                                + name
                            : name)
                + " FROM "
                + original);
  }

  /** The rows are missing. */
  static Plant remove(String table, String where) {
    return new Plant(
        table,
        where,
        (columns, original) ->
            "SELECT * FROM " + original + " WHERE NOT COALESCE(" + where + ", FALSE)");
  }

  /** The rows are there twice. */
  static Plant repeat(String table, String where) {
    return new Plant(
        table,
        where,
        (columns, original) ->
            "SELECT * FROM "
                + original
                + " UNION ALL SELECT * FROM "
                + original
                + " WHERE "
                + where);
  }

  /** The rows are there once more, with another value in one column. */
  static Plant add(String table, String column, String value, String where) {
    return new Plant(
        table,
        where,
        (columns, original) ->
            "SELECT * FROM "
                + original
                + " UNION ALL SELECT "
                + selected(columns, name -> name.equals(column) ? value + " AS " + name : name)
                + " FROM "
                + original
                + " WHERE "
                + where);
  }

  private static String selected(List<String> columns, Function<String, String> expression) {
    return columns.stream().map(expression).collect(Collectors.joining(", "));
  }
}
