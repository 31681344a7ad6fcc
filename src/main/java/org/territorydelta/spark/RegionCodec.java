package org.territorydelta.spark;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Denominator;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;

/** {@link RegionFacts} as a row. */
final class RegionCodec implements RowCodec<RegionFacts> {
  @Override
  public Table table() {
    return Tables.REGION;
  }

  @Override
  public Row toRow(RegionFacts region) {
    boolean bounded = region.areaDm2() > 0;
    boolean shared = region.denominator().areaDm2() > 0;
    return new RowValues(table())
        .add(region.id().id())
        .add(region.id().level())
        .add(region.name())
        .add(bounded ? Optional.of(region.country()) : Optional.empty())
        .km2(bounded ? Optional.of(region.areaDm2()) : Optional.empty())
        .add((Object) region.neighbours().toArray())
        .add(region.overlapping())
        .km2(shared ? Optional.of(region.denominator().areaDm2()) : Optional.empty())
        .add(shared ? Optional.of(region.denominator().source()) : Optional.empty())
        .toRow();
  }

  @Override
  public RegionFacts fromRow(Row row) {
    return new RegionFacts(
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        RowValues.text(row, "name"),
        RowValues.optionalText(row, "country").orElse(""),
        RowValues.optionalDm2(row, "area_km2").orElse(0L),
        row.getList(row.fieldIndex("neighbours")),
        row.getAs("overlapping"),
        new Denominator(
            RowValues.optionalDm2(row, "denominator_km2").orElse(0L),
            RowValues.optionalText(row, "denominator_source").orElse("")));
  }
}
