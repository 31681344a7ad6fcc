package org.territorydelta.spark;

import org.apache.spark.sql.Row;

/**
 * Turns one kind of record into rows of its table and back.
 *
 * @param <T> the record
 */
interface RowCodec<T> {
  Table table();

  Row toRow(T value);

  /** The record behind a row whose schema is the table's. */
  T fromRow(Row row);
}
