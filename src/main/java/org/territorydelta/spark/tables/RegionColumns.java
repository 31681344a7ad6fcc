package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** The columns that say of a row where it is. */
final class RegionColumns {
  /** Of a record that tells where it is. */
  static <T> List<Column<T>> of(Function<T, RegionFacts> region) {
    return List.of(
        text("region_id", "The region.", t -> region.apply(t).id().id()),
        integer("level", "The region's level.", t -> region.apply(t).id().level()),
        text("region_name", "The region's name.", t -> region.apply(t).name()),
        orNull(
            text(
                "country",
                "The region's country; null for ALL and UNASSIGNED, and where the regions file knows none.",
                t -> country(region.apply(t)))),
        orNull(
            km2(
                "region_area_km2",
                "The region's area; null for ALL and UNASSIGNED.",
                t -> Optional.of(region.apply(t).areaM2()).filter(area -> area > 0))));
  }

  /** None where the regions file knows none. */
  static Optional<String> country(RegionFacts region) {
    return Optional.of(region.country()).filter(country -> !country.isEmpty());
  }

  private RegionColumns() {}

  /** The region behind them; its neighbours have no column. */
  static RegionFacts region(Row row) {
    return region(row, RowValues.optionalM2(row, "region_area_km2").orElse(0L));
  }

  /** The same where its area has no column, either. */
  static RegionFacts region(Row row, long areaM2) {
    return new RegionFacts(
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        RowValues.text(row, "region_name"),
        RowValues.optionalText(row, "country").orElse(""),
        areaM2,
        List.of(),
        false);
  }
}
