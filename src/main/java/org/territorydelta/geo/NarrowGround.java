package org.territorydelta.geo;

import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * The parts of ground that are narrower than a given width: what a morphological opening takes away
 * (J. Serra, "Image Analysis and Mathematical Morphology", 1982, chapter II). The ground is shrunk
 * by half the width, which leaves nothing where it is narrower, and what is left is grown back by
 * as much; narrow is what it does not reach.
 *
 * <p>Shrinking is by a disc: what lies within half the width of the rim goes. Growing is with
 * mitred corners, since a disc does not come back into a corner: a disc of 25 m leaves 134 m² in
 * each right angle, and more in sharper ones, of ground that is as wide as can be. So corners of
 * {@value #SHARPEST_RESTORED_DEGREES} degrees and more are not narrow; the tip of a sharper one is,
 * where it is farther from the shrunk ground than {@value #MITRE_LIMIT} times half the width.
 * Growing goes {@value #SLACK_METRES} m further than shrinking went, so that no rim is narrow by
 * rounding alone.
 *
 * <p>Shrinking and growing are done in a {@link LocalPlane} around the ground, and the shrunk and
 * grown ground is brought back to longitude/latitude before it is taken off the ground itself.
 */
public final class NarrowGround {
  private static final double MITRE_LIMIT = 5;

  /** The angle whose corner is as many half widths from the shrunk corner as the limit says. */
  private static final int SHARPEST_RESTORED_DEGREES = 24;

  /**
   * More than straight lines of a plane and of longitude/latitude part over {@link #EDGE_METRES}.
   */
  private static final double SLACK_METRES = 0.5;

  private static final double EDGE_METRES = 1000;

  /** The share of the distance by which JTS may simplify an outline that it shrinks or grows. */
  private static final double SIMPLIFIED_SHARE = 0.001;

  private static final int QUADRANT_SEGMENTS = 8;

  private NarrowGround() {}

  /**
   * The narrow parts, in longitude/latitude: all of the ground, none of it, or some.
   *
   * @param ground polygonal
   * @param widthMetres more than zero
   */
  public static Geometry of(Geometry ground, double widthMetres, Overlay overlay) {
    LocalPlane plane = LocalPlane.around(ground);
    Geometry inPlane = plane.toPlane(LocalPlane.withShortEdges(ground));
    Geometry shrunk = buffer(inPlane, -widthMetres / 2, BufferParameters.JOIN_ROUND);
    if (shrunk.isEmpty()) {
      return ground;
    }
    Geometry grown = buffer(shrunk, widthMetres / 2 + SLACK_METRES, BufferParameters.JOIN_MITRE);
    return overlay.difference(ground, plane.toLonLat(Densifier.densify(grown, EDGE_METRES)));
  }

  private static Geometry buffer(Geometry ground, double metres, int join) {
    var parameters = new BufferParameters(QUADRANT_SEGMENTS);
    parameters.setJoinStyle(join);
    parameters.setMitreLimit(MITRE_LIMIT);
    parameters.setSimplifyFactor(SIMPLIFIED_SHARE);
    return BufferOp.bufferOp(ground, metres, parameters);
  }
}
