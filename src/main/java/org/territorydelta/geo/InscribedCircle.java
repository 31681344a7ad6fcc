package org.territorydelta.geo;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** How broad a piece of ground is, by the circles that fit into it. */
public final class InscribedCircle {
  /** The plane's straight lines follow lon/lat edges of at most this length (6 km) to a metre. */
  private static final double EDGE_DEGREES = 0.05;

  /** By how much of the radius asked for a circle may be missed. */
  private static final double TOLERATED_SHARE = 0.01;

  private InscribedCircle() {}

  /**
   * Whether a circle of more than this radius fits into the polygon, in a local plane whose lengths
   * are true to 0.1 % within 570 km of the polygon's middle.
   *
   * @param polygon in longitude/latitude
   * @return may be false for a circle that is larger by less than a hundredth
   */
  public static boolean fits(Polygon polygon, double radiusMetres) {
    if (EllipsoidalArea.squareMetres(polygon) <= Math.PI * radiusMetres * radiusMetres) {
      return false;
    }
    Geometry plane = LocalPlane.around(polygon).toPlane(Densifier.densify(polygon, EDGE_DEGREES));
    double tolerance = radiusMetres * TOLERATED_SHARE;
    return MaximumInscribedCircle.getRadiusLine(plane, tolerance).getLength() > radiusMetres;
  }
}
