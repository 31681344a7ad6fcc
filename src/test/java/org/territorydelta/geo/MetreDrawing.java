package org.territorydelta.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons drawn in metres east and north of a place in the middle latitudes, set on the ellipsoid
 * by GeographicLib: each corner at its distance and azimuth from the place. A few kilometres across
 * this is squared paper to some centimetres.
 */
final class MetreDrawing {
  static final double LON = 36;
  static final double LAT = 48;

  private MetreDrawing() {}

  static Polygon box(double west, double south, double east, double north) {
    return polygon(west, south, east, south, east, north, west, north);
  }

  /** A polygon by its corners x, y, x, y ... in metres; the last need not repeat the first. */
  static Polygon polygon(double... xy) {
    double[] lonLat = new double[xy.length + 2];
    for (int i = 0; i <= xy.length; i += 2) {
      Coordinate corner = at(xy[i % xy.length], xy[i % xy.length + 1]);
      lonLat[i] = corner.x;
      lonLat[i + 1] = corner.y;
    }
    return Drawing.polygon(lonLat);
  }

  static Coordinate at(double east, double north) {
    GeodesicData there =
        Geodesic.WGS84.Direct(
            LAT, LON, Math.toDegrees(Math.atan2(east, north)), Math.hypot(east, north));
    return new Coordinate(there.lon2, there.lat2);
  }

  static GeodesicData way(Coordinate from, Coordinate to) {
    return Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x);
  }
}
