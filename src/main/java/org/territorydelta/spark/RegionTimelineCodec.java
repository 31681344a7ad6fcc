package org.territorydelta.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.Claim;
import org.territorydelta.model.MeasureUnit;
import org.territorydelta.model.Qualifier;
import org.territorydelta.model.QuantityType;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionTimelineDay;
import org.territorydelta.model.RegionTimelineDay.AreaChange;
import org.territorydelta.model.RegionTimelineDay.ClaimLine;
import org.territorydelta.model.RegionTimelineDay.EventLine;
import org.territorydelta.model.ReportEvent;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.StatedValue;

/** {@link RegionTimelineDay} as a row, with a row of its own for each thing of the day. */
final class RegionTimelineCodec implements RowCodec<RegionTimelineDay> {
  @Override
  public Table<?> table() {
    return ReportTables.REGION_TIMELINE;
  }

  @Override
  public Row toRow(RegionTimelineDay day) {
    return RegionColumns.add(new RowValues(table()), day.region())
        .add((Object) day.region().neighbours().toArray())
        .add(day.day())
        .add((Object) day.changes().stream().map(RegionTimelineCodec::row).toArray())
        .add((Object) day.claims().stream().map(RegionTimelineCodec::row).toArray())
        .add((Object) day.events().stream().map(RegionTimelineCodec::row).toArray())
        .toRow();
  }

  private static Row row(AreaChange change) {
    long gained = change.change().gainedM2();
    long lost = change.change().lostM2();
    return RowFactory.create(
        change.sourceId(),
        change.side(),
        change.layerSet(),
        change.openingMapDate(),
        SquareKm.fromM2(gained),
        SquareKm.fromM2(lost),
        SquareKm.fromM2(gained - lost));
  }

  private static Row row(ClaimLine claim) {
    return RowFactory.create(
        claim.claimId(),
        claim.claimant(),
        claim.side(),
        claim.amount().quantity().word(),
        claim.amount().stated().toString(),
        claim.amount().unit().word(),
        claim.amount().qualifier().word());
  }

  private static Row row(EventLine event) {
    return RowFactory.create(
        event.eventId(),
        event.kind(),
        event.claimant(),
        event.verified(),
        event.value().map(value -> value.stated().toString()).orElse(null),
        event.value().map(ReportEvent.Value::unit).orElse(null),
        event.value().map(value -> value.qualifier().word()).orElse(null));
  }

  @Override
  public RegionTimelineDay fromRow(Row row) {
    RegionFacts plain = RegionColumns.region(row);
    var region =
        new RegionFacts(
            plain.id(),
            plain.name(),
            plain.country(),
            plain.areaM2(),
            row.getList(row.fieldIndex("neighbours")),
            false);
    return new RegionTimelineDay(
        region,
        RowValues.date(row, "day"),
        rows(row, "changes").stream().map(RegionTimelineCodec::change).toList(),
        rows(row, "claims").stream().map(RegionTimelineCodec::claim).toList(),
        rows(row, "events").stream().map(RegionTimelineCodec::event).toList());
  }

  private static List<Row> rows(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  // A row within a row is known by its places alone where it comes from a file.

  private static AreaChange change(Row row) {
    return new AreaChange(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getAs(3),
        new Change(SquareKm.toM2(row.getDouble(4)), SquareKm.toM2(row.getDouble(5))));
  }

  private static ClaimLine claim(Row row) {
    return new ClaimLine(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        new Claim.Amount(
            QuantityType.parse(row.getString(3)),
            StatedValue.parse(row.getString(4)),
            MeasureUnit.named(row.getString(5)).orElseThrow(),
            Qualifier.parse(row.getString(6))));
  }

  private static EventLine event(Row row) {
    Optional<ReportEvent.Value> value =
        Optional.ofNullable(row.getString(4))
            .map(
                stated ->
                    new ReportEvent.Value(
                        StatedValue.parse(stated),
                        row.getString(5),
                        Qualifier.parse(row.getString(6))));
    return new EventLine(
        row.getString(0), row.getString(1), row.getString(2), row.getBoolean(3), value);
  }
}
