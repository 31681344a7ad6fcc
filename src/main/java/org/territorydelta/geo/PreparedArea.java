package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * An area that is asked about many times, with its indexes built once. Safe to share between
 * threads for reading.
 */
public final class PreparedArea {
  private final Geometry geometry;
  private final PreparedGeometry prepared;
  private final IndexedPointInAreaLocator locator;

  /** The boundary's edges, as line segments, by their envelopes. */
  private final HPRtree edges = new HPRtree();

  public PreparedArea(Geometry geometry) {
    this.geometry = geometry;
    this.prepared = PreparedGeometryFactory.prepare(geometry);
    this.locator = new IndexedPointInAreaLocator(geometry);
    geometry.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LinearRing ring) {
                index(ring.getCoordinateSequence());
              }
            });
    edges.build();
  }

  private void index(CoordinateSequence points) {
    for (int i = 1; i < points.size(); i++) {
      var edge = new LineSegment(points.getCoordinate(i - 1), points.getCoordinate(i));
      edges.insert(new Envelope(edge.p0, edge.p1), edge);
    }
  }

  public Geometry geometry() {
    return geometry;
  }

  /** Whether no part of {@code other} lies outside. */
  public boolean covers(Geometry other) {
    if (!geometry.getEnvelopeInternal().covers(other.getEnvelopeInternal())) {
      return false;
    }
    return isClearOf(other) ? covers(other.getCoordinate()) : prepared.covers(other);
  }

  public boolean intersects(Geometry other) {
    if (!geometry.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
      return false;
    }
    return isClearOf(other) ? covers(other.getCoordinate()) : prepared.intersects(other);
  }

  /** Whether the boundary keeps out of the other's envelope: then it is all inside or all out. */
  private boolean isClearOf(Geometry other) {
    return edgesNear(other.getEnvelopeInternal()).isEmpty();
  }

  /** The boundary's edges whose envelopes meet this one, in a fixed order. */
  List<LineSegment> edgesNear(Envelope reach) {
    List<LineSegment> near = new ArrayList<>();
    edges.query(
        reach,
        item -> {
          var edge = (LineSegment) item;
          if (reach.intersects(edge.p0, edge.p1)) {
            near.add(edge);
          }
        });
    return near;
  }

  /** Whether the point lies inside or on the boundary. */
  public boolean covers(Coordinate point) {
    return geometry.getEnvelopeInternal().covers(point)
        && locator.locate(point) != Location.EXTERIOR;
  }

  /** A point well inside a polygon, which tells where the polygon lies. */
  public static Coordinate interiorPoint(Polygon polygon) {
    return polygon.getInteriorPoint().getCoordinate();
  }
}
