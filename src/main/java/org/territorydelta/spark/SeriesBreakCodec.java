package org.territorydelta.spark;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.SeriesBreak.MapFileDate;

/** {@link SeriesBreak} as a row. */
final class SeriesBreakCodec implements RowCodec<SeriesBreak> {
  @Override
  public Table table() {
    return BreakTables.SERIES_BREAK;
  }

  @Override
  public Row toRow(SeriesBreak found) {
    SeriesBreak.Maps maps = found.maps();
    Optional<MapFileDate> opening = Optional.of(maps.opening()).filter(map -> !map.isNone());
    return new RowValues(table())
        .add(found.key().sourceId())
        .add(found.key().mapDate())
        .add(found.key().kind().word())
        .add(found.key().side())
        .add(opening.map(MapFileDate::mapDate))
        .add(maps.last().mapDate())
        .km2(found.areaM2())
        .add(found.rule())
        .add(found.detail())
        .add(opening.map(MapFileDate::file))
        .add(maps.first().file())
        .add(maps.last().file())
        .add(found.excluded())
        .toRow();
  }

  @Override
  public SeriesBreak fromRow(Row row) {
    LocalDate mapDate = RowValues.date(row, "map_date");
    MapFileDate opening =
        RowValues.optionalDate(row, "opening_map_date")
            .map(date -> new MapFileDate(date, RowValues.text(row, "opening_file")))
            .orElse(MapFileDate.NONE);
    return new SeriesBreak(
        new SeriesBreak.Key(
            RowValues.text(row, "source_id"),
            mapDate,
            BreakKind.parse(RowValues.text(row, "kind")),
            RowValues.text(row, "side")),
        new SeriesBreak.Maps(
            opening,
            new MapFileDate(mapDate, RowValues.text(row, "file")),
            new MapFileDate(
                RowValues.date(row, "last_map_date"), RowValues.text(row, "last_file"))),
        RowValues.m2(row, "area_km2"),
        RowValues.text(row, "rule"),
        RowValues.text(row, "detail"),
        row.<Boolean>getAs("excluded"));
  }
}
