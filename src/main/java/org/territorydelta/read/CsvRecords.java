package org.territorydelta.read;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records of separated values as RFC 4180 has them, one at a time: quotes, quotes doubled in
 * quotes, line ends in quotes.
 */
final class CsvRecords {
  private static final char QUOTE = '"';

  /** No cell is longer; a quote that is never closed must not take all of memory. */
  private static final int LONGEST_CELL = 1 << 27;

  private final Reader text;
  private final char delimiter;
  private int next;
  private long line = 1;
  private long begun = 1;

  /**
   * @param text buffered
   */
  CsvRecords(Reader text, char delimiter) throws IOException {
    this.text = text;
    this.delimiter = delimiter;
    this.next = text.read();
  }

  /** What a header has most of outside quotes; a comma where it has none. */
  static char delimiter(String header) {
    String bare = header.replaceAll("\"[^\"]*\"", "");
    char most = ',';
    long mostCount = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long count = bare.chars().filter(c -> c == candidate).count();
      if (count > mostCount) {
        most = candidate;
        mostCount = count;
      }
    }
    return most;
  }

  /** The line, from 1, on which the record begins that was read last. */
  long line() {
    return begun;
  }

  /** The next record's cells; nothing at the end. Empty lines are passed over. */
  Optional<List<String>> next() throws IOException {
    while (next == '\n' || next == '\r') {
      advance();
    }
    if (next < 0) {
      return Optional.empty();
    }
    begun = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (next == delimiter) {
      advance();
      cells.add(cell());
    }
    if (next == '\r') {
      advance();
    }
    return Optional.of(cells);
  }

  private String cell() throws IOException {
    var cell = new StringBuilder();
    if (next == QUOTE) {
      advance();
      while (next != QUOTE || advance() == QUOTE) {
        if (next < 0) {
          throw new UnreadableFileException(
              "a quote in the record of line " + begun + " stays open");
        }
        append(cell);
      }
    }
    while (next >= 0 && next != delimiter && next != '\n' && next != '\r') {
      append(cell);
    }
    return cell.toString();
  }

  private void append(StringBuilder cell) throws IOException {
    if (cell.length() == LONGEST_CELL) {
      throw new UnreadableFileException("a cell in the record of line " + begun + " is too long");
    }
    cell.append((char) next);
    advance();
  }

  private int advance() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = text.read();
    return next;
  }
}
