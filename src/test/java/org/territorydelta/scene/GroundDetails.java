package org.territorydelta.scene;

import java.util.List;
import java.util.Map;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.Churned;
import org.territorydelta.timeline.DatePair;

/**
 * What a test says of changed ground beside how much of it there is, by pair of maps.
 *
 * @param turnovers what changed hands more than once
 * @param noise the part of the pair's transitions that is redraw noise
 * @param breaks of the source's series
 */
public record GroundDetails(
    Map<DatePair, Churned> turnovers,
    Map<DatePair, List<Transition>> noise,
    List<SeriesBreak> breaks) {
  public static final GroundDetails NONE = new GroundDetails(Map.of(), Map.of());

  /** Of a series without breaks. */
  public GroundDetails(Map<DatePair, Churned> turnovers, Map<DatePair, List<Transition>> noise) {
    this(turnovers, noise, List.of());
  }

  /** The same with breaks of the series. */
  public GroundDetails with(List<SeriesBreak> found) {
    return new GroundDetails(turnovers, noise, found);
  }
}
