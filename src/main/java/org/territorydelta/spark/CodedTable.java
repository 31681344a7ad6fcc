package org.territorydelta.spark;

import java.util.List;
import org.apache.spark.sql.Row;

/** A table whose rows a {@link RowCodec} makes. */
final class CodedTable extends Table<Row> {
  CodedTable(
      String name,
      String meaning,
      List<String> key,
      List<String> partitionBy,
      List<Column<Row>> columns) {
    super(name, meaning, key, partitionBy, columns);
  }

  @Override
  Row row(Row row) {
    return row;
  }

  @Override
  Row fromRow(Row row) {
    return row;
  }
}
