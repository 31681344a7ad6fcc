package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table of at most 80 columns and as Markdown. */
final class Figures {
  private static final int LONGEST_NAME = 54;
  private static final int VALUE_WIDTH = 12;

  /** A line of the table; without a value it is a heading. */
  private record Row(String name, String value, String unit) {}

  private final List<String> circumstances = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> tables = new ArrayList<>();

  /** Says on what and how it was measured. */
  Figures circumstance(String text) {
    circumstances.add(text);
    return this;
  }

  Figures section(String name) {
    rows.add(new Row(name, "", ""));
    return this;
  }

  /** Adds a figure with as many decimals as are worth reading. */
  Figures add(String name, double value, String unit) {
    return add(name, number(value), unit);
  }

  /** Adds a whole number of things. */
  Figures count(String name, long value) {
    return add(name, String.format(Locale.ROOT, "%,d", value), "");
  }

  private Figures add(String name, String value, String unit) {
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("Cannot show figure: name='" + name + "' is too long");
    }
    rows.add(new Row(name, value, unit));
    return this;
  }

  /**
   * Adds a table of its own after all figures, as Markdown.
   *
   * @param lines the first is the heading; in each, a name and then a value a column
   */
  Figures table(List<List<String>> lines) {
    var text = new StringBuilder("\n");
    for (int line = 0; line < lines.size(); line++) {
      text.append("| ").append(String.join(" | ", lines.get(line))).append(" |\n");
      if (line == 0) {
        text.append("|---").append("|---:".repeat(lines.get(0).size() - 1)).append("|\n");
      }
    }
    tables.add(text.toString());
    return this;
  }

  /** A number with as many decimals as are worth reading. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size == 0 || size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size < 0.01 ? "%.1e" : size < 10 ? "%.2f" : "%.1f", value);
  }

  String text() {
    var text = new StringBuilder();
    circumstances.forEach(line -> text.append(line).append('\n'));
    for (Row row : rows) {
      if (row.value.isEmpty()) {
        text.append('\n').append(row.name).append('\n');
      } else {
        text.append(
            String.format(
                    Locale.ROOT,
                    "  %-" + LONGEST_NAME + "s%" + VALUE_WIDTH + "s %s",
                    row.name,
                    row.value,
                    row.unit)
                .stripTrailing());
        text.append('\n');
      }
    }
    tables.forEach(text::append);
    return text.toString();
  }

  String markdown() {
    var text = new StringBuilder();
    circumstances.forEach(line -> text.append(line).append("  \n"));
    for (Row row : rows) {
      if (row.value.isEmpty()) {
        text.append("\n| ").append(row.name).append(" | | |\n|---|---:|---|\n");
      } else {
        text.append("| ").append(row.name).append(" | ").append(row.value);
        text.append(" | ").append(row.unit).append(" |\n");
      }
    }
    tables.forEach(text::append);
    return text.toString();
  }
}
