package org.territorydelta.read;

import java.util.List;

/**
 * One polygon of a feature as the file has it, or the whole feature where it has none. Nothing is
 * judged here: a ring may be short, open or hold numbers that are none.
 *
 * @param kind what the shape is
 * @param rings the shell, then the holes; each as lon, lat, lon, lat, ...; heights are dropped; a
 *     value that is no number is {@code NaN}
 * @param detail for a shape that cannot be read, why; for a polygon with coordinates that are text,
 *     that; otherwise its type in the file
 */
public record RawShape(Kind kind, List<double[]> rings, String detail) {
  /** What a shape is. */
  public enum Kind {
    POLYGON,
    /** A point, a line, or several of them. */
    POINT_OR_LINE,
    /** A geometry of a polygonal type without a single polygon. */
    EMPTY,
    /** The feature's geometry is null or absent. */
    NULL,
    /** The coordinates do not fit the type, or the type is unknown. */
    MALFORMED
  }

  private static final String POLYGON = "Polygon";

  static RawShape polygon(List<double[]> rings) {
    return new RawShape(Kind.POLYGON, rings, POLYGON);
  }

  /** A polygon some of whose coordinates are strings; these are {@code NaN} in its rings. */
  static RawShape withText(List<double[]> rings) {
    return new RawShape(
        Kind.POLYGON, rings, "coordinates are strings in quotes, expected plain numbers");
  }

  /** Whether it is a polygon of which nothing needs to be said. */
  public boolean isPlainPolygon() {
    return detail.equals(POLYGON);
  }

  static RawShape without(Kind kind, String detail) {
    return new RawShape(kind, List.of(), detail);
  }
}
