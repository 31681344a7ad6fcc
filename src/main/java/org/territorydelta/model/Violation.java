package org.territorydelta.model;

import java.io.Serializable;
import java.util.List;

/**
 * A row, or a file, that breaks a law.
 *
 * @param row the key of the row, or the file's name
 * @param law the law in words, with the figures that break it
 */
public record Violation(String table, String row, String law) implements Serializable {
  /** In place of a table's name where figures contradict each other before there is a table. */
  public static final String NO_TABLE = "none";

  /** The first of many, a line each, under a heading that counts them all. */
  public static String text(List<Violation> violations, int most) {
    return text(violations.size(), violations.stream().limit(most).toList());
  }

  /**
   * The same where only the first are known.
   *
   * @param count of all
   */
  public static String text(long count, List<Violation> first) {
    var text = new StringBuilder();
    text.append(count).append(count == 1 ? " break" : " breaks");
    text.append(" of a law:");
    first.forEach(v -> text.append("\n  ").append(v));
    return text.append(count > first.size() ? "\n  ..." : "").toString();
  }

  @Override
  public String toString() {
    return (table.equals(NO_TABLE) ? "" : table + " ") + "[" + row + "]: " + law;
  }
}
