package org.territorydelta.spark.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One law of the tables: a query for the rows that break it.
 *
 * @param name in kebab-case, as its file is called
 * @param says one sentence for a reader
 * @param reads names of tables and views; the first is the table whose rows it judges, or a view of
 *     its rows, which is called by the table's name and one word more
 * @param sql one SELECT statement
 */
public record Law(String name, String says, List<String> reads, String sql) {
  private static final String COMMENT = "-- ";
  private static final String CONTINUED = "--   ";

  public Law {
    reads = List.copyOf(reads);
    if (says.isEmpty() || reads.isEmpty() || sql.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read law: name=" + name + ", expected a sentence, tables and a query");
    }
  }

  /**
   * The table whose rows it judges.
   *
   * @param tables names of all tables
   */
  String table(Collection<String> tables) {
    String first = reads.get(0);
    return tables.stream()
        .filter(table -> first.equals(table) || first.startsWith(table + "_"))
        .max(Comparator.comparing(String::length))
        .orElseThrow(
            () -> new IllegalStateException("Cannot tell the table of law " + name + ": " + first));
  }

  /**
   * Reads a law's file: lines {@code -- law:}, {@code -- says:} and {@code -- reads:}, of which
   * each may go on in lines that begin with {@code --} and three spaces; then the query.
   *
   * @param name as the file is called, without its ending
   */
  static Law parse(String name, String text) {
    Map<String, String> header = new TreeMap<>();
    List<String> lines = text.lines().toList();
    String word = "";
    int at = 0;
    for (; at < lines.size() && lines.get(at).startsWith(COMMENT); at++) {
      String line = lines.get(at);
      if (line.startsWith(CONTINUED) && !word.isEmpty()) {
        header.merge(word, line.substring(CONTINUED.length()).strip(), (a, b) -> a + " " + b);
      } else {
        int colon = line.indexOf(':');
        word = colon < 0 ? "" : line.substring(COMMENT.length(), colon);
        header.put(word, line.substring(colon + 1).strip());
      }
    }
    if (!name.equals(header.get("law"))) {
      throw new IllegalArgumentException(
          "Cannot read law: file="
              + name
              + ".sql, law="
              + header.get("law")
              + ", expected one name");
    }
    List<String> reads = new ArrayList<>();
    Stream.of(header.getOrDefault("reads", "").split(",")).map(String::strip).forEach(reads::add);
    reads.removeIf(String::isEmpty);
    String sql = String.join("\n", lines.subList(at, lines.size())).strip();
    return new Law(name, header.getOrDefault("says", ""), reads, sql);
  }
}
