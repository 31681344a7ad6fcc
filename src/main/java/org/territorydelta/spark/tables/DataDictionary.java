package org.territorydelta.spark.tables;

import java.util.stream.Collectors;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.spark.laws.Laws;

/** The data dictionary, from the same definitions the tables are written by. */
public final class DataDictionary {
  public static final String FILE_NAME = "data-dictionary.md";

  private DataDictionary() {}

  /** The whole dictionary as Markdown. */
  public static String markdown() {
    var text = new StringBuilder();
    text.append("# Data dictionary\n\n");
    text.append("Schema version ").append(Table.SCHEMA_VERSION).append(". ");
    text.append("Columns are only ever added. Areas are km² on the WGS84 ellipsoid for edges ");
    text.append("straight in longitude/latitude; each is a whole number of 1e-6 km², so sums ");
    text.append("taken in whole 1e-6 km² are exact. Dates are days, periods include both ends, ");
    text.append("and a map shows the end of its day.\n");
    Tables.all().forEach(table -> append(text, table));
    text.append("\n## Reasons in quarantine\n\n| reason | outcome | meaning |\n|---|---|---|\n");
    for (RejectionReason reason : RejectionReason.values()) {
      text.append("| `").append(reason.name()).append("` | ").append(reason.outcome().word());
      text.append(" | ").append(reason.meaning()).append(" |\n");
    }
    claims(text);
    laws(text);
    return text.toString();
  }

  /** What the words in the tables of claims stand for. */
  private static void claims(StringBuilder text) {
    text.append("\n## Quantities of claims\n\n| quantity_type | meaning |\n|---|---|\n");
    for (QuantityType quantity : QuantityType.values()) {
      append(text, quantity.word(), quantity.meaning());
    }
    text.append("\n## What a claim's number stands for\n\n| qualifier | interval |\n|---|---|\n");
    for (Qualifier qualifier : Qualifier.values()) {
      append(text, qualifier.word(), qualifier.interval());
    }
    text.append("\nOf a span: from the lower number's least to the higher one's most.\n");
    text.append("\n## Labels of claims\n\n| label | meaning |\n|---|---|\n");
    for (ClaimLabel label : ClaimLabel.values()) {
      append(text, label.name(), label.meaning());
    }
    text.append("\n## Reasons not to compare\n\n| reason | meaning |\n|---|---|\n");
    for (Incomparability reason : Incomparability.values()) {
      append(text, reason.name(), reason.meaning());
    }
  }

  private static void laws(StringBuilder text) {
    text.append("\n## Laws\n\n`check DIR` holds the tables against each of these queries, ");
    text.append("`check --show NAME` prints one; it runs in Spark SQL and in DuckDB.\n\n");
    text.append("| law | what holds |\n|---|---|\n");
    Laws.all().forEach(law -> append(text, law.name(), law.says()));
  }

  private static void append(StringBuilder text, String word, String meaning) {
    text.append("| `").append(word).append("` | ").append(meaning).append(" |\n");
  }

  private static void append(StringBuilder text, Table<?> table) {
    text.append("\n## ").append(table.name()).append("\n\n").append(table.meaning());
    text.append("\n\nKey: ");
    text.append(table.key().stream().map(k -> "`" + k + "`").collect(Collectors.joining(", ")));
    if (!table.partitionBy().isEmpty()) {
      text.append(". In folders by `").append(String.join("`, `", table.partitionBy())).append("`");
    }
    text.append(".\n\n| column | type | null | unit | meaning |\n|---|---|---|---|---|\n");
    for (Column<?> column : table.columns()) {
      text.append("| `").append(column.name()).append("` | ");
      text.append(column.type().simpleString()).append(" | ");
      text.append(column.nullable() ? "yes" : "no").append(" | ");
      text.append(column.unit()).append(" | ").append(column.meaning()).append(" |\n");
    }
  }
}
