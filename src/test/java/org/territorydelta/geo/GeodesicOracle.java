package org.territorydelta.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas by C. F. F. Karney's GeographicLib ("Algorithms for geodesics", 2013), whose edges are
 * geodesics. Cutting an edge along its straight line in longitude/latitude into n parts brings the
 * geodesic ring to ours with an error that falls as 1/n². Its own error is some 1e-4 m² a vertex,
 * so it is no judge of rings of a hundred metres.
 */
final class GeodesicOracle {
  /** What the cuts may leave, as a share of the area. */
  private static final double LEFT_OVER = 4e-9;

  private GeodesicOracle() {}

  static double squareMetres(Polygon polygon) {
    double area = ring(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ring(polygon.getInteriorRingN(i));
    }
    return area;
  }

  private static double ring(LinearRing ring) {
    var area = new PolygonArea(Geodesic.WGS84, false);
    Coordinate[] points = ring.getCoordinates();
    double step = stepDegrees(ring);
    for (int i = 0; i + 1 < points.length; i++) {
      int parts = (int) Math.ceil(points[i].distance(points[i + 1]) / step);
      for (int part = 0; part < parts; part++) {
        double share = part / (double) parts;
        area.AddPoint(
            points[i].y + share * (points[i + 1].y - points[i].y),
            points[i].x + share * (points[i + 1].x - points[i].x));
      }
    }
    return Math.abs(area.Compute(false, true).area);
  }

  /**
   * A chord of length h at latitude φ leaves its parallel by h³ tan φ / (12 R) of area, so a ring
   * of length p by p h² tan φ / (12 R). The rings here enclose at least p/12 times their size.
   */
  private static double stepDegrees(LinearRing ring) {
    var box = ring.getEnvelopeInternal();
    double furthest = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
    double tangent = Math.max(1, Math.tan(Math.toRadians(furthest)));
    double size = Math.toRadians(Math.min(box.getWidth(), box.getHeight()));
    return Math.toDegrees(Math.sqrt(LEFT_OVER * size / tangent));
  }
}
