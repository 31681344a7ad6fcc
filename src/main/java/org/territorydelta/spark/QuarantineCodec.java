package org.territorydelta.spark;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.RejectionReason;

/** {@link Rejection} as a row. */
final class QuarantineCodec implements RowCodec<Rejection> {
  private static final int NONE = -1;

  @Override
  public Table table() {
    return Tables.QUARANTINE;
  }

  @Override
  public Row toRow(Rejection rejection) {
    return new RowValues(table())
        .add(rejection.sourceId())
        .add(rejection.file())
        .add(boxed(rejection.place().featureIndex()))
        .add(boxed(rejection.place().partIndex()))
        .add(rejection.reason().name())
        .add(rejection.reason().outcome().word())
        .add(rejection.detail())
        .km2(boxed(rejection.place().drawnM2()))
        .km2(boxed(rejection.place().usedM2()))
        .add(rejection.raw())
        .toRow();
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  @Override
  public Rejection fromRow(Row row) {
    var place =
        new Rejection.Place(
            RowValues.optionalInteger(row, "feature_index").orElse(NONE),
            RowValues.optionalInteger(row, "part_index").orElse(NONE),
            RowValues.optionalM2(row, "area_km2").orElse((long) NONE),
            RowValues.optionalM2(row, "used_km2").orElse((long) NONE));
    return new Rejection(
        RowValues.text(row, "source_id"),
        RowValues.text(row, "file"),
        place,
        RejectionReason.valueOf(RowValues.text(row, "reason")),
        RowValues.text(row, "detail"),
        RowValues.text(row, "raw"));
  }
}
