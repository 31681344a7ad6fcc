package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One column of a table.
 *
 * @param unit km², days, a share of 0..1, or empty where there is none
 * @param meaning one sentence for the data dictionary
 */
record Column(String name, DataType type, boolean nullable, String unit, String meaning) {
  static Column text(String name, String meaning) {
    return new Column(name, DataTypes.StringType, false, "", meaning);
  }

  static Column date(String name, String meaning) {
    return new Column(name, DataTypes.DateType, false, "", meaning);
  }

  /** An instant, to the microsecond, in UTC. */
  static Column time(String name, String meaning) {
    return new Column(name, DataTypes.TimestampType, false, "UTC", meaning);
  }

  static Column count(String name, String meaning) {
    return new Column(name, DataTypes.LongType, false, "", meaning);
  }

  static Column integer(String name, String meaning) {
    return new Column(name, DataTypes.IntegerType, false, "", meaning);
  }

  static Column days(String name, String meaning) {
    return new Column(name, DataTypes.IntegerType, false, "days", meaning);
  }

  static Column flag(String name, String meaning) {
    return new Column(name, DataTypes.BooleanType, false, "", meaning);
  }

  static Column km2(String name, String meaning) {
    return new Column(name, DataTypes.DoubleType, false, "km²", meaning);
  }

  static Column metres(String name, String meaning) {
    return new Column(name, DataTypes.DoubleType, false, "m", meaning);
  }

  static Column share(String name, String meaning) {
    return new Column(name, DataTypes.DoubleType, false, "0..1", meaning);
  }

  /** Well-known binary, in OGC:CRS84; it makes the table GeoParquet. */
  static Column geometry(String meaning) {
    return new Column(GeoParquet.GEOMETRY, DataTypes.BinaryType, true, "WKB", meaning);
  }

  /** The box around the geometry, or around what the geometry would be. */
  static Column box(String meaning) {
    StructType sides = new StructType();
    for (String side : GeoParquet.BOX_SIDES) {
      sides = sides.add(side, DataTypes.DoubleType, false);
    }
    return new Column(GeoParquet.BOX, sides, true, "degrees", meaning);
  }

  /** A number in a unit that stands in another column, or in none. */
  static Column number(String name, String unit, String meaning) {
    return new Column(name, DataTypes.DoubleType, false, unit, meaning);
  }

  static Column texts(String name, String meaning) {
    return new Column(
        name, DataTypes.createArrayType(DataTypes.StringType, false), false, "", meaning);
  }

  /** A list of rows of their own; what can be absent in them is null. */
  static Column rows(String name, String meaning, Column... columns) {
    StructType row =
        new StructType(
            Arrays.stream(columns)
                .map(c -> DataTypes.createStructField(c.name, c.type, c.nullable))
                .toArray(StructField[]::new));
    return new Column(name, DataTypes.createArrayType(row, false), false, "", meaning);
  }

  @SafeVarargs
  static List<Column> joined(List<Column>... parts) {
    List<Column> columns = new ArrayList<>();
    for (List<Column> part : parts) {
      columns.addAll(part);
    }
    return List.copyOf(columns);
  }

  Column orNull() {
    return new Column(name, type, true, unit, meaning);
  }
}
