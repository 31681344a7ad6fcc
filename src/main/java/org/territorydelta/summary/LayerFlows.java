package org.territorydelta.summary;

import java.util.Map;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.SideLayer;

/** What a side gains and loses by a layer set, out of who gives ground to whom. */
final class LayerFlows {
  private LayerFlows() {}

  static Change change(SideLayer layer, Map<Flow, Long> flowsM2) {
    return change(layer, flowsM2, false);
  }

  /** The part of a change between two statuses of the side itself. */
  static Change reclassified(SideLayer layer, Map<Flow, Long> flowsM2) {
    return change(layer, flowsM2, true);
  }

  private static Change change(SideLayer layer, Map<Flow, Long> flowsM2, boolean own) {
    long gained = 0;
    long lost = 0;
    for (Map.Entry<Flow, Long> entry : flowsM2.entrySet()) {
      Flow flow = entry.getKey();
      boolean before = layer.has(flow.from());
      boolean after = layer.has(flow.to());
      if (before != after && (!own || isOwn(layer, flow))) {
        gained += after ? entry.getValue() : 0;
        lost += before ? entry.getValue() : 0;
      }
    }
    return new Change(gained, lost);
  }

  private static boolean isOwn(SideLayer layer, Flow flow) {
    return flow.from().side().equals(layer.side()) && flow.to().side().equals(layer.side());
  }
}
