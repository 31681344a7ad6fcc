package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Holding;

/** Ground, in longitude/latitude, that two maps give to two holdings. */
public record DifferentGround(Holding from, Holding to, Polygon polygon) {
  private record Holders(Holding from, Holding to) {}

  /** The ground's area by cell and holdings, sorted. */
  static List<Transition> measured(
      Collection<DifferentGround> ground, RegionIndex regions, Overlay overlay) {
    Map<Holders, List<Polygon>> byHolders = new LinkedHashMap<>();
    for (DifferentGround different : ground) {
      byHolders
          .computeIfAbsent(new Holders(different.from, different.to), key -> new ArrayList<>())
          .add(different.polygon);
    }
    List<Transition> transitions = new ArrayList<>();
    byHolders.forEach(
        (holders, polygons) ->
            regions
                .measure(polygons, overlay)
                .forEach(
                    (cell, areaM2) ->
                        transitions.add(new Transition(cell, holders.from, holders.to, areaM2))));
    return transitions.stream().sorted().toList();
  }
}
