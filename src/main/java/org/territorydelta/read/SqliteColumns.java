package org.territorydelta.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of a table, from the statement that made it.
 *
 * @param rowId the column that stands for the row's number and is not stored itself
 */
record SqliteColumns(List<String> names, Optional<String> rowId) {
  private static final List<String> NO_COLUMN =
      List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

  static SqliteColumns of(String sql) {
    int open = sql.indexOf('(');
    List<String> names = new ArrayList<>();
    Optional<String> rowId = Optional.empty();
    for (String definition : open < 0 ? List.<String>of() : split(sql.substring(open + 1))) {
      String text = definition.strip();
      String name = name(text);
      boolean quoted = !text.isEmpty() && "\"'`[".indexOf(text.charAt(0)) >= 0;
      if (name.isEmpty() || !quoted && NO_COLUMN.contains(name.toUpperCase(Locale.ROOT))) {
        continue;
      }
      names.add(name);
      String rest = text.substring(Math.min(text.length(), name.length() + (quoted ? 2 : 0)));
      if (rest.strip().toUpperCase(Locale.ROOT).matches("(?s)INTEGER\\b.*\\bPRIMARY\\s+KEY\\b.*")) {
        rowId = Optional.of(name);
      }
    }
    return new SqliteColumns(List.copyOf(names), rowId);
  }

  private static String name(String definition) {
    if (definition.isEmpty()) {
      return "";
    }
    char first = definition.charAt(0);
    if ("\"'`[".indexOf(first) >= 0) {
      int end = definition.indexOf(first == '[' ? ']' : first, 1);
      return end < 0 ? "" : definition.substring(1, end);
    }
    return definition.split("[\\s(,]", 2)[0];
  }

  /** Parts between commas that are in no quotes and no brackets, up to the closing bracket. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ("\"'`".indexOf(c) >= 0) {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth < 0) {
        break;
      } else if (c == ',' && depth == 0) {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      part.append(c);
    }
    parts.add(part.toString());
    return parts;
  }
}
