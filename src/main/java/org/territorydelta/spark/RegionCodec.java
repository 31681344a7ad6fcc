package org.territorydelta.spark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.Denominator;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;

/** {@link RegionFacts} as a row. Its border goes beside it, and is left aside on the way back. */
final class RegionCodec implements RowCodec<RegionFacts> {
  @Override
  public Table table() {
    return Tables.REGION;
  }

  @Override
  public Row toRow(RegionFacts region) {
    return row(region, Optional.empty());
  }

  /** The regions with their borders; those without one have none in the map. */
  List<Row> rows(List<RegionFacts> regions, Map<RegionId, Geometry> borders) {
    return regions.stream()
        .map(region -> row(region, Optional.ofNullable(borders.get(region.id()))))
        .toList();
  }

  private Row row(RegionFacts region, Optional<Geometry> shape) {
    boolean bounded = region.areaM2() > 0;
    boolean shared = region.denominator().areaM2() > 0;
    return new RowValues(table())
        .add(region.id().id())
        .add(region.id().level())
        .add(region.name())
        .add(Optional.of(region.country()).filter(country -> !country.isEmpty()))
        .km2(bounded ? Optional.of(region.areaM2()) : Optional.empty())
        .add((Object) region.neighbours().toArray())
        .add(region.overlapping())
        .km2(shared ? Optional.of(region.denominator().areaM2()) : Optional.empty())
        .add(shared ? Optional.of(region.denominator().source()) : Optional.empty())
        .add(shape.map(Wkb::toBytes))
        .add(shape.map(Geometry::getEnvelopeInternal).map(GeoParquet::box))
        .toRow();
  }

  @Override
  public RegionFacts fromRow(Row row) {
    return new RegionFacts(
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        RowValues.text(row, "name"),
        RowValues.optionalText(row, "country").orElse(""),
        RowValues.optionalM2(row, "area_km2").orElse(0L),
        row.getList(row.fieldIndex("neighbours")),
        row.getAs("overlapping"),
        new Denominator(
            RowValues.optionalM2(row, "denominator_km2").orElse(0L),
            RowValues.optionalText(row, "denominator_source").orElse("")));
  }
}
