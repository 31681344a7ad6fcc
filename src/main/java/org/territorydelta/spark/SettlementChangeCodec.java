package org.territorydelta.spark;

import org.apache.spark.sql.Row;
import org.territorydelta.model.Holding;
import org.territorydelta.model.Settlement;
import org.territorydelta.model.SettlementChange;

/** {@link SettlementChange} as a row. */
final class SettlementChangeCodec implements RowCodec<SettlementChange> {
  @Override
  public Table<?> table() {
    return ReportTables.SETTLEMENT_CHANGE;
  }

  @Override
  public Row toRow(SettlementChange change) {
    Settlement settlement = change.settlement();
    var row =
        new RowValues(table())
            .add(change.sourceId())
            .add(settlement.id())
            .add(settlement.name())
            .add(settlement.position().lon())
            .add(settlement.position().lat());
    return RegionColumns.add(row, settlement.region())
        .add(change.openingMapDate())
        .add(change.closingMapDate())
        .add(change.from().side())
        .add(change.from().status())
        .add(change.to().side())
        .add(change.to().status())
        .toRow();
  }

  @Override
  public SettlementChange fromRow(Row row) {
    var settlement =
        new Settlement(
            RowValues.text(row, "place_id"),
            RowValues.text(row, "name"),
            new Settlement.Position(row.<Double>getAs("lon"), row.<Double>getAs("lat")),
            RegionColumns.region(row));
    return new SettlementChange(
        RowValues.text(row, "source_id"),
        settlement,
        RowValues.date(row, "opening_map_date"),
        RowValues.date(row, "closing_map_date"),
        new Holding(RowValues.text(row, "from_side"), RowValues.text(row, "from_status")),
        new Holding(RowValues.text(row, "to_side"), RowValues.text(row, "to_status")));
  }
}
