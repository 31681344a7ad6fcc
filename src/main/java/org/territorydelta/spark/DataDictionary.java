package org.territorydelta.spark;

import java.util.stream.Collectors;
import org.territorydelta.model.RejectionReason;

/** The data dictionary, from the same definitions the tables are written by. */
public final class DataDictionary {
  private DataDictionary() {}

  /** The whole dictionary as Markdown. */
  public static String markdown() {
    var text = new StringBuilder();
    text.append("# Data dictionary\n\n");
    text.append("Schema version ").append(Table.SCHEMA_VERSION).append(". ");
    text.append("Columns are only ever added. Areas are km² on the WGS84 ellipsoid for edges ");
    text.append("straight in longitude/latitude; each is a whole number of 1e-8 km², so sums ");
    text.append("taken in whole 1e-8 km² are exact. Dates are days, periods include both ends, ");
    text.append("and a map shows the end of its day.\n");
    Tables.all().forEach(table -> append(text, table));
    text.append("\n## Reasons in quarantine\n\n| reason | outcome | meaning |\n|---|---|---|\n");
    for (RejectionReason reason : RejectionReason.values()) {
      text.append("| `").append(reason.name()).append("` | ").append(reason.outcome().word());
      text.append(" | ").append(reason.meaning()).append(" |\n");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Table table) {
    text.append("\n## ").append(table.name()).append("\n\n").append(table.meaning());
    text.append("\n\nKey: ");
    text.append(table.key().stream().map(k -> "`" + k + "`").collect(Collectors.joining(", ")));
    if (!table.partitionBy().isEmpty()) {
      text.append(". In folders by `").append(String.join("`, `", table.partitionBy())).append("`");
    }
    text.append(".\n\n| column | type | null | unit | meaning |\n|---|---|---|---|---|\n");
    for (Column column : table.columns()) {
      text.append("| `").append(column.name()).append("` | ");
      text.append(column.type().simpleString()).append(" | ");
      text.append(column.nullable() ? "yes" : "no").append(" | ");
      text.append(column.unit()).append(" | ").append(column.meaning()).append(" |\n");
    }
  }
}
