package org.territorydelta.geo;

import java.util.List;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Point;

/**
 * A plane in metres around a point: Lambert azimuthal equal-area on WGS84 (Snyder 1987, chapter
 * 24), by GeoTools. Lengths are true at the centre and off by about d²/(8 R²) at distance d: 0.1 %
 * at 570 km. North is up at the centre's meridian; at a point off it by some degrees of longitude
 * it is turned by these times the sine of the latitude. Edges stay straight between the same
 * vertices, so cut long edges first.
 */
final class LocalPlane {
  /**
   * Some 1.1 km of latitude. A straight line of the plane leaves one of longitude/latitude of
   * length s by about s² tan(lat)/(8 R): 2 cm at 50 degrees, 14 cm at 80.
   */
  private static final double SHORT_EDGE_DEGREES = 0.01;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final MathTransform fromLonLat;
  private final MathTransform toLonLat;

  private LocalPlane(double centreLon, double centreLat) {
    MapProjection projection = MapProjection.azimuthalEqualArea(centreLon, centreLat);
    this.fromLonLat = projection.fromLonLat();
    this.toLonLat = projection.toLonLat();
  }

  static LocalPlane around(Geometry lonLat) {
    Envelope box = lonLat.getEnvelopeInternal();
    return new LocalPlane(box.centre().getX(), box.centre().getY());
  }

  /** The same lines with vertices added, so that they keep their course in any plane. */
  static Geometry withShortEdges(Geometry lonLat) {
    return Densifier.densify(lonLat, SHORT_EDGE_DEGREES);
  }

  /** The same edges, each cut into as many equal ones as it takes: x0, y0, x1, y1 of each. */
  static double[] shortEdges(List<LineSegment> lonLat) {
    int count = 0;
    for (LineSegment edge : lonLat) {
      count += cuts(edge);
    }
    double[] ends = new double[4 * count];
    int at = 0;
    for (LineSegment edge : lonLat) {
      int cuts = cuts(edge);
      for (int i = 0; i < cuts; i++) {
        ends[at++] = between(edge.p0.x, edge.p1.x, i, cuts);
        ends[at++] = between(edge.p0.y, edge.p1.y, i, cuts);
        ends[at++] = between(edge.p0.x, edge.p1.x, i + 1, cuts);
        ends[at++] = between(edge.p0.y, edge.p1.y, i + 1, cuts);
      }
    }
    return ends;
  }

  private static int cuts(LineSegment edge) {
    return Math.max(1, (int) Math.ceil(edge.getLength() / SHORT_EDGE_DEGREES));
  }

  private static double between(double start, double end, int at, int cuts) {
    return at == cuts ? end : start + (end - start) * at / cuts;
  }

  static Point point(Coordinate at) {
    return FACTORY.createPoint(at);
  }

  Geometry toPlane(Geometry lonLat) {
    return transformed(lonLat, fromLonLat);
  }

  /**
   * @param lonLat x, y of each point
   */
  double[] toPlane(double[] lonLat) {
    double[] points = new double[lonLat.length];
    try {
      fromLonLat.transform(lonLat, 0, points, 0, lonLat.length / 2);
    } catch (TransformException e) {
      throw new IllegalStateException("Cannot project points: count=" + lonLat.length / 2, e);
    }
    return points;
  }

  Geometry toLonLat(Geometry plane) {
    return transformed(plane, toLonLat);
  }

  Coordinate toLonLat(Coordinate plane) {
    return transformed(point(plane), toLonLat).getCoordinate();
  }

  private static Geometry transformed(Geometry geometry, MathTransform transform) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            double[] point = {points.getX(i), points.getY(i)};
            try {
              transform.transform(point, 0, point, 0, 1);
            } catch (TransformException e) {
              throw new IllegalStateException(
                  "Cannot project point: x=" + point[0] + ", y=" + point[1], e);
            }
            points.setOrdinate(i, CoordinateSequence.X, point[0]);
            points.setOrdinate(i, CoordinateSequence.Y, point[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
