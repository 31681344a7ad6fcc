package org.territorydelta.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How a table's columns lie in a Parquet file: the same types Spark's own writer chooses, lists in
 * three levels. Columns that became folders are not in the file.
 */
final class ParquetLayout {
  private ParquetLayout() {}

  /** The columns that are in a table's files. */
  static StructType inFile(Table table) {
    return new StructType(
        Arrays.stream(table.schema().fields())
            .filter(field -> !table.partitionBy().contains(field.name()))
            .toArray(StructField[]::new));
  }

  static MessageType of(StructType columns) {
    return new MessageType("spark_schema", fields(columns));
  }

  private static List<Type> fields(StructType columns) {
    return Arrays.stream(columns.fields())
        .map(field -> type(field.name(), field.dataType(), field.nullable()))
        .toList();
  }

  private static Type type(String name, DataType type, boolean nullable) {
    Repetition repetition = nullable ? Repetition.OPTIONAL : Repetition.REQUIRED;
    if (type instanceof ArrayType array) {
      return Types.list(repetition)
          .element(type("element", array.elementType(), array.containsNull()))
          .named(name);
    }
    if (type instanceof StructType struct) {
      return Types.buildGroup(repetition)
          .addFields(fields(struct).toArray(Type[]::new))
          .named(name);
    }
    if (type.equals(DataTypes.StringType)) {
      return Types.primitive(PrimitiveTypeName.BINARY, repetition)
          .as(LogicalTypeAnnotation.stringType())
          .named(name);
    }
    if (type.equals(DataTypes.DateType)) {
      return Types.primitive(PrimitiveTypeName.INT32, repetition)
          .as(LogicalTypeAnnotation.dateType())
          .named(name);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Types.primitive(PrimitiveTypeName.INT64, repetition)
          .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
          .named(name);
    }
    return Types.primitive(plain(name, type), repetition).named(name);
  }

  private static PrimitiveTypeName plain(String name, DataType type) {
    if (type.equals(DataTypes.LongType)) {
      return PrimitiveTypeName.INT64;
    }
    if (type.equals(DataTypes.IntegerType)) {
      return PrimitiveTypeName.INT32;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return PrimitiveTypeName.DOUBLE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return PrimitiveTypeName.BOOLEAN;
    }
    if (type.equals(DataTypes.BinaryType)) {
      return PrimitiveTypeName.BINARY;
    }
    throw new IllegalArgumentException(
        "Cannot write column " + name + ": type=" + type + ", expected one that Parquet has");
  }
}
