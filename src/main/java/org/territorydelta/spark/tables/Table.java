package org.territorydelta.spark.tables;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One table of the output: its columns with the values that a record gives them, the columns that
 * tell its rows apart, and how it lies in files. Rows are sorted by key. The schema, the data
 * dictionary, the CSV and the rows all follow from this one definition.
 *
 * @param <T> the record that a row is made of
 */
public abstract class Table<T> {
  /** Columns are only ever added; then this goes up. */
  public static final int SCHEMA_VERSION = 4;

  private final String name;
  private final String meaning;
  private final List<String> key;
  private final List<String> partitionBy;
  private final List<Column<T>> columns;
  private final StructType schema;

  /**
   * @param key columns that together name one row
   * @param partitionBy columns that become folders; none for most
   */
  Table(
      String name,
      String meaning,
      List<String> key,
      List<String> partitionBy,
      List<Column<T>> columns) {
    this.name = name;
    this.meaning = meaning;
    this.key = key;
    this.partitionBy = partitionBy;
    this.columns = columns;
    this.schema = Column.schema(columns);
  }

  public String name() {
    return name;
  }

  public String meaning() {
    return meaning;
  }

  public List<String> key() {
    return key;
  }

  public List<String> partitionBy() {
    return partitionBy;
  }

  public List<Column<T>> columns() {
    return columns;
  }

  public StructType schema() {
    return schema;
  }

  /** The place of a column. */
  public int position(String column) {
    return schema.fieldIndex(column);
  }

  /** The row of a record. */
  public Row row(T value) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).valueOf(value);
    }
    return RowFactory.create(values);
  }

  public List<Row> rows(List<T> values) {
    return values.stream().map(this::row).toList();
  }

  /**
   * The record behind a row that was read. What follows from other columns is left aside.
   *
   * @throws IllegalArgumentException when the row is none that a record gives
   */
  public abstract T fromRow(Row row);

  /** The record behind a row that {@link #row} made, which has no schema with it. */
  public T fromPlain(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = row.get(i);
      values[i] =
          value instanceof Object[] list
              ? CollectionConverters.asScala(Arrays.asList(list)).toSeq()
              : value;
    }
    return fromRow(new GenericRowWithSchema(values, schema));
  }

  @Override
  public String toString() {
    return name;
  }
}
