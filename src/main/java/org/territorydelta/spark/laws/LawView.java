package org.territorydelta.spark.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view that laws read beside the tables.
 *
 * @param sql one SELECT statement
 */
public record LawView(String name, String sql) {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*CREATE OR REPLACE (?:TEMPORARY )?VIEW (\\w+) AS\\s+(.*)", Pattern.DOTALL);
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^--.*\\R?");

  /** The views of a script, in its order, which is one in which they can be made. */
  static List<LawView> parse(String script) {
    List<LawView> views = new ArrayList<>();
    for (String statement : COMMENT_LINE.matcher(script).replaceAll("").split(";")) {
      if (statement.isBlank()) {
        continue;
      }
      Matcher parts = STATEMENT.matcher(statement);
      if (!parts.matches()) {
        throw new IllegalArgumentException("Cannot read view: statement=" + statement.strip());
      }
      views.add(new LawView(parts.group(1), parts.group(2).strip()));
    }
    return views;
  }
}
