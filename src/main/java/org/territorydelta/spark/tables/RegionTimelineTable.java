package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.texts;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.RegionTimelineDay;
import org.territorydelta.model.claim.RegionTimelineDay.AreaChange;
import org.territorydelta.model.claim.RegionTimelineDay.ClaimLine;
import org.territorydelta.model.claim.RegionTimelineDay.EventLine;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.RegionFacts;

/** {@link RegionTimelineDay} as a row, with a row of its own for each thing of the day. */
public final class RegionTimelineTable extends Table<RegionTimelineDay> {
  private static final List<Column<AreaChange>> CHANGES =
      List.of(
          text("source_id", "", x -> x.sourceId()),
          text("side", "", x -> x.side()),
          text("layer_set", "", x -> x.layerSet()),
          date("opening_map_date", "", x -> x.openingMapDate()),
          km2("gained_km2", "", x -> x.change().gainedM2()),
          km2("lost_km2", "", x -> x.change().lostM2()),
          km2("net_km2", "", x -> x.change().gainedM2() - x.change().lostM2()));

  private static final List<Column<ClaimLine>> CLAIMS =
      List.of(
          text("claim_id", "", x -> x.claimId()),
          text("claimant", "", x -> x.claimant()),
          text("side", "", x -> x.side()),
          text("quantity_type", "", x -> x.amount().quantity().word()),
          text("stated", "", x -> x.amount().stated().toString()),
          text("unit", "", x -> x.amount().unit().word()),
          text("qualifier", "", x -> x.amount().qualifier().word()));

  private static final List<Column<EventLine>> EVENTS =
      List.of(
          text("event_id", "", x -> x.eventId()),
          text("kind", "", x -> x.kind()),
          text("claimant", "", x -> x.claimant()),
          flag("verified", "", x -> x.verified()),
          orNull(text("stated", "", x -> x.value().map(value -> value.stated().toString()))),
          orNull(text("unit", "", x -> x.value().map(ReportEvent.Value::unit))),
          orNull(text("qualifier", "", x -> x.value().map(value -> value.qualifier().word()))));

  RegionTimelineTable() {
    super(
        "region_timeline",
        "A region's story by its days: what the maps show to have changed, what was claimed, what was reported. A day without any of it has no row.",
        List.of("level", "region_id", "day"),
        List.of(),
        Column.joined(
            RegionColumns.of(RegionTimelineDay::region),
            List.of(
                texts(
                    "neighbours",
                    "Regions of its level that share a border with it.",
                    d -> d.region().neighbours().toArray()),
                date("day", "The day.", d -> d.day()),
                Column.rows(
                    "changes",
                    "What each side gained and lost by the map of that day against the one before.",
                    CHANGES,
                    d -> d.changes()),
                Column.rows("claims", "What was claimed that day.", CLAIMS, d -> d.claims()),
                Column.rows("events", "What was reported of that day.", EVENTS, d -> d.events()))));
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
        rows(row, "changes").stream().map(RegionTimelineTable::change).toList(),
        rows(row, "claims").stream().map(RegionTimelineTable::claim).toList(),
        rows(row, "events").stream().map(RegionTimelineTable::event).toList());
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
