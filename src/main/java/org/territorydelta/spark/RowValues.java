package org.territorydelta.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.territorydelta.model.SquareKm;

/** A row being filled, value by value in the order of its table's columns; absence becomes null. */
final class RowValues {
  private final Table<?> table;
  private final List<Object> values = new ArrayList<>();

  RowValues(Table<?> table) {
    this.table = table;
  }

  RowValues add(Object value) {
    values.add(value);
    return this;
  }

  RowValues add(Optional<?> value) {
    values.add(value.orElse(null));
    return this;
  }

  RowValues add(OptionalDouble value) {
    values.add(value.isPresent() ? value.getAsDouble() : null);
    return this;
  }

  /** A fixed-point area as km². */
  RowValues km2(long areaM2) {
    values.add(SquareKm.fromM2(areaM2));
    return this;
  }

  RowValues km2(Optional<Long> areaM2) {
    values.add(areaM2.map(SquareKm::fromM2).orElse(null));
    return this;
  }

  Row toRow() {
    if (values.size() != table.columns().size()) {
      throw new IllegalStateException(
          "Cannot build row of "
              + table
              + ": values="
              + values.size()
              + ", expected "
              + table.columns().size());
    }
    return RowFactory.create(values.toArray());
  }

  static String text(Row row, String column) {
    return row.getAs(column);
  }

  static Optional<String> optionalText(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  static LocalDate date(Row row, String column) {
    return row.getAs(column);
  }

  static Optional<LocalDate> optionalDate(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  static Optional<Instant> optionalTime(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  static long count(Row row, String column) {
    return row.<Long>getAs(column);
  }

  static int integer(Row row, String column) {
    return row.<Integer>getAs(column);
  }

  static Optional<Integer> optionalInteger(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  static long m2(Row row, String column) {
    return SquareKm.toM2(row.<Double>getAs(column));
  }

  static Optional<Long> optionalM2(Row row, String column) {
    return Optional.<Double>ofNullable(row.getAs(column)).map(SquareKm::toM2);
  }

  static Optional<Double> optionalNumber(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  static OptionalDouble optionalDouble(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
