package org.territorydelta.spark.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.SnapshotId;

/** Values of a row that was read; null becomes absence. */
final class RowValues {
  private RowValues() {}

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

  /** The snapshot that a row is of. */
  static SnapshotId snapshot(Row row) {
    return new SnapshotId(
        text(row, "source_id"),
        date(row, "map_date"),
        date(row, "file_date"),
        text(row, "content_hash"));
  }
}
