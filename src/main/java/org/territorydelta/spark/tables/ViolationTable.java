package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Violation;

/** {@link Violation} as a row, of a table that only rejected outputs have. */
public final class ViolationTable extends Table<Violation> {
  ViolationTable() {
    super(
        "violation",
        "Every break of a law for which an output was rejected. Outputs that are published have no such table.",
        List.of("table_name", "row", "law"),
        List.of(),
        List.of(
            text(
                "table_name",
                "The table whose row breaks it; none where figures contradicted each other before a table was made.",
                violation -> violation.table()),
            text(
                "row",
                "The key of the row, the file's name, or the maps with their files.",
                violation -> violation.row()),
            text(
                "law",
                "The law in words, with the figures that break it.",
                violation -> violation.law())));
  }

  @Override
  public Violation fromRow(Row row) {
    return new Violation(row.getAs("table_name"), row.getAs("row"), row.getAs("law"));
  }
}
