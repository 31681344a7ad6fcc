package org.territorydelta.read;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Rows of a CSV text, by its header. The text is cut into records before their cells are told
 * apart, so that a quote that was never closed costs its own line and not all that follow.
 */
final class CsvRows {
  private static final char QUOTE = '"';

  /** No cell has more line ends in it. */
  private static final int MOST_LINES = 100;

  private final List<String> lines;
  private final CsvParser parser;
  private final char delimiter;
  private final List<RawRow> rows = new ArrayList<>();

  private CsvRows(String text) {
    this.lines = text.lines().toList();
    this.delimiter = delimiter(lines.stream().filter(l -> !l.isBlank()).findFirst().orElse(""));
    CsvParserSettings known = settings();
    known.getFormat().setDelimiter(delimiter);
    this.parser = new CsvParser(known);
  }

  /** What the header has most of outside quotes; a comma where it has none. */
  private static char delimiter(String header) {
    String bare = header.replaceAll("\"[^\"]*\"", "");
    char most = ',';
    long mostCount = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = bare.chars().filter(c -> c == candidate).count();
      if (count > mostCount) {
        most = candidate;
        mostCount = count;
      }
    }
    return most;
  }

  private RawRow.Decimals decimals() {
    return delimiter == ',' ? RawRow.Decimals.POINT : RawRow.Decimals.POINT_OR_COMMA;
  }

  private static CsvParserSettings settings() {
    var settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(-1);
    // A comment sign would make a row vanish that begins with it.
    settings.getFormat().setComment('\0');
    return settings;
  }

  /**
   * @param columns takes up those of the header
   */
  static List<RawRow> rows(String text, Set<String> columns) throws UnreadableFileException {
    var csv = new CsvRows(text);
    int at = 0;
    while (csv.lines.get(at).isBlank()) {
      at++;
    }
    List<String> header = header(csv.parser.parseLine(csv.lines.get(at)));
    columns.addAll(header);
    csv.read(at + 1, header);
    return csv.rows;
  }

  private static List<String> header(String[] cells) throws UnreadableFileException {
    List<String> header = new ArrayList<>();
    for (String cell : cells) {
      String name = cell == null ? "" : RowReader.column(cell);
      if (!name.isEmpty() && header.contains(name)) {
        throw new UnreadableFileException("the header has '" + name + "' twice");
      }
      header.add(name);
    }
    return header;
  }

  private void read(int first, List<String> header) {
    int at = first;
    while (at < lines.size()) {
      OptionalInt end = lines.get(at).isBlank() ? OptionalInt.of(at) : endOfRecord(at);
      if (end.isEmpty()) {
        rows.add(fault("a quote is not closed", lines.get(at)));
      } else if (!lines.get(at).isBlank()) {
        rows.add(row(header, String.join("\n", lines.subList(at, end.getAsInt() + 1))));
      }
      at = end.orElse(at) + 1;
    }
  }

  /** The last line of the record that begins on a line; none when a quote stays open. */
  private OptionalInt endOfRecord(int first) {
    String content = lines.get(first);
    for (int at = first; at < Math.min(lines.size(), first + MOST_LINES); at++) {
      content = at == first ? content : content + "\n" + lines.get(at);
      if (isWellQuoted(content)) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether quotes open where a cell begins and close where it ends. */
  private boolean isWellQuoted(String content) {
    boolean open = false;
    boolean atStart = true;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      char next = i + 1 < content.length() ? content.charAt(i + 1) : delimiter;
      if (open && c == QUOTE && next == QUOTE) {
        i++;
      } else if (open && c == QUOTE) {
        open = false;
        if (next != delimiter && !Character.isWhitespace(next)) {
          return false;
        }
      } else if (!open && c == QUOTE && atStart) {
        open = true;
      }
      atStart = !open && (c == delimiter || atStart && Character.isWhitespace(c));
    }
    return !open;
  }

  private RawRow row(List<String> header, String content) {
    String[] parsed = parser.parseLine(content);
    String[] cells = parsed == null ? new String[0] : parsed;
    if (cells.length > header.size()) {
      return fault(cells.length + " cells, expected at most " + header.size(), content);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null && !cells[i].isBlank()) {
        values.put(header.get(i), cells[i].strip());
      }
    }
    return new RawRow(rows.size(), values, Optional.empty(), decimals(), RowReader.shown(content));
  }

  private RawRow fault(String fault, String content) {
    return new RawRow(
        rows.size(), Map.of(), Optional.of(fault), decimals(), RowReader.shown(content));
  }
}
