package org.territorydelta.spark;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Qualifier;
import org.territorydelta.model.ReportEvent;
import org.territorydelta.model.StatedValue;

/** {@link ReportEvent} as a row. */
final class ReportEventCodec implements RowCodec<ReportEvent> {
  @Override
  public Table<?> table() {
    return ReportTables.REPORT_EVENT;
  }

  @Override
  public Row toRow(ReportEvent event) {
    Optional<StatedValue> stated = event.value().map(ReportEvent.Value::stated);
    var row = new RowValues(table()).add(event.id()).add(event.day());
    return RegionColumns.add(row, event.region())
        .add(event.kind())
        .add(stated.map(StatedValue::toString))
        .add(stated.map(value -> value.low().doubleValue()))
        .add(stated.map(value -> value.high().doubleValue()))
        .add(event.value().map(ReportEvent.Value::unit))
        .add(event.value().map(value -> value.qualifier().word()))
        .add(event.report().claimant())
        .add(event.report().verified())
        .add(event.report().detail())
        .add(event.report().place())
        .toRow();
  }

  @Override
  public ReportEvent fromRow(Row row) {
    return new ReportEvent(
        RowValues.text(row, "event_id"),
        RowValues.date(row, "day"),
        RegionColumns.region(row),
        RowValues.text(row, "kind"),
        value(row),
        new ReportEvent.Report(
            RowValues.text(row, "claimant"),
            row.getAs("verified"),
            RowValues.text(row, "detail"),
            RowValues.text(row, "stated_where")));
  }

  private static Optional<ReportEvent.Value> value(Row row) {
    return RowValues.optionalText(row, "stated")
        .map(
            stated ->
                new ReportEvent.Value(
                    StatedValue.parse(stated),
                    RowValues.text(row, "unit"),
                    Qualifier.parse(RowValues.text(row, "qualifier"))));
  }
}
