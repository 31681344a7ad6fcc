package org.territorydelta.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.territorydelta.config.Extent;
import org.territorydelta.model.RejectionReason;

/** Tells whether a polygon's rings can be ground at all, before anything is built from them. */
final class ShapeChecker {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int LEAST_POSITIONS = 4;

  /** Why a polygon cannot be used. */
  record Fault(RejectionReason reason, String detail) {}

  private final Extent extent;

  ShapeChecker(Extent extent) {
    this.extent = extent;
  }

  /**
   * The first fault, in the order of the rings.
   *
   * @param rings lon, lat, lon, lat, ...
   */
  Optional<Fault> check(List<double[]> rings) {
    for (int i = 0; i < rings.size(); i++) {
      Optional<Fault> fault = check(rings.get(i), "ring " + i);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> check(double[] ring, String name) {
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

  private Optional<Fault> checkPosition(double[] ring, int i, String name) {
    double lon = ring[i];
    double lat = ring[i + 1];
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return faultAt(RejectionReason.NOT_A_NUMBER, ring, i, name);
    }
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      return faultAt(RejectionReason.OUT_OF_RANGE, ring, i, name);
    }
    if (i > 0 && Math.abs(lon - ring[i - 2]) > 180) {
      return faultAt(RejectionReason.CROSSES_ANTIMERIDIAN, ring, i, name);
    }
    if (!extent.contains(lon, lat)) {
      return faultAt(RejectionReason.OUTSIDE_EXTENT, ring, i, name);
    }
    return Optional.empty();
  }

  private Optional<Fault> faultAt(RejectionReason reason, double[] ring, int i, String name) {
    String place =
        String.format(
            Locale.ROOT, "%s, position %d: lon=%s, lat=%s", name, i / 2, ring[i], ring[i + 1]);
    return fault(reason, place + swapHint(ring[i], ring[i + 1]));
  }

  private String swapHint(double lon, double lat) {
    return extent != Extent.WORLD && extent.contains(lat, lon)
        ? "; latitude first would lie inside: are the axes swapped?"
        : "";
  }

  private static Optional<Fault> fault(RejectionReason reason, String detail) {
    return Optional.of(new Fault(reason, detail));
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
