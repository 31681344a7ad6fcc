package org.territorydelta.spark.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.model.SquareKm;

/**
 * One column of a table.
 *
 * @param unit km², days, a share of 0..1, or empty where there is none
 * @param meaning one sentence for the data dictionary
 * @param value what a record gives it: plain, optional, or for a list an array
 * @param <T> the record
 */
public record Column<T>(
    String name,
    DataType type,
    boolean nullable,
    String unit,
    String meaning,
    Function<T, ?> value) {
  static <T> Column<T> text(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.StringType, false, "", meaning, value);
  }

  static <T> Column<T> date(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.DateType, false, "", meaning, value);
  }

  /** An instant, to the microsecond, in UTC. */
  static <T> Column<T> time(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.TimestampType, false, "UTC", meaning, value);
  }

  static <T> Column<T> count(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.LongType, false, "", meaning, value);
  }

  static <T> Column<T> integer(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.IntegerType, false, "", meaning, value);
  }

  static <T> Column<T> days(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.IntegerType, false, "days", meaning, value);
  }

  static <T> Column<T> flag(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.BooleanType, false, "", meaning, value);
  }

  /** An area; a record gives it in whole square metres, as a {@code Long}. */
  static <T> Column<T> km2(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.DoubleType, false, "km²", meaning, value);
  }

  static <T> Column<T> metres(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.DoubleType, false, "m", meaning, value);
  }

  static <T> Column<T> share(String name, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.DoubleType, false, "0..1", meaning, value);
  }

  /** Well-known binary, in OGC:CRS84; it makes the table GeoParquet. */
  static <T> Column<T> geometry(String meaning, Function<T, ?> value) {
    return new Column<>(GeoParquet.GEOMETRY, DataTypes.BinaryType, true, "WKB", meaning, value);
  }

  /** The box around the geometry, or around what the geometry would be. */
  static <T> Column<T> box(String meaning, Function<T, ?> value) {
    StructType sides = new StructType();
    for (String side : GeoParquet.BOX_SIDES) {
      sides = sides.add(side, DataTypes.DoubleType, false);
    }
    return new Column<>(GeoParquet.BOX, sides, true, "degrees", meaning, value);
  }

  /** A number in a unit that stands in another column, or in none. */
  static <T> Column<T> number(String name, String unit, String meaning, Function<T, ?> value) {
    return new Column<>(name, DataTypes.DoubleType, false, unit, meaning, value);
  }

  static <T> Column<T> texts(String name, String meaning, Function<T, ?> value) {
    return new Column<>(
        name, DataTypes.createArrayType(DataTypes.StringType, false), false, "", meaning, value);
  }

  /** The same column, which may be without a value. */
  static <T> Column<T> orNull(Column<T> column) {
    return new Column<>(column.name, column.type, true, column.unit, column.meaning, column.value);
  }

  /** What a row has there of a record: null where the record has nothing. */
  Object valueOf(T record) {
    Object given = value.apply(record);
    if (given instanceof Optional<?> optional) {
      given = optional.orElse(null);
    } else if (given instanceof OptionalDouble optional) {
      given = optional.isPresent() ? optional.getAsDouble() : null;
    } else if (given instanceof OptionalInt optional) {
      given = optional.isPresent() ? optional.getAsInt() : null;
    } else if (given instanceof OptionalLong optional) {
      given = optional.isPresent() ? optional.getAsLong() : null;
    }
    return given instanceof Long areaM2 && type.equals(DataTypes.DoubleType)
        ? (Object) SquareKm.fromM2(areaM2)
        : given;
  }

  /** A list of rows of their own, each with the columns given. */
  static <T, R> Column<T> rows(
      String name, String meaning, List<Column<R>> columns, Function<T, List<R>> records) {
    return new Column<>(
        name,
        DataTypes.createArrayType(schema(columns), false),
        false,
        "",
        meaning,
        record ->
            records.apply(record).stream()
                .map(r -> RowFactory.create(columns.stream().map(c -> c.valueOf(r)).toArray()))
                .toArray());
  }

  /** The schema of rows with these columns. */
  static <T> StructType schema(List<Column<T>> columns) {
    return new StructType(
        columns.stream()
            .map(c -> DataTypes.createStructField(c.name, c.type, c.nullable))
            .toArray(StructField[]::new));
  }

  /** The columns of several groups, one group after the other. */
  @SafeVarargs
  static <T> List<Column<T>> joined(List<Column<T>>... groups) {
    List<Column<T>> columns = new ArrayList<>();
    for (List<Column<T>> group : groups) {
      columns.addAll(group);
    }
    return columns;
  }
}
