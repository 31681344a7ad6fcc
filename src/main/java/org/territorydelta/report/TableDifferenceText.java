package org.territorydelta.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.territorydelta.report.TableDifference.Part;

/** Tables against each other: their rows in numbers, then each table with what changed in it. */
final class TableDifferenceText {
  private static final int SHOWN_COLUMNS = 8;

  /** Part of a key where another content makes another row. */
  private static final String CONTENT_HASH = "content_hash";

  private static final int HASH_LETTERS = 12;
  private static final int SHOWN_VALUE_LETTERS = 60;

  private final List<String> lines = new ArrayList<>();

  private final Emphasis emphasis;

  private TableDifferenceText(Emphasis emphasis) {
    this.emphasis = emphasis;
  }

  static List<String> lines(List<TableDifference> tables, Emphasis emphasis) {
    var text = new TableDifferenceText(emphasis);
    text.addCounts(tables);
    tables.forEach(text::addTable);
    text.lines.add("");
    text.lines.add(emphasis.heading(verdict(tables)));
    return text.lines;
  }

  private static String verdict(List<TableDifference> tables) {
    long rows = tables.stream().mapToLong(table -> table.counts().after()).sum();
    if (tables.stream().allMatch(TableDifference::isIdentical)) {
      return "Nothing moved: both list the same files by their hashes, "
          + Figures.count(rows, "row")
          + ".";
    }
    long moved = tables.stream().filter(table -> !table.counts().isUnchanged()).count();
    if (moved == 0) {
      return "No row moved; files that differ hold the same rows otherwise written.";
    }
    return moved + " of " + Figures.count(tables.size(), "table") + " moved.";
  }

  private void addCounts(List<TableDifference> tables) {
    int width =
        tables.stream()
            .flatMap(table -> table.parts().stream())
            .mapToInt(part -> Math.max(part.part().table().length(), label(part).length()))
            .max()
            .orElse(0);
    String row = "%-" + width + "s %12s %12s %12s %12s";
    lines.add(
        emphasis.heading(
            String.format(Locale.ROOT, row, "table", "same", "added", "removed", "changed")));
    for (TableDifference table : tables) {
      lines.add(counts(row, table.table(), table.counts(), table.isIdentical()));
      if (table.parts().size() > 1 || !table.parts().get(0).part().partition().isEmpty()) {
        table
            .parts()
            .forEach(
                part -> lines.add(counts(row, label(part), part.counts(), part.isIdentical())));
      }
    }
  }

  /** A partition by its value; the folder's name repeats the column's. */
  private static String label(Part part) {
    String partition = part.part().partition();
    return "  " + partition.substring(partition.indexOf('=') + 1);
  }

  private static String counts(String row, String name, RowCounts counts, boolean identical) {
    return String.format(
            Locale.ROOT,
            row,
            name,
            Figures.grouped(counts.same()),
            identical ? "identical" : Figures.grouped(counts.added()),
            identical ? "" : Figures.grouped(counts.removed()),
            identical ? "" : Figures.grouped(counts.changed()))
        .stripTrailing();
  }

  private void addTable(TableDifference table) {
    ComparedColumns compared = table.compared();
    List<String> notes = new ArrayList<>();
    if (!compared.onlyOld().isEmpty()) {
      notes.add("only the old one has " + String.join(", ", compared.onlyOld()));
    }
    if (!compared.onlyNew().isEmpty()) {
      notes.add("only the new one has " + String.join(", ", compared.onlyNew()));
    }
    RowCounts counts = table.counts();
    if (compared.key().contains(CONTENT_HASH) && counts.added() > 0 && counts.removed() > 0) {
      notes.add("the key has " + CONTENT_HASH + ": an edited map's rows are removed and added");
    }
    if (counts.changed() == 0 && notes.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        emphasis.heading(table.table())
            + ": "
            + Figures.count(counts.changed(), "row")
            + " changed");
    notes.forEach(note -> lines.addAll(Paragraph.lines("  ", "    ", note)));
    addColumns(table.columns());
    addLargest(table.largest(), String.join(" ", compared.key()));
  }

  private void addColumns(List<ColumnChange> columns) {
    if (columns.isEmpty()) {
      return;
    }
    List<ColumnChange> shown = columns.subList(0, Math.min(SHOWN_COLUMNS, columns.size()));
    int width =
        Math.max(
            "column".length(),
            shown.stream().mapToInt(change -> change.column().length()).max().orElse(0));
    String row = "  %-" + width + "s %12s  %s";
    lines.add(String.format(Locale.ROOT, row, "column", "rows", "largest difference"));
    for (ColumnChange change : shown) {
      String largest =
          change.largest() == 0
              ? ""
              : Figures.difference(change.largest(), Figures.decimals(change.largest()));
      lines.add(
          String.format(Locale.ROOT, row, change.column(), Figures.grouped(change.rows()), largest)
              .stripTrailing());
    }
    if (columns.size() > shown.size()) {
      lines.add("  and " + Figures.count(columns.size() - shown.size(), "column") + " more");
    }
  }

  private void addLargest(List<RowChange> largest, String key) {
    Map<String, List<RowChange>> groups =
        largest.stream()
            .collect(
                Collectors.groupingBy(
                    TableDifferenceText::heading, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (heading, changes) -> {
          lines.add("  " + heading);
          if (changes.get(0).weight() == RowChange.Weight.OTHER) {
            changes.forEach(
                change -> lines.addAll(Paragraph.lines("    ", "      ", words(change))));
          } else {
            addNumbers(changes, key);
          }
        });
  }

  private static String heading(RowChange change) {
    return change.weight() == RowChange.Weight.OTHER
        ? "other changes"
        : "largest differences of " + change.column();
  }

  private static String words(RowChange change) {
    return key(change)
        + ": "
        + change.column()
        + " "
        + Paragraph.start(change.before().text(), SHOWN_VALUE_LETTERS)
        + " -> "
        + Paragraph.start(change.after().text(), SHOWN_VALUE_LETTERS);
  }

  private void addNumbers(List<RowChange> changes, String key) {
    int decimals = decimals(changes);
    List<String> old = column("old", changes, change -> number(change.before(), decimals));
    List<String> now = column("new", changes, change -> number(change.after(), decimals));
    List<String> difference =
        column(
            "difference",
            changes,
            change ->
                Double.isNaN(change.difference())
                    ? ""
                    : Figures.difference(change.difference(), decimals));
    List<String> row = new ArrayList<>(List.of(key));
    changes.forEach(change -> row.add(key(change)));
    for (int i = 0; i < row.size(); i++) {
      String figures = "    " + old.get(i) + "  " + now.get(i) + "  " + difference.get(i) + "  ";
      int indent = Math.min(figures.length() + 2, Paragraph.WIDTH / 2);
      lines.addAll(Paragraph.lines(figures, " ".repeat(indent), row.get(i)));
    }
  }

  /** As many as the smallest difference needs, so that every line shows one. */
  private static int decimals(List<RowChange> changes) {
    int decimals = 0;
    for (RowChange change : changes) {
      boolean hasFractions =
          isFraction(change.before().number()) || isFraction(change.after().number());
      decimals = Math.max(decimals, hasFractions ? 1 : 0);
      if (!Double.isNaN(change.difference())) {
        decimals = Math.max(decimals, Figures.decimals(change.difference()));
      }
    }
    return decimals;
  }

  private static boolean isFraction(double number) {
    return !Double.isNaN(number) && Math.rint(number) != number;
  }

  private static String number(CellValue value, int decimals) {
    return value.isNumber() ? Figures.number(value.number(), decimals) : value.text();
  }

  /** Heading and values, all of one width. */
  private static List<String> column(
      String heading, Collection<RowChange> changes, Function<RowChange, String> value) {
    List<String> texts = new ArrayList<>(List.of(heading));
    changes.forEach(change -> texts.add(value.apply(change)));
    int width = texts.stream().mapToInt(String::length).max().orElseThrow();
    return texts.stream().map(text -> " ".repeat(width - text.length()) + text).toList();
  }

  private static String key(RowChange change) {
    return change.key().stream()
        .map(part -> part.matches("[0-9a-f]{64}") ? part.substring(0, HASH_LETTERS) : part)
        .collect(Collectors.joining(" "));
  }
}
