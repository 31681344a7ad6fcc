package org.territorydelta.geo;

import java.util.Comparator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * An order in which ground that is near stays near: by the place of its box's middle along a
 * Hilbert curve over the world, in 65,536 by 65,536 fields (some 600 m by 300 m). Rows written in
 * this order let a reader skip what lies elsewhere.
 */
public final class SpatialOrder {
  private static final double FIELDS = 1 << HilbertCode.MAX_LEVEL;

  private SpatialOrder() {}

  /** Ground in one field is alike to this order. */
  public static Comparator<Geometry> byPlace() {
    return Comparator.comparingLong(geometry -> code(geometry.getEnvelopeInternal()));
  }

  /** The number of a box's field along the curve; what has no place comes before all others. */
  public static long code(Envelope box) {
    if (box.isNull()) {
      return -1;
    }
    Coordinate middle = box.centre();
    int code =
        HilbertCode.encode(
            HilbertCode.MAX_LEVEL, field(middle.x + 180, 360), field(middle.y + 90, 180));
    return Integer.toUnsignedLong(code);
  }

  private static int field(double degrees, double range) {
    return (int) Math.max(0, Math.min(FIELDS - 1, Math.floor(degrees / range * FIELDS)));
  }
}
