package org.territorydelta.spark;

import static org.territorydelta.spark.Column.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Violation;

/** {@link Violation} as a row, of a table that only rejected outputs have. */
final class ViolationCodec implements RowCodec<Violation> {
  static final Table VIOLATION =
      new Table(
          "violation",
          "Every break of a law for which an output was rejected. Outputs that are published have no such table.",
          List.of("table_name", "row", "law"),
          List.of(),
          List.of(
              text(
                  "table_name",
                  "The table whose row breaks it; none where figures contradicted each other before a table was made."),
              text("row", "The key of the row, the file's name, or the maps with their files."),
              text("law", "The law in words, with the figures that break it.")));

  @Override
  public Table table() {
    return VIOLATION;
  }

  @Override
  public Row toRow(Violation violation) {
    return new RowValues(table())
        .add(violation.table())
        .add(violation.row())
        .add(violation.law())
        .toRow();
  }

  @Override
  public Violation fromRow(Row row) {
    return new Violation(row.getAs("table_name"), row.getAs("row"), row.getAs("law"));
  }
}
