package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;

/** {@link SeriesBreak} as a row. */
public final class SeriesBreakTable extends Table<SeriesBreak> {
  SeriesBreakTable() {
    super(
        "series_break",
        "Places in a source's series that no ground truth explains. They are flags for a reader to judge; nothing is repaired.",
        List.of("source_id", "map_date", "kind", "side"),
        List.of(),
        List.of(
            text("source_id", "The source.", found -> found.key().sourceId()),
            date("map_date", "Of the first map that shows it.", found -> found.key().mapDate()),
            text(
                "kind",
                "base-redefined: much ground comes or goes at once, away from the front; dropout: ground goes and comes back within a week; spike: it comes and goes again; misplaced: ground far from all other, or outside the scope and its band; implausible-area: more ground than there can be; batch-release: several days' change on one; block-reclassification: a block changes its status with the same side, or is no longer disputed; vocabulary: the publisher calls things differently, as the profile's rules see it.",
                found -> found.key().kind().word()),
            text(
                "side",
                "Whose ground it is about; ALL for the map as a whole; none for words that give ground to nobody.",
                found -> found.key().side()),
            orNull(
                date(
                    "opening_map_date",
                    "Of the map before; null for the first of the series.",
                    found ->
                        Optional.of(found.maps().opening())
                            .filter(map -> !map.isNone())
                            .map(MapFileDate::mapDate))),
            date(
                "last_map_date",
                "Of the last map that shows it, if it reverts; else map_date.",
                found -> found.maps().last().mapDate()),
            km2(
                "area_km2",
                "The ground in question; of a vocabulary break, what the rules that stopped had on the map before and those that started have, as far as it is held, else 0.",
                found -> found.areaM2()),
            text(
                "rule",
                "The rule that found it; its thresholds are the config's series-breaks, and in _run.json.",
                found -> found.rule()),
            text("detail", "What the rule found.", found -> found.detail()),
            orNull(
                text(
                    "opening_file",
                    "File of the map before; input_file.path; null for none.",
                    found ->
                        Optional.of(found.maps().opening())
                            .filter(map -> !map.isNone())
                            .map(MapFileDate::file))),
            text(
                "file",
                "File of the first map that shows it; input_file.path.",
                found -> found.maps().first().file()),
            text(
                "last_file",
                "File of the last map that shows it; input_file.path.",
                found -> found.maps().last().file()),
            flag(
                "excluded",
                "Whether its maps, from map_date to last_map_date, are left out of all figures (exclude-breaks).",
                found -> found.excluded())));
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
