package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;

/** {@link Rejection} as a row. */
public final class QuarantineTable extends Table<Rejection> {
  QuarantineTable() {
    super(
        "quarantine",
        "Whatever was left out, and whatever was used only after repair.",
        List.of("source_id", "file", "feature_index", "part_index", "reason", "detail"),
        List.of(),
        List.of(
            text("source_id", "The source.", rejection -> rejection.sourceId()),
            text("file", "The file; input_file.path.", rejection -> rejection.file()),
            orNull(
                integer(
                    "feature_index",
                    "The feature's place in the file, from 0; null for the file as a whole.",
                    rejection -> boxed(rejection.place().featureIndex()))),
            orNull(
                integer(
                    "part_index",
                    "The polygon's place in the feature, from 0; null for the file as a whole.",
                    rejection -> boxed(rejection.place().partIndex()))),
            text("reason", "Why; see the list of reasons.", rejection -> rejection.reason().name()),
            text(
                "outcome",
                "rejected: left out; repaired: used after repair; file-failed: nothing of the file is used; set-aside: the map, whose date is in the detail, says nothing of its day.",
                rejection -> rejection.reason().outcome().word()),
            text("detail", "What was found, and where.", rejection -> rejection.detail()),
            orNull(
                km2(
                    "area_km2",
                    "Ground as drawn, the shell less the holes; null where it cannot be told.",
                    rejection -> boxed(rejection.place().drawnM2()))),
            orNull(
                km2(
                    "used_km2",
                    "Ground used after repair; null where none was.",
                    rejection -> boxed(rejection.place().usedM2()))),
            text(
                "raw",
                "The first 2 kB of the feature as the file has it.",
                rejection -> rejection.raw())));
  }

  private static final int NONE = -1;

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
