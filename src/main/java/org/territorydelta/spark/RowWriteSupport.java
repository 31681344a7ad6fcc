package org.territorydelta.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Hands rows to Parquet's writer, value by value. Spark's own way there would plan, optimise and
 * compile a query for each table, which on small tables takes longer than writing them.
 */
final class RowWriteSupport extends WriteSupport<Row> {
  /** Where Spark looks for its own form of the schema. */
  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private final StructType columns;
  private final int[] places;
  private RecordConsumer consumer;

  /**
   * @param row what the rows to come look like
   * @param columns those of them that go into the file
   */
  private RowWriteSupport(StructType row, StructType columns) {
    this.columns = columns;
    this.places = Arrays.stream(columns.fieldNames()).mapToInt(row::fieldIndex).toArray();
  }

  /** A builder of writers for one table's rows. */
  static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final Table table;

    Builder(OutputFile file, Table table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Deprecated, but the one that has to be there. */
    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport(table.schema(), ParquetLayout.inFile(table));
    }
  }

  /** Deprecated, but the one that has to be there. */
  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetLayout.of(columns), Map.of(SPARK_SCHEMA, columns.json()));
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.consumer = recordConsumer;
  }

  @Override
  public void write(Row row) {
    consumer.startMessage();
    for (int i = 0; i < places.length; i++) {
      field(i, columns.fields()[i], row.get(places[i]));
    }
    consumer.endMessage();
  }

  private void field(int index, StructField field, Object value) {
    if (value == null) {
      if (!field.nullable()) {
        throw new IllegalArgumentException("Cannot write row: " + field.name() + " is null");
      }
      return;
    }
    consumer.startField(field.name(), index);
    value(field.dataType(), value);
    consumer.endField(field.name(), index);
  }

  private void value(DataType type, Object value) {
    if (type instanceof ArrayType array) {
      list(array.elementType(), (Object[]) value);
    } else if (type instanceof StructType struct) {
      consumer.startGroup();
      for (int i = 0; i < struct.length(); i++) {
        field(i, struct.fields()[i], ((Row) value).get(i));
      }
      consumer.endGroup();
    } else {
      primitive(value);
    }
  }

  private void list(DataType elementType, Object[] elements) {
    consumer.startGroup();
    if (elements.length > 0) {
      consumer.startField("list", 0);
      for (Object element : List.of(elements)) {
        consumer.startGroup();
        consumer.startField("element", 0);
        value(elementType, element);
        consumer.endField("element", 0);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }

  private void primitive(Object value) {
    if (value instanceof String text) {
      consumer.addBinary(Binary.fromString(text));
    } else if (value instanceof LocalDate day) {
      consumer.addInteger(Math.toIntExact(day.toEpochDay()));
    } else if (value instanceof Instant time) {
      consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    } else if (value instanceof Long number) {
      consumer.addLong(number);
    } else if (value instanceof Integer number) {
      consumer.addInteger(number);
    } else if (value instanceof Double number) {
      consumer.addDouble(number);
    } else if (value instanceof Boolean flag) {
      consumer.addBoolean(flag);
    } else if (value instanceof byte[] bytes) {
      consumer.addBinary(Binary.fromConstantByteArray(bytes));
    } else {
      throw new IllegalArgumentException("Cannot write value of " + value.getClass());
    }
  }
}
