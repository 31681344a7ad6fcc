package org.territorydelta.read;

import java.util.List;
import java.util.function.Supplier;

/**
 * One polygon of a feature as the file has it, or the whole feature where it has none. Nothing is
 * judged here: a ring may be short, open or hold numbers that are none. A polygon's numbers may be
 * read only when its rings are asked for.
 */
public final class RawShape {
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

  private final Kind kind;
  private final Supplier<List<double[]>> rings;
  private final String detail;

  private RawShape(Kind kind, Supplier<List<double[]>> rings, String detail) {
    this.kind = kind;
    this.rings = rings;
    this.detail = detail;
  }

  static RawShape polygon(List<double[]> rings) {
    return new RawShape(Kind.POLYGON, () -> rings, POLYGON);
  }

  /**
   * A polygon that is not read yet.
   *
   * @param rings reads it, each time they are asked for
   */
  static RawShape unread(Supplier<List<double[]>> rings) {
    return new RawShape(Kind.POLYGON, rings, POLYGON);
  }

  /** A polygon some of whose coordinates are strings; these are {@code NaN} in its rings. */
  static RawShape withText(List<double[]> rings) {
    return new RawShape(
        Kind.POLYGON, () -> rings, "coordinates are strings in quotes, expected plain numbers");
  }

  static RawShape without(Kind kind, String detail) {
    return new RawShape(kind, List::of, detail);
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The shell, then the holes; each as lon, lat, lon, lat, ...; heights are dropped; a value that
   * is no number is {@code NaN}.
   */
  public List<double[]> rings() {
    return rings.get();
  }

  /**
   * For a shape that cannot be read, why; for a polygon with coordinates that are text, that;
   * otherwise its type in the file.
   */
  public String detail() {
    return detail;
  }

  /** Whether it is a polygon of which nothing needs to be said. */
  public boolean isPlainPolygon() {
    return detail.equals(POLYGON);
  }
}
