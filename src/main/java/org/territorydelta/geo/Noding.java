package org.territorydelta.geo;

/** How an overlay was noded, from exact to forgiving. */
public enum Noding {
  /** Full floating precision. */
  FLOATING,
  /** Vertices snapped within 1e-12 of the coordinates' magnitude. */
  SNAPPING,
  /** The last resort: snap-rounding to a grid. */
  SNAP_ROUNDING
}
