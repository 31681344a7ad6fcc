package org.territorydelta.claim;

import java.util.Collection;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.LayerSet;

/** What a side gained and lost by a layer set, out of what went from one holding to another. */
final class LayerChange {
  private LayerChange() {}

  static Change of(Collection<RegionTransition> transitions, String side, LayerSet layerSet) {
    Change sum = Change.ZERO;
    for (RegionTransition row : transitions) {
      boolean before = layerSet.controls(side, row.from());
      boolean after = layerSet.controls(side, row.to());
      if (before != after) {
        sum = sum.plus(after ? new Change(row.areaM2(), 0) : new Change(0, row.areaM2()));
      }
    }
    return sum;
  }
}
