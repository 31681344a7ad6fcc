package org.territorydelta.scene;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;

/**
 * A map of any number of vertices. Three fronts run from west to east in steps, one behind the
 * other; red holds the ground from the southern front to the middle one, blue from there to the
 * northern one. Every column between two meridians adds a step to each front, which makes eight
 * vertices of the two polygons; the height of every step is drawn from a seed.
 *
 * <pre>
 *        ___
 *   ____|   |______|   north
 *   |  blue |  blue|
 *   |____   |___   |   middle
 *   | red|__| red |_|
 *   |___|  |________|  south
 * </pre>
 *
 * <p>Areas come from C. F. F. Karney's GeographicLib, whose edges are geodesics: on steps a few
 * metres wide they are ours to a thousandth of a square metre.
 */
public final class SteppedFronts {
  private static final double WEST = 30;
  private static final double EAST = 38;

  /** As the real maps have them. */
  private static final double UNITS_PER_DEGREE = 1e7;

  /** How far the fronts climb from west to east, and how far a step may be off that line. */
  private static final double CLIMB_DEGREES = 1;

  private static final double STEP_DEGREES = 2e-4;

  private static final int SOUTH = 0;
  private static final int MIDDLE = 1;
  private static final int NORTH = 2;

  private final double[] lon;
  private final double[][] lat;

  private SteppedFronts(double[] lon, double[][] lat) {
    this.lon = lon;
    this.lat = lat;
  }

  public static SteppedFronts of(int columns, long seed) {
    var random = new Random(seed);
    var lon = new double[columns + 1];
    for (int i = 0; i <= columns; i++) {
      lon[i] = rounded(WEST + (EAST - WEST) * i / columns);
    }
    var lat = new double[3][columns];
    for (int front = SOUTH; front <= NORTH; front++) {
      for (int i = 0; i < columns; i++) {
        double line = 47 + front + CLIMB_DEGREES * i / columns;
        lat[front][i] = rounded(line + STEP_DEGREES * random.nextDouble());
      }
    }
    return new SteppedFronts(lon, lat);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE;
  }

  /** The same map with the middle front moved in about one column of so many, either way. */
  public SteppedFronts movedInOneOf(int columns, long seed) {
    var random = new Random(seed);
    double[][] moved = {lat[SOUTH], lat[MIDDLE].clone(), lat[NORTH]};
    for (int i = 0; i < moved[MIDDLE].length; i++) {
      if (random.nextInt(columns) == 0) {
        double by = STEP_DEGREES * (2 + random.nextDouble());
        moved[MIDDLE][i] = rounded(moved[MIDDLE][i] + (random.nextBoolean() ? by : -by));
      }
    }
    return new SteppedFronts(lon, moved);
  }

  public int columns() {
    return lon.length - 1;
  }

  /** The meridian west of a column. */
  public double west(int column) {
    return lon[column];
  }

  /** The map as GeoJSON, a feature with {@code side} and {@code status} for each polygon. */
  public byte[] geoJson() {
    var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    append(text, "RED", SOUTH);
    text.append(",\n");
    append(text, "BLUE", MIDDLE);
    return text.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void append(StringBuilder text, String side, int front) {
    text.append("{\"type\":\"Feature\",\"properties\":{\"side\":\"").append(side);
    text.append("\",\"status\":\"held\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
    double[][] ring = ring(front);
    for (double[] point : ring) {
      text.append('[').append(point[0]).append(',').append(point[1]).append("],");
    }
    text.append('[').append(ring[0][0]).append(',').append(ring[0][1]).append("]]]}}");
  }

  /** Eastwards along one front and back along the next; lon, lat. */
  private double[][] ring(int front) {
    int columns = columns();
    var ring = new double[4 * columns][];
    for (int i = 0; i < columns; i++) {
      ring[2 * i] = new double[] {lon[i], lat[front][i]};
      ring[2 * i + 1] = new double[] {lon[i + 1], lat[front][i]};
      ring[4 * columns - 1 - 2 * i] = new double[] {lon[i], lat[front + 1][i]};
      ring[4 * columns - 2 - 2 * i] = new double[] {lon[i + 1], lat[front + 1][i]};
    }
    return ring;
  }

  /** Square metres that red holds, or blue. */
  public double squareMetres(String side) {
    var area = new PolygonArea(Geodesic.WGS84, false);
    for (double[] point : ring(side.equals("RED") ? SOUTH : MIDDLE)) {
      area.AddPoint(point[1], point[0]);
    }
    return area.Compute(false, true).area;
  }

  /** Square metres that red gained of blue in some columns on the way to another map. */
  public double gainedByRed(SteppedFronts later, int fromColumn, int toColumn) {
    double gained = 0;
    for (int i = fromColumn; i < toColumn; i++) {
      if (later.lat[MIDDLE][i] > lat[MIDDLE][i]) {
        var area = new PolygonArea(Geodesic.WGS84, false);
        area.AddPoint(lat[MIDDLE][i], lon[i]);
        area.AddPoint(lat[MIDDLE][i], lon[i + 1]);
        area.AddPoint(later.lat[MIDDLE][i], lon[i + 1]);
        area.AddPoint(later.lat[MIDDLE][i], lon[i]);
        gained += area.Compute(false, true).area;
      }
    }
    return gained;
  }

  /** In how many columns the middle front lies elsewhere. */
  public int columnsMoved(SteppedFronts later) {
    int moved = 0;
    for (int i = 0; i < columns(); i++) {
      moved += later.lat[MIDDLE][i] == lat[MIDDLE][i] ? 0 : 1;
    }
    return moved;
  }
}
