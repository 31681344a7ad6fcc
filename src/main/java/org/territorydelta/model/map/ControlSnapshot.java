package org.territorydelta.model.map;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;

/**
 * One source's partition of the ground at the end of one day: for every (side, status) the polygons
 * it holds, in longitude/latitude (OGC:CRS84). No two polygons share interior, neither inside one
 * holding nor between two; polygons of one holding may touch along edges.
 */
public record ControlSnapshot(SnapshotId id, SortedMap<Holding, List<Polygon>> ground) {
  public ControlSnapshot {
    var copy = new TreeMap<Holding, List<Polygon>>();
    ground.forEach((holding, polygons) -> copy.put(holding, List.copyOf(polygons)));
    if (copy.containsKey(Holding.NONE)) {
      throw new IllegalArgumentException(
          "Cannot build snapshot " + id + ": ground held by nobody is not part of a partition");
    }
    ground = Collections.unmodifiableSortedMap(copy);
  }

  public List<Polygon> held(Holding holding) {
    return ground.getOrDefault(holding, List.of());
  }
}
