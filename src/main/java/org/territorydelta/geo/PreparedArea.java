package org.territorydelta.geo;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * An area that is asked about many times, with its indexes built once. Safe to share between
 * threads for reading.
 */
public final class PreparedArea {
  private final Geometry geometry;
  private final PreparedGeometry prepared;
  private final IndexedPointInAreaLocator locator;

  public PreparedArea(Geometry geometry) {
    this.geometry = geometry;
    this.prepared = PreparedGeometryFactory.prepare(geometry);
    this.locator = new IndexedPointInAreaLocator(geometry);
  }

  public Geometry geometry() {
    return geometry;
  }

  /** Whether no part of {@code other} lies outside. */
  public boolean covers(Geometry other) {
    return geometry.getEnvelopeInternal().covers(other.getEnvelopeInternal())
        && prepared.covers(other);
  }

  public boolean intersects(Geometry other) {
    return geometry.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        && prepared.intersects(other);
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
