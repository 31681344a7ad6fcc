package org.territorydelta.scene;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;

/**
 * Squared paper on the equator: one unit is 1/256 degree (430 m), so one cell has some 0.19 km² and
 * any twenty rows of cells differ by less than a millionth. Areas are counted in whole cells, so
 * that what a scene should give is mental arithmetic.
 */
public final class Grid {
  private static final double UNIT_DEGREES = 1.0 / 256;
  private static final double ORIGIN_LON = 30;

  /** Part of a cell that the shrinking of the parallels may make over a scene. */
  private static final double TOLERATED_CELLS = 1e-3;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** One cell's area. */
  public static final long CELL_M2 = EllipsoidalArea.m2(box(0, 0, 1, 1));

  private Grid() {}

  /** The rectangle with these corners, in units. */
  public static Polygon box(double west, double south, double east, double north) {
    return polygon(west, south, east, south, east, north, west, north);
  }

  /** A polygon by its corners x, y, x, y ... in units; the last need not repeat the first. */
  public static Polygon polygon(double... xy) {
    return FACTORY.createPolygon(ring(xy));
  }

  /** The first polygon less the others, which lie inside it. */
  public static Polygon withHoles(Polygon shell, Polygon... holes) {
    LinearRing[] rings =
        Arrays.stream(holes).map(Polygon::getExteriorRing).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(shell.getExteriorRing(), rings);
  }

  /**
   * How many cells an area has.
   *
   * @throws AssertionError when they are not whole
   */
  public static long cells(long areaM2) {
    long whole = Math.round(areaM2 / (double) CELL_M2);
    if (Math.abs(areaM2 - whole * CELL_M2) > TOLERATED_CELLS * CELL_M2) {
      throw new AssertionError(
          "Cannot count cells: area=" + areaM2 / (double) CELL_M2 + ", expected a whole number");
    }
    return whole;
  }

  private static LinearRing ring(double... xy) {
    Coordinate[] points =
        IntStream.rangeClosed(0, xy.length / 2)
            .map(i -> i % (xy.length / 2))
            .mapToObj(
                i ->
                    new Coordinate(
                        ORIGIN_LON + xy[2 * i] * UNIT_DEGREES, xy[2 * i + 1] * UNIT_DEGREES))
            .toArray(Coordinate[]::new);
    return FACTORY.createLinearRing(points);
  }
}
