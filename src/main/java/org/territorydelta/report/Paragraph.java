package org.territorydelta.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: lines of at most {@link #WIDTH} columns. */
final class Paragraph {
  static final int WIDTH = 80;

  private Paragraph() {}

  /**
   * A text broken at its spaces, and inside a word where that is longer than a line.
   *
   * @param first what the first line begins with
   * @param next what every further line begins with, at most half a line
   */
  static List<String> lines(String first, String next, String text) {
    List<String> lines = new ArrayList<>();
    String line = first;
    boolean hasWords = false;
    for (String word : text.strip().split("\\s+")) {
      if (hasWords && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line);
        line = next;
        hasWords = false;
      }
      line += hasWords ? " " : "";
      String rest = word;
      while (line.length() + rest.length() > WIDTH) {
        int room = Math.max(0, WIDTH - line.length());
        lines.add((line + rest.substring(0, room)).stripTrailing());
        rest = rest.substring(room);
        line = next;
      }
      line += rest;
      hasWords = true;
    }
    lines.add(line);
    return lines;
  }

  /** Text without control characters, which a terminal would obey. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
  }

  /** The start of a text, on one line. */
  static String start(String text, int length) {
    String one = text.strip().replaceAll("\\s+", " ");
    return one.length() <= length ? one : one.substring(0, length - 3) + "...";
  }
}
