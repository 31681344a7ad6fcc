package org.territorydelta.geo;

import org.locationtech.jts.geom.Polygon;

/**
 * The area of several polygons together, rounded once to whole square metres. Each is brought to
 * whole square centimetres first and added up as an integer, so that the sum does not depend on
 * their order; ten thousand polygons add half a square metre of error at most. The surface of the
 * Earth has 5.1e18 square centimetres, which a long holds.
 */
public final class AreaSum {
  private static final double SQUARE_CENTIMETRES_PER_M2 = 1e4;

  private long squareCentimetres;

  /** Adds a polygon's area, holes taken off. */
  public void add(Polygon polygon) {
    add(squareCentimetres(polygon));
  }

  /** Adds an area in whole square centimetres. */
  void add(long area) {
    squareCentimetres = Math.addExact(squareCentimetres, area);
  }

  /** A polygon's area in whole square centimetres, holes taken off. */
  static long squareCentimetres(Polygon polygon) {
    return Math.round(EllipsoidalArea.squareMetres(polygon) * SQUARE_CENTIMETRES_PER_M2);
  }

  /** Whole square metres. */
  public long m2() {
    return Math.round(squareCentimetres / SQUARE_CENTIMETRES_PER_M2);
  }
}
