package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Turns one kind of record into rows of its table and back.
 *
 * @param <T> the record
 */
interface RowCodec<T> {
  Table<?> table();

  Row toRow(T value);

  /** The rows of some records, in their order. */
  static <T> List<Row> rows(RowCodec<T> codec, List<T> values) {
    List<Row> rows = new ArrayList<>(values.size());
    values.forEach(value -> rows.add(codec.toRow(value)));
    return rows;
  }

  /** The record behind a row whose schema is the table's. */
  T fromRow(Row row);

  /** The record behind a row of the table that has no schema with it. */
  default T fromPlain(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = row.get(i);
      values[i] =
          value instanceof Object[] list
              ? CollectionConverters.asScala(Arrays.asList(list)).toSeq()
              : value;
    }
    return fromRow(new GenericRowWithSchema(values, table().schema()));
  }
}
