package org.territorydelta.summary;

import java.util.List;
import java.util.Map;
import org.territorydelta.model.Churned;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PairPlan;

/**
 * What was found out about changed ground beside how much of it there is, by pair of maps. A pair
 * that is missing was not looked at, and its rows say nothing of it. And where the series breaks.
 *
 * @param turnovers what changed hands more than once; for every pair of {@link PairPlan#churned} or
 *     for none
 * @param noise the part of the pair's transitions that is redraw noise; for every pair with rows
 *     that shall tell it
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

  public GroundDetails {
    turnovers = Map.copyOf(turnovers);
    noise = Map.copyOf(noise);
    breaks = List.copyOf(breaks);
  }

  /** The same with breaks of the series. */
  public GroundDetails with(List<SeriesBreak> found) {
    return new GroundDetails(turnovers, noise, found);
  }
}
