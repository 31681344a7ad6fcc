package org.territorydelta.spark.laws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks of each law of files, breaks, sources and reports, planted in the tables of the sample:
 * {@code planted-breaks.sql}, whose statements are those of SQL for one table.
 */
final class ReportPlants {
  private static final Pattern UPDATE =
      Pattern.compile("UPDATE (\\w+) SET (\\w+) = (.*) WHERE (.*)");
  private static final Pattern DELETE = Pattern.compile("DELETE FROM (\\w+) WHERE (.*)");
  private static final Pattern REPEAT =
      Pattern.compile("INSERT INTO (\\w+) SELECT \\* FROM \\1 WHERE (.*)");
  private static final Pattern ADD =
      Pattern.compile(
          "INSERT INTO (\\w+) SELECT \\* REPLACE \\((.*) AS (\\w+)\\) FROM \\1 WHERE (.*)");
  private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\w+) (SELECT .*)");

  /** By the name of the law. */
  static final Map<String, List<Plant>> ALL = read("planted-breaks.sql");

  private ReportPlants() {}

  private static Map<String, List<Plant>> read(String file) {
    Map<String, List<Plant>> plants = new TreeMap<>();
    for (String part : text(file).split("-- law: ")) {
      String[] lines = part.split("\n", 2);
      if (!lines[0].startsWith("--")) {
        List<Plant> ofLaw = new ArrayList<>();
        for (String statement : lines[1].split(";\n")) {
          if (!statement.isBlank()) {
            ofLaw.add(plant(statement.strip().replaceAll("\\s*\n\\s*", " ")));
          }
        }
        plants.put(lines[0].strip(), List.copyOf(ofLaw));
      }
    }
    return plants;
  }

  private static Plant plant(String statement) {
    Matcher parts = UPDATE.matcher(statement);
    if (parts.matches()) {
      return Plant.set(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
    }
    parts = DELETE.matcher(statement);
    if (parts.matches()) {
      return Plant.remove(parts.group(1), parts.group(2));
    }
    parts = REPEAT.matcher(statement);
    if (parts.matches()) {
      return Plant.repeat(parts.group(1), parts.group(2));
    }
    parts = ADD.matcher(statement);
    if (parts.matches()) {
      return Plant.add(parts.group(1), parts.group(3), parts.group(2), parts.group(4));
    }
    parts = INSERT.matcher(statement);
    if (parts.matches()) {
      return inserted(parts.group(1), parts.group(2));
    }
    throw new IllegalArgumentException("Cannot read planted break: statement=" + statement);
  }

  /** Rows of a query more; columns that it does not name are null. */
  private static Plant inserted(String table, String query) {
    return new Plant(
        table,
        Plant.ANY_ROWS,
        (columns, original) ->
            "SELECT * FROM "
                + original
                + " UNION ALL SELECT "
                + columns.stream()
                    .map(
                        name -> (query.matches(".* AS " + name + "\\b.*") ? "" : "NULL AS ") + name)
                    .collect(Collectors.joining(", "))
                + " FROM ("
                + query
                + ") planted");
  }

  private static String text(String file) {
    try (InputStream in = ReportPlants.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
