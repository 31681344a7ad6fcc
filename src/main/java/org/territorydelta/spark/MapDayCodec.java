package org.territorydelta.spark;

import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.territorydelta.model.DayState;
import org.territorydelta.timeline.MapDay;

/** {@link MapDay} as a row. */
final class MapDayCodec implements RowCodec<MapDay> {
  @Override
  public Table table() {
    return Tables.MAP_DAY;
  }

  @Override
  public Row toRow(MapDay day) {
    return new RowValues(table())
        .add(day.sourceId())
        .add(day.day())
        .add(day.mapDate())
        .add(day.stalenessDays())
        .add(day.state().word())
        .toRow();
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
