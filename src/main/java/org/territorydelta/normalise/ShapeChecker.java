package org.territorydelta.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.territorydelta.model.map.RejectionReason;

/**
 * Tells whether a polygon's rings can be ground at all, before anything is built from them. Where
 * the ground may lie is not asked here.
 */
final class ShapeChecker {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int LEAST_POSITIONS = 4;
  private static final double POLE = 90;
  private static final double HALF_WAY_ROUND = 180;

  /**
   * Why a polygon cannot be used.
   *
   * @param at the position that is wrong, where it is one
   */
  record Fault(RejectionReason reason, String detail, Optional<Coordinate> at) {
    /** A fault of one position of a ring. */
    static Fault at(RejectionReason reason, double[] ring, int i, String name) {
      String detail =
          String.format(
              Locale.ROOT, "%s, position %d: lon=%s, lat=%s", name, i / 2, ring[i], ring[i + 1]);
      return new Fault(reason, detail, Optional.of(new Coordinate(ring[i], ring[i + 1])));
    }
  }

  private ShapeChecker() {}

  /**
   * The first fault, in the order of the rings.
   *
   * @param rings lon, lat, lon, lat, ...
   */
  static Optional<Fault> check(List<double[]> rings) {
    for (int i = 0; i < rings.size(); i++) {
      Optional<Fault> fault = check(rings.get(i), "ring " + i);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> check(double[] ring, String name) {
    int last = ring.length - 2;
    if (ring.length < 2 * LEAST_POSITIONS) {
      return fault(
          RejectionReason.RING_TOO_SHORT,
          String.format(Locale.ROOT, "%s has %d positions", name, ring.length / 2));
    }
    for (int i = 0; i <= last; i += 2) {
      Optional<Fault> fault = checkPosition(ring, i, name);
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
      return fault(
          RejectionReason.RING_NOT_CLOSED,
          String.format(
              Locale.ROOT,
              "%s starts at %s %s and ends at %s %s",
              name,
              ring[0],
              ring[1],
              ring[last],
              ring[last + 1]));
    }
    return Optional.empty();
  }

  private static Optional<Fault> checkPosition(double[] ring, int i, String name) {
    double lon = ring[i];
    double lat = ring[i + 1];
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return faultAt(RejectionReason.NOT_A_NUMBER, ring, i, name);
    }
    if (Math.abs(lon) > HALF_WAY_ROUND || Math.abs(lat) > POLE) {
      return faultAt(RejectionReason.OUT_OF_RANGE, ring, i, name);
    }
    if (i > 0 && Math.abs(lon - ring[i - 2]) > HALF_WAY_ROUND) {
      return faultAt(RejectionReason.CROSSES_ANTIMERIDIAN, ring, i, name);
    }
    return Optional.empty();
  }

  /**
   * Whether ground reaches a pole or goes all around the earth. Its area can be told, but the
   * planes that widths and depths are measured in have no place for it.
   *
   * @param rings without a fault
   */
  static Optional<Fault> atAPole(List<double[]> rings) {
    double[] shell = rings.get(0);
    double west = HALF_WAY_ROUND;
    double east = -HALF_WAY_ROUND;
    for (int i = 0; i + 1 < shell.length; i += 2) {
      if (Math.abs(shell[i + 1]) == POLE) {
        return faultAt(RejectionReason.AT_A_POLE, shell, i, "ring 0");
      }
      west = Math.min(west, shell[i]);
      east = Math.max(east, shell[i]);
    }
    return east - west == 2 * HALF_WAY_ROUND
        ? fault(RejectionReason.AT_A_POLE, "ring 0 goes from longitude -180 to 180")
        : Optional.empty();
  }

  private static Optional<Fault> faultAt(
      RejectionReason reason, double[] ring, int i, String name) {
    return Optional.of(Fault.at(reason, ring, i, name));
  }

  private static Optional<Fault> fault(RejectionReason reason, String detail) {
    return Optional.of(new Fault(reason, detail, Optional.empty()));
  }

  /** A polygon of rings that passed the check. It may still be invalid. */
  static Polygon polygon(List<double[]> rings) {
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes =
        rings.subList(1, rings.size()).stream().map(ShapeChecker::ring).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing ring(double[] lonLat) {
    return FACTORY.createLinearRing(new PackedCoordinateSequence.Double(lonLat, 2, 0));
  }
}
