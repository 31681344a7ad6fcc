package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Where ground ends, but for the stretches along a border: a sea, a country's border and an
 * administrative one are no front. Distances are taken in a local plane whose lengths are true to
 * 0.1 % within 570 km of its middle, to points that follow the line every kilometre.
 */
public final class FrontLine {
  /** Of latitude; the points lie at most this far apart (1.1 km). */
  private static final double STEP_DEGREES = 0.01;

  /** Points of the lattice that a piece is measured by, at least. */
  private static final int LATTICE_POINTS = 400;

  private static final double METRES_PER_KM = 1000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LocalPlane plane;
  private final Geometry points;

  private FrontLine(LocalPlane plane, Geometry points) {
    this.plane = plane;
    this.points = points;
  }

  /**
   * @param ground of one side, not empty; polygons may touch
   * @param borders lines in longitude/latitude; empty when none are known
   * @param bandKm how near to a border ground ends at that border
   */
  public static FrontLine of(Collection<Polygon> ground, Geometry borders, double bandKm) {
    Geometry all = new Overlay().union(ground);
    LocalPlane plane = LocalPlane.around(all);
    Geometry outline = plane.toPlane(Densifier.densify(all.getBoundary(), STEP_DEGREES));
    List<Coordinate> front = new ArrayList<>();
    if (borders.isEmpty()) {
      front.addAll(List.of(outline.getCoordinates()));
    } else {
      var distance =
          new IndexedFacetDistance(plane.toPlane(Densifier.densify(borders, STEP_DEGREES)));
      for (Coordinate point : outline.getCoordinates()) {
        if (!distance.isWithinDistance(FACTORY.createPoint(point), bandKm * METRES_PER_KM)) {
          front.add(point);
        }
      }
    }
    return new FrontLine(
        plane, FACTORY.createMultiPointFromCoords(front.toArray(Coordinate[]::new)));
  }

  /**
   * The share (0..1) of a polygon's ground that lies farther than this from the line, counted on a
   * square lattice of some {@value #LATTICE_POINTS} points. All of it, where there is no front.
   */
  public double shareBeyond(Polygon polygon, double km) {
    if (points.isEmpty()) {
      return 1;
    }
    var distance = new IndexedFacetDistance(points);
    Geometry shape = plane.toPlane(polygon);
    var locator = new IndexedPointInAreaLocator(shape);
    Envelope box = shape.getEnvelopeInternal();
    double step = Math.sqrt(shape.getArea() / LATTICE_POINTS);
    int inside = 0;
    int beyond = 0;
    for (double x = box.getMinX() + step / 2; x < box.getMaxX(); x += step) {
      for (double y = box.getMinY() + step / 2; y < box.getMaxY(); y += step) {
        var point = new Coordinate(x, y);
        if (locator.locate(point) != Location.EXTERIOR) {
          inside++;
          if (!distance.isWithinDistance(FACTORY.createPoint(point), km * METRES_PER_KM)) {
            beyond++;
          }
        }
      }
    }
    return inside == 0 ? 0 : beyond / (double) inside;
  }

  /**
   * How far the polygon lies from other ground, in km; 0 where they share a vertex or touch.
   *
   * @param ground that shares no interior with the polygon, not empty
   */
  public static double distanceKm(Polygon polygon, Collection<Polygon> ground) {
    Set<Coordinate> corners = new HashSet<>(List.of(polygon.getCoordinates()));
    for (Polygon other : ground) {
      for (Coordinate corner : other.getCoordinates()) {
        if (corners.contains(corner)) {
          return 0;
        }
      }
    }
    LocalPlane plane = LocalPlane.around(polygon);
    Geometry others = plane.toPlane(FACTORY.buildGeometry(List.copyOf(ground)));
    return new IndexedFacetDistance(others).distance(plane.toPlane(polygon)) / METRES_PER_KM;
  }
}
