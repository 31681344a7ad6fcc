package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.SourceTimeline;

/** What every source's maps show, as known now, to look up by source, side, layer set and place. */
public final class GroundBook {
  private final MeasuredGround areas;
  private final SourceBreaks breaks;
  private final Map<String, SortedMap<LocalDate, SnapshotId>> maps = new HashMap<>();
  private final Map<Ground, GroundSeries> series = new HashMap<>();

  /**
   * @param areas stocks of every map, in every region that is asked for
   * @param timelines of every source, by id
   */
  public GroundBook(
      MeasuredGround areas, Map<String, SourceTimeline> timelines, SourceBreaks breaks) {
    this.areas = areas;
    this.breaks = breaks;
    timelines.forEach((id, timeline) -> maps.put(id, timeline.currentIds()));
  }

  GroundSeries series(Ground ground) {
    return series.computeIfAbsent(
        ground,
        key ->
            new GroundSeries(
                maps.getOrDefault(ground.sourceId(), new TreeMap<>()), ground, areas, breaks));
  }
}
