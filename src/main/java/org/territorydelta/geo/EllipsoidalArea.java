package org.territorydelta.geo;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.Holding;

/**
 * Area on the WGS84 ellipsoid of polygons whose edges are straight in longitude/latitude, as RFC
 * 7946 section 3.1.1 draws them (not geodesics, not great circles).
 *
 * <p>The area of a ring is {@code a²/2 · ∮ q(lat) d(lon)} with {@code q} the authalic function of
 * Snyder, "Map Projections: A Working Manual" (1987), eq. 3-12. Along an edge the longitude runs
 * linearly with the latitude, so the integral of an edge is its longitude difference times the mean
 * of {@code q} along it, taken by Gauss-Legendre. Holes subtract; ring direction does not matter.
 *
 * <p>Bounds: longitudes and latitudes in degrees; a ring must not enclose a pole or cross the
 * antimeridian. Precision: relative error of the quadrature below 1e-12 for any edge.
 */
public final class EllipsoidalArea {
  /** WGS84, NIMA TR8350.2. */
  private static final double SEMI_MAJOR_AXIS_METRES = 6_378_137.0;

  private static final double FLATTENING = 1 / 298.257223563;
  private static final double E2 = FLATTENING * (2 - FLATTENING);

  /** No square degree is larger than this one, at the equator of a sphere of the major axis. */
  static final double LARGEST_SQUARE_DEGREE_M2 =
      Math.toRadians(SEMI_MAJOR_AXIS_METRES) * Math.toRadians(SEMI_MAJOR_AXIS_METRES);

  /**
   * Below this latitude difference two Gauss-Legendre nodes leave an error under d⁴/4320 = 2e-16 of
   * {@code q}, which is less than rounding.
   */
  private static final double TWO_NODE_RADIANS = 1e-3;

  /**
   * Below this, three nodes leave under d⁶/2016000 = 5e-13. Longer edges are cut into such parts.
   */
  private static final double THREE_NODE_RADIANS = 0.1;

  private static final double TWO_NODE_OFFSET = 0.5 / Math.sqrt(3);
  private static final double THREE_NODE_OFFSET = 0.5 * Math.sqrt(0.6);

  private EllipsoidalArea() {}

  /** All polygons of a geometry together, rounded once; points and lines count nothing. */
  public static long m2(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return SquareKm.roundToM2(squareMetres(polygon));
    }
    var sum = new AreaSum();
    Overlay.polygons(geometry).forEach(sum::add);
    return sum.m2();
  }

  /** What each holding of a partition has, all its polygons together rounded once. */
  public static SortedMap<Holding, Long> m2(SortedMap<Holding, List<Polygon>> ground) {
    return m2(ground, AreaSum::squareCentimetres);
  }

  /**
   * The same where areas of polygons may be known.
   *
   * @param areas gives what {@link AreaSum#squareCentimetres} gives
   */
  static SortedMap<Holding, Long> m2(
      SortedMap<Holding, List<Polygon>> ground, ToLongFunction<Polygon> areas) {
    SortedMap<Holding, Long> sums = new TreeMap<>();
    ground.forEach(
        (holding, polygons) -> {
          var sum = new AreaSum();
          polygons.forEach(polygon -> sum.add(areas.applyAsLong(polygon)));
          sums.put(holding, sum.m2());
        });
    return sums;
  }

  /** Square metres of one polygon, holes taken off. */
  public static double squareMetres(Polygon polygon) {
    if (polygon.isEmpty()) {
      return 0;
    }
    double area = ringSquareMetres(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ringSquareMetres(polygon.getInteriorRingN(i));
    }
    return area;
  }

  /** Square metres inside one closed ring, whatever its direction. */
  public static double ringSquareMetres(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int size = points.size();
    if (size < 4) {
      return 0;
    }
    double previousLon = Math.toRadians(points.getX(0));
    double previousLat = Math.toRadians(points.getY(0));
    // A constant taken off q adds nothing around a closed ring and keeps the terms small.
    double origin = authalic(previousLat);
    double integral = 0;
    for (int i = 1; i < size; i++) {
      double lon = Math.toRadians(points.getX(i));
      double lat = Math.toRadians(points.getY(i));
      integral += (lon - previousLon) * (meanAuthalic(previousLat, lat) - origin);
      previousLon = lon;
      previousLat = lat;
    }
    return Math.abs(integral) * SEMI_MAJOR_AXIS_METRES * SEMI_MAJOR_AXIS_METRES / 2;
  }

  private static double meanAuthalic(double fromLat, double toLat) {
    double difference = toLat - fromLat;
    double size = Math.abs(difference);
    if (size <= TWO_NODE_RADIANS) {
      double middle = (fromLat + toLat) / 2;
      double offset = difference * TWO_NODE_OFFSET;
      return (authalic(middle - offset) + authalic(middle + offset)) / 2;
    }
    int parts = (int) Math.ceil(size / THREE_NODE_RADIANS);
    double step = difference / parts;
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      double middle = fromLat + (i + 0.5) * step;
      double offset = step * THREE_NODE_OFFSET;
      sum +=
          (5 * authalic(middle - offset) + 8 * authalic(middle) + 5 * authalic(middle + offset))
              / 18;
    }
    return sum / parts;
  }

  /**
   * Snyder (1987) eq. 3-12, {@code q = (1 - e²) [s/(1 - e²s²) - 1/(2e) ln((1 - es)/(1 + es))]} with
   * {@code s = sin(lat)}, by its power series in {@code u = e²s²}: {@code (1 - e²) s Σ u^k (2k +
   * 2)/(2k + 1)}. As u is at most 0.0067, the first term left out, u^8, is below 5e-18.
   */
  private static double authalic(double lat) {
    double sine = Math.sin(lat);
    double u = E2 * sine * sine;
    double series = 16.0 / 15;
    series = 14.0 / 13 + u * series;
    series = 12.0 / 11 + u * series;
    series = 10.0 / 9 + u * series;
    series = 8.0 / 7 + u * series;
    series = 6.0 / 5 + u * series;
    series = 4.0 / 3 + u * series;
    series = 2 + u * series;
    return (1 - E2) * sine * series;
  }
}
