package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;

/**
 * The part of an area's rim that runs through a box, in a plane.
 *
 * @param ends start and end of each straight stretch, one stretch after the other
 */
record Rim(List<Coordinate> ends) {
  /** The whole rim, around holes as well. */
  static Rim of(Geometry area) {
    List<Coordinate> ends = new ArrayList<>();
    area.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LinearRing ring) {
                Coordinate[] points = ring.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                  ends.addAll(Arrays.asList(points[i - 1], points[i]));
                }
              }
            });
    return new Rim(ends);
  }

  boolean isEmpty() {
    return ends.isEmpty();
  }

  /**
   * What runs at x, or else y, of this or less; a stretch that merely touches it from above not.
   */
  Rim below(boolean byX, double at) {
    return beside(byX, at, 1);
  }

  Rim above(boolean byX, double at) {
    return beside(byX, at, -1);
  }

  private Rim beside(boolean byX, double at, int sign) {
    List<Coordinate> kept = new ArrayList<>();
    for (int i = 0; i < ends.size(); i += 2) {
      Coordinate start = ends.get(i);
      Coordinate end = ends.get(i + 1);
      double toStart = sign * (at - (byX ? start.x : start.y));
      double toEnd = sign * (at - (byX ? end.x : end.y));
      boolean along = toStart == 0 && toEnd == 0;
      if (along || toStart > 0 || toEnd > 0) {
        kept.add(toStart < 0 ? between(start, end, toStart / (toStart - toEnd)) : start);
        kept.add(toEnd < 0 ? between(start, end, toStart / (toStart - toEnd)) : end);
      }
    }
    return new Rim(kept);
  }

  private static Coordinate between(Coordinate start, Coordinate end, double share) {
    return new Coordinate(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y));
  }
}
