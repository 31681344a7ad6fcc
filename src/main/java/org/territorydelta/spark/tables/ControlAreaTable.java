package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.share;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;

/** {@link ControlArea} as a row. */
public final class ControlAreaTable extends Table<ControlArea> {
  ControlAreaTable() {
    super(
        "control_area",
        "How much ground each map gives to each side and status, by region.",
        List.of(
            "source_id",
            "map_date",
            "file_date",
            "content_hash",
            "side",
            "status",
            "level",
            "region_id"),
        List.of(),
        List.of(
            text("source_id", "The source.", area -> area.snapshot().sourceId()),
            date("map_date", "Day whose end the map shows.", area -> area.snapshot().mapDate()),
            date("file_date", "When it could be known.", area -> area.snapshot().fileDate()),
            text("content_hash", "Of the snapshot.", area -> area.snapshot().contentHash()),
            text("side", "Who holds the ground.", area -> area.holding().side()),
            text("status", "How it is held.", area -> area.holding().status()),
            text("region_id", "The region.", area -> area.region().id()),
            integer("level", "The region's level.", area -> area.region().level()),
            km2(
                "area_km2",
                "Ground in the region, its part of the border band included.",
                area -> area.areaM2()),
            orNull(
                share(
                    "share_of_region",
                    "Ground inside the region's own border over the region's area, or all of area_km2 over the area the config states; see region.denominator_km2. Null for ALL and UNASSIGNED.",
                    area -> area.shareOfRegion())),
            km2(
                "border_mismatch_km2",
                "The part of area_km2 outside the region's own border.",
                area -> area.borderMismatchM2()),
            km2(
                "rounding_bound_km2",
                "Bound, not estimate: how far roundings and noding can have moved the areas of this map, all together, since the source's first map.",
                area -> area.boundM2())));
  }

  @Override
  public ControlArea fromRow(Row row) {
    return new ControlArea(
        RowValues.snapshot(row),
        new Holding(RowValues.text(row, "side"), RowValues.text(row, "status")),
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        RowValues.m2(row, "area_km2"),
        RowValues.m2(row, "border_mismatch_km2"),
        RowValues.optionalDouble(row, "share_of_region"),
        RowValues.m2(row, "rounding_bound_km2"));
  }
}
