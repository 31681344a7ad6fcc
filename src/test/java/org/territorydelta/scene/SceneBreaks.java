package org.territorydelta.scene;

import java.time.LocalDate;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;

/** Breaks of a scene's series, said rather than found. */
public final class SceneBreaks {
  private SceneBreaks() {}

  /** A break of 100 km² that stays, first shown by the map of a day. */
  public static SeriesBreak at(String sourceId, String mapDate, BreakKind kind, String side) {
    return over(sourceId, mapDate, mapDate, kind, side);
  }

  /** A break that the maps from one day to another show. */
  public static SeriesBreak over(
      String sourceId, String first, String last, BreakKind kind, String side) {
    LocalDate day = LocalDate.parse(first);
    return new SeriesBreak(
        new SeriesBreak.Key(sourceId, day, kind, side),
        new SeriesBreak.Maps(map(day.minusDays(1)), map(day), map(LocalDate.parse(last))),
        SquareKm.toM2(100),
        "said",
        "",
        false);
  }

  private static MapFileDate map(LocalDate day) {
    return new MapFileDate(day, day + ".json");
  }
}
