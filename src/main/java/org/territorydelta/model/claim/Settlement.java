package org.territorydelta.model.claim;

import java.io.Serializable;
import org.territorydelta.model.map.RegionFacts;

/**
 * A settlement, as a point in longitude/latitude (OGC:CRS84).
 *
 * @param region the region it is counted to, by the file it comes from
 */
public record Settlement(String id, String name, Position position, RegionFacts region)
    implements Comparable<Settlement>, Serializable {

  /** Degrees. */
  public record Position(double lon, double lat) implements Serializable {}

  @Override
  public int compareTo(Settlement other) {
    return id.compareTo(other.id);
  }
}
