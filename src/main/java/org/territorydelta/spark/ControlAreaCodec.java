package org.territorydelta.spark;

import org.apache.spark.sql.Row;
import org.territorydelta.model.ControlArea;
import org.territorydelta.model.Holding;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SnapshotId;

/** {@link ControlArea} as a row. */
final class ControlAreaCodec implements RowCodec<ControlArea> {
  @Override
  public Table table() {
    return Tables.CONTROL_AREA;
  }

  @Override
  public Row toRow(ControlArea area) {
    return new RowValues(table())
        .add(area.snapshot().sourceId())
        .add(area.snapshot().mapDate())
        .add(area.snapshot().fileDate())
        .add(area.snapshot().contentHash())
        .add(area.holding().side())
        .add(area.holding().status())
        .add(area.region().id())
        .add(area.region().level())
        .km2(area.areaM2())
        .add(area.shareOfRegion())
        .km2(area.borderMismatchM2())
        .km2(area.boundM2())
        .toRow();
  }

  @Override
  public ControlArea fromRow(Row row) {
    return new ControlArea(
        new SnapshotId(
            RowValues.text(row, "source_id"),
            RowValues.date(row, "map_date"),
            RowValues.date(row, "file_date"),
            RowValues.text(row, "content_hash")),
        new Holding(RowValues.text(row, "side"), RowValues.text(row, "status")),
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        RowValues.m2(row, "area_km2"),
        RowValues.m2(row, "border_mismatch_km2"),
        RowValues.optionalDouble(row, "share_of_region"),
        RowValues.m2(row, "rounding_bound_km2"));
  }
}
