package org.territorydelta.spark;

import static org.territorydelta.spark.Column.integer;
import static org.territorydelta.spark.Column.km2;
import static org.territorydelta.spark.Column.text;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;

/** The columns that say of a row where it is. */
final class RegionColumns {
  static final List<Column<Row>> ALL =
      List.of(
          text("region_id", "The region."),
          integer("level", "The region's level."),
          text("region_name", "The region's name."),
          text(
                  "country",
                  "The region's country; null for ALL and UNASSIGNED, and where the regions file knows none.")
              .orNull(),
          km2("region_area_km2", "The region's area; null for ALL and UNASSIGNED.").orNull());

  private RegionColumns() {}

  static RowValues add(RowValues row, RegionFacts region) {
    return row.add(region.id().id())
        .add(region.id().level())
        .add(region.name())
        .add(Optional.of(region.country()).filter(country -> !country.isEmpty()))
        .km2(Optional.of(region.areaM2()).filter(area -> area > 0));
  }

  /** The region behind them; its neighbours have no column. */
  static RegionFacts region(Row row) {
    return new RegionFacts(
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        RowValues.text(row, "region_name"),
        RowValues.optionalText(row, "country").orElse(""),
        RowValues.optionalM2(row, "region_area_km2").orElse(0L),
        List.of(),
        false);
  }
}
