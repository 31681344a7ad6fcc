package org.territorydelta.spark;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One table of the output: its columns, the columns that tell its rows apart, and how it lies in
 * files. Rows are sorted by key.
 *
 * @param key columns that together name one row
 * @param partitionBy columns that become folders; none for most
 */
record Table(
    String name, String meaning, List<String> key, List<String> partitionBy, List<Column> columns) {
  /** Columns are only ever added; then this goes up. */
  static final int SCHEMA_VERSION = 3;

  StructType schema() {
    return new StructType(
        columns.stream()
            .map(c -> DataTypes.createStructField(c.name(), c.type(), c.nullable()))
            .toArray(StructField[]::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
