package org.territorydelta.geo;

import org.locationtech.jts.geom.Envelope;

/** How an overlay was noded, from exact to forgiving. */
public enum Noding {
  /** Full floating precision: a node is off by the last digit of a double. */
  FLOATING(Math.ulp(1.0)),
  /** Vertices snapped within 1e-12 of the coordinates' magnitude. */
  SNAPPING(1 / Overlay.SNAPPING_FACTOR),
  /**
   * The last resort, by {@code OverlayNGRobust}: five tries of snapping, each ten times as coarse
   * as the one before, then snap-rounding to a grid finer than that.
   */
  SNAP_ROUNDING(1e4 / Overlay.SNAPPING_FACTOR);

  private final double displacementShare;

  Noding(double displacementShare) {
    this.displacementShare = displacementShare;
  }

  /** How far this may move a vertex of edges within a reach, in degrees. */
  double displacementDegrees(Envelope reach) {
    return magnitude(reach) * displacementShare;
  }

  private static double magnitude(Envelope reach) {
    return reach.isNull()
        ? 0
        : Math.max(
            Math.max(Math.abs(reach.getMinX()), Math.abs(reach.getMaxX())),
            Math.max(Math.abs(reach.getMinY()), Math.abs(reach.getMaxY())));
  }
}
