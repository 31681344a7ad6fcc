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
  /** The first of many, a line each, under a heading that counts them all. */
  public static String text(List<Violation> violations, int most) {
    var text = new StringBuilder();
    text.append(violations.size()).append(violations.size() == 1 ? " break" : " breaks");
    text.append(" of a law:");
    violations.stream().limit(most).forEach(v -> text.append("\n  ").append(v));
    return text.append(violations.size() > most ? "\n  ..." : "").toString();
  }

  @Override
  public String toString() {
    return table + " [" + row + "]: " + law;
  }
}
