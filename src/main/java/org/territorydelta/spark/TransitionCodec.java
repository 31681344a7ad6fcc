package org.territorydelta.spark;

import org.apache.spark.sql.Row;
import org.territorydelta.model.Holding;
import org.territorydelta.model.PairKind;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.RegionTransition;

/** {@link RegionTransition} as a row. */
final class TransitionCodec implements RowCodec<RegionTransition> {
  @Override
  public Table table() {
    return Tables.TRANSITION;
  }

  @Override
  public Row toRow(RegionTransition transition) {
    return new RowValues(table())
        .add(transition.sourceId())
        .add(transition.pair().kind().word())
        .add(transition.pair().openingMapDate())
        .add(transition.pair().closingMapDate())
        .add(transition.region().id())
        .add(transition.region().level())
        .add(transition.from().side())
        .add(transition.from().status())
        .add(transition.to().side())
        .add(transition.to().status())
        .km2(transition.areaM2())
        .toRow();
  }

  @Override
  public RegionTransition fromRow(Row row) {
    return new RegionTransition(
        RowValues.text(row, "source_id"),
        new RegionTransition.Pair(
            PairKind.parse(RowValues.text(row, "pair_kind")),
            RowValues.date(row, "opening_map_date"),
            RowValues.date(row, "closing_map_date")),
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        new Holding(RowValues.text(row, "from_side"), RowValues.text(row, "from_status")),
        new Holding(RowValues.text(row, "to_side"), RowValues.text(row, "to_status")),
        RowValues.m2(row, "area_km2"));
  }
}
