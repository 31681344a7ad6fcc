package org.territorydelta.geo;

import java.util.Arrays;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons in longitude/latitude, drawn in a line of test code. */
public final class Drawing {
  public static final GeometryFactory FACTORY = new GeometryFactory();

  private Drawing() {}

  /** The graticule box between two meridians and two parallels. */
  public static Polygon box(double west, double south, double east, double north) {
    return polygon(west, south, east, south, east, north, west, north, west, south);
  }

  /** A polygon of one ring: lon, lat, lon, lat, ..., the first position again at the end. */
  public static Polygon polygon(double... lonLat) {
    return FACTORY.createPolygon(ring(lonLat));
  }

  public static LinearRing ring(double... lonLat) {
    var points = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return FACTORY.createLinearRing(points);
  }

  /** The shell of one polygon with the shells of others as its holes. */
  public static Polygon withHoles(Polygon shell, Polygon... holes) {
    return FACTORY.createPolygon(
        shell.getExteriorRing(),
        Arrays.stream(holes).map(Polygon::getExteriorRing).toArray(LinearRing[]::new));
  }

  /**
   * A star around a centre: every ray from the centre meets its ring once, so a copy drawn smaller
   * lies inside.
   *
   * @param radius of latitude, in degrees; a vertex is 0.4 to 1 of it away
   * @param stretch how many degrees of longitude stand for one of latitude
   */
  static Polygon star(Random random, Coordinate centre, double radius, double stretch, int points) {
    var lonLat = new double[2 * points + 2];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / points;
      double length = radius * (0.4 + 0.6 * random.nextDouble());
      lonLat[2 * i] = centre.getX() + stretch * length * Math.cos(angle);
      lonLat[2 * i + 1] = centre.getY() + length * Math.sin(angle);
    }
    lonLat[2 * points] = lonLat[0];
    lonLat[2 * points + 1] = lonLat[1];
    return polygon(lonLat);
  }

  /** The same shape drawn smaller or larger around a centre. */
  static Polygon scaled(Polygon polygon, Coordinate centre, double factor) {
    Coordinate[] points = polygon.getExteriorRing().getCoordinates();
    var lonLat = new double[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      lonLat[2 * i] = centre.getX() + factor * (points[i].getX() - centre.getX());
      lonLat[2 * i + 1] = centre.getY() + factor * (points[i].getY() - centre.getY());
    }
    return polygon(lonLat);
  }
}
