package org.territorydelta.summary;

import java.util.Map;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.DatePair;

/** What a side gained and lost by a layer set, summed from the first map of a source to each. */
final class RunningChange {
  private final MeasuredMaps maps;
  private final long[] gainedM2;
  private final long[] lostM2;

  /**
   * @param flows what changed hands from each map to the next; where nothing did, none
   */
  RunningChange(
      SideLayer layer, MeasuredMaps maps, Map<DatePair, ? extends Map<Flow, Long>> flows) {
    this.maps = maps;
    int size = maps.mapDates().size();
    gainedM2 = new long[size];
    lostM2 = new long[size];
    for (int i = 1; i < size; i++) {
      gainedM2[i] = gainedM2[i - 1];
      lostM2[i] = lostM2[i - 1];
      Map<Flow, Long> changes = flows.get(maps.steps().get(i - 1));
      if (changes != null) {
        Change change = LayerFlows.change(layer, changes);
        gainedM2[i] += change.gainedM2();
        lostM2[i] += change.lostM2();
      }
    }
  }

  /** The sums over the chain from the one map to the other. */
  Change between(DatePair pair) {
    int from = maps.position(pair.opening());
    int to = maps.position(pair.closing());
    return new Change(gainedM2[to] - gainedM2[from], lostM2[to] - lostM2[from]);
  }
}
