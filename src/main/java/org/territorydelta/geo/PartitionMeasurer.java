package org.territorydelta.geo;

import java.util.List;
import java.util.SortedMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.map.Holding;

/**
 * Hashes and measures partitions, one file after the other. A polygon that the file before had as
 * the same object is not gone through again.
 */
public final class PartitionMeasurer {
  private final RecentResults<Polygon, byte[]> hashes = new RecentResults<>();
  private final RecentResults<Polygon, Long> areas = new RecentResults<>();

  /** As {@link GroundHash} has it. */
  public String hash(SortedMap<Holding, List<Polygon>> ground) {
    return GroundHash.of(ground, polygon -> hashes.of(polygon, GroundHash::polygon));
  }

  /** As {@link EllipsoidalArea} has it. */
  public SortedMap<Holding, Long> m2(SortedMap<Holding, List<Polygon>> ground) {
    return EllipsoidalArea.m2(ground, polygon -> areas.of(polygon, AreaSum::squareCentimetres));
  }

  /** Begins the next file. */
  public void next() {
    hashes.next();
    areas.next();
  }
}
