package org.territorydelta.model.figure;

import java.io.Serializable;
import java.time.LocalDate;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;

/** Ground of one region that went from one holding to another between two map dates. */
public record RegionTransition(
    String sourceId, Pair pair, RegionId region, Holding from, Holding to, long areaM2)
    implements Serializable {
  /** The two maps compared, and why. */
  public record Pair(PairKind kind, LocalDate openingMapDate, LocalDate closingMapDate)
      implements Serializable {}
}
