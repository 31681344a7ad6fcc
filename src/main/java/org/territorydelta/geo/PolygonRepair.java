package org.territorydelta.geo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.territorydelta.model.SquareKm;

/**
 * A polygon made valid in the sense of OGC Simple Features, with an account of what that changed. A
 * valid polygon comes back as it is.
 *
 * @param polygons what is left; none when the polygon enclosed no ground
 * @param fault what was wrong, in JTS' words; empty when nothing was
 * @param beforeM2 area of the rings as drawn: the shell's integral less the holes'
 * @param afterM2 area of {@code polygons}
 */
public record PolygonRepair(List<Polygon> polygons, String fault, long beforeM2, long afterM2) {
  public static PolygonRepair of(Polygon polygon) {
    long before = SquareKm.roundToM2(EllipsoidalArea.squareMetres(polygon));
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error == null) {
      return new PolygonRepair(List.of(polygon), "", before, before);
    }
    Geometry fixed = GeometryFixer.fix(polygon);
    List<Polygon> polygons = Overlay.polygons(fixed);
    return new PolygonRepair(polygons, fault(error), before, EllipsoidalArea.m2(fixed));
  }

  public boolean wasNeeded() {
    return !fault.isEmpty();
  }

  private static String fault(TopologyValidationError error) {
    return error.getMessage()
        + " at "
        + error.getCoordinate().getX()
        + " "
        + error.getCoordinate().getY();
  }
}
