package org.territorydelta.change;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.territorydelta.geo.PartitionEdges;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;

/** Tells on whose ground settlements stand. */
public final class SettlementSurvey {
  private SettlementSurvey() {}

  /** The holder of each settlement's ground, in their order; nobody where the map shows none. */
  public static List<Holding> holders(
      ControlSnapshot snapshot, Collection<Settlement> settlements) {
    PartitionEdges edges = PartitionEdges.of(snapshot.ground());
    return settlements.stream()
        .map(Settlement::position)
        .map(at -> edges.holdingAt(new Coordinate(at.lon(), at.lat())))
        .toList();
  }
}
