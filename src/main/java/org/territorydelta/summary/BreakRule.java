package org.territorydelta.summary;

import java.util.List;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;
import org.territorydelta.model.map.SnapshotFacts;

/** One reason to look at a place in a series again. */
interface BreakRule {
  /** The rule's name in the tables. */
  String name();

  /**
   * Every place that the rule finds.
   *
   * @param known what rules before it have found; ground that is explained is not told twice
   */
  List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known);

  /** A break between one map and the next. */
  default SeriesBreak between(
      MapSeries series,
      MapSeries.Step step,
      BreakKind kind,
      String side,
      long areaM2,
      String detail) {
    SnapshotFacts first = step.closing();
    return new SeriesBreak(
        new SeriesBreak.Key(series.sourceId(), first.id().mapDate(), kind, side),
        new SeriesBreak.Maps(
            MapSeries.named(step.opening()), MapSeries.named(first), MapSeries.named(first)),
        areaM2,
        name(),
        detail,
        false);
  }

  /**
   * A break of one map, whatever the one before it.
   *
   * @param at the map's place in the series
   */
  default SeriesBreak ofMap(MapSeries series, int at, BreakKind kind, long areaM2, String detail) {
    MapFileDate map = MapSeries.named(series.maps().get(at));
    MapFileDate opening = at == 0 ? MapFileDate.NONE : MapSeries.named(series.maps().get(at - 1));
    return new SeriesBreak(
        new SeriesBreak.Key(series.sourceId(), map.mapDate(), kind, SeriesBreak.Key.ALL_SIDES),
        new SeriesBreak.Maps(opening, map, map),
        areaM2,
        name(),
        detail,
        false);
  }
}
