package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.days;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.DayState;
import org.territorydelta.timeline.MapDay;

/** {@link MapDay} as a row. */
public final class MapDayTable extends Table<MapDay> {
  MapDayTable() {
    super(
        "map_day",
        "Every day from the first map of any source to the last, for every source.",
        List.of("source_id", "day"),
        List.of(),
        List.of(
            text("source_id", "The source.", day -> day.sourceId()),
            date("day", "The day.", day -> day.day()),
            orNull(
                date(
                    "map_date",
                    "Of the map that stands for the day; null before the first.",
                    day -> day.mapDate())),
            orNull(
                days(
                    "staleness_days",
                    "Days from that map to the day; null before the first.",
                    day -> day.stalenessDays())),
            text(
                "state",
                "mapped: a map of that very day; carried: an earlier map, not older than max-staleness-days; missing: none, or an older one.",
                day -> day.state().word())));
  }

  @Override
  public MapDay fromRow(Row row) {
    String word = RowValues.text(row, "state");
    DayState state =
        Stream.of(DayState.values()).filter(s -> s.word().equals(word)).findFirst().orElseThrow();
    return new MapDay(
        RowValues.text(row, "source_id"),
        RowValues.date(row, "day"),
        RowValues.optionalDate(row, "map_date"),
        state);
  }
}
