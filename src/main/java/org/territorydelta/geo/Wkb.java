package org.territorydelta.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Well-known binary, two dimensions, as ISO 19125 and GeoParquet have it. */
public final class Wkb {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Wkb() {}

  public static byte[] toBytes(Geometry geometry) {
    return new WKBWriter(2).write(geometry);
  }

  /**
   * @throws IllegalArgumentException when the bytes are no geometry
   */
  public static Geometry fromBytes(byte[] bytes) {
    try {
      return new WKBReader(FACTORY).read(bytes);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Cannot read geometry: bytes=" + bytes.length, e);
    }
  }
}
