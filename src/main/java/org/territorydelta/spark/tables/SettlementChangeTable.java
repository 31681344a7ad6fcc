package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.number;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.SettlementChange;
import org.territorydelta.model.map.Holding;

/** {@link SettlementChange} as a row. */
public final class SettlementChangeTable extends Table<SettlementChange> {
  SettlementChangeTable() {
    super(
        "settlement_change",
        "Settlements that one map gives to somebody else than the map before it.",
        List.of("source_id", "place_id", "closing_map_date"),
        List.of(),
        Column.joined(
            List.of(
                text("source_id", "The source.", c -> c.sourceId()),
                text(
                    "place_id",
                    "The settlement; its name and position where the file gives no id.",
                    c -> c.settlement().id()),
                text("name", "Its name.", c -> c.settlement().name()),
                number("lon", "degrees", "Its longitude.", c -> c.settlement().position().lon()),
                number("lat", "degrees", "Its latitude.", c -> c.settlement().position().lat())),
            RegionColumns.of(change -> change.settlement().region()),
            List.of(
                date("opening_map_date", "The map before.", c -> c.openingMapDate()),
                date(
                    "closing_map_date",
                    "The map that gives it to another.",
                    c -> c.closingMapDate()),
                text("from_side", "Who held its ground; none for nobody.", c -> c.from().side()),
                text("from_status", "How.", c -> c.from().status()),
                text("to_side", "Who holds it then; none for nobody.", c -> c.to().side()),
                text("to_status", "How.", c -> c.to().status()))));
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
