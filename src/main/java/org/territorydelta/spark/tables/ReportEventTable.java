package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.number;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.StatedValue;

/** {@link ReportEvent} as a row. */
public final class ReportEventTable extends Table<ReportEvent> {
  ReportEventTable() {
    super(
        "report_event",
        "What was reported to have happened, by region and day.",
        List.of("event_id"),
        List.of(),
        Column.joined(
            List.of(
                text("event_id", "The event.", e -> e.id()), date("day", "When.", e -> e.day())),
            RegionColumns.of(ReportEvent::region),
            List.of(
                text(
                    "kind",
                    "What, by an open list of words: emergency-declared, displaced, ...",
                    e -> e.kind()),
                orNull(
                    text(
                        "stated",
                        "How many or how much, as it was given; null for none.",
                        e -> stated(e).map(StatedValue::toString))),
                orNull(
                    number(
                        "value_low",
                        "",
                        "The number, or the lower of two.",
                        e -> stated(e).map(value -> value.low().doubleValue()))),
                orNull(
                    number(
                        "value_high",
                        "",
                        "The number, or the higher of two.",
                        e -> stated(e).map(value -> value.high().doubleValue()))),
                orNull(
                    text(
                        "unit",
                        "Of what; an open list of words.",
                        e -> e.value().map(ReportEvent.Value::unit))),
                orNull(
                    text(
                        "qualifier",
                        "How it is hedged; see the list of qualifiers.",
                        e -> e.value().map(value -> value.qualifier().word()))),
                text("claimant", "Who reported it.", e -> e.report().claimant()),
                flag(
                    "verified",
                    "Whether it was verified independently, as the file has it.",
                    e -> e.report().verified()),
                text("detail", "In words; may be empty.", e -> e.report().detail()),
                text(
                    "stated_where",
                    "Where it can be read; empty when not given.",
                    e -> e.report().place()))));
  }

  private static Optional<StatedValue> stated(ReportEvent event) {
    return event.value().map(ReportEvent.Value::stated);
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
