package org.territorydelta.geo;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** The distances of {@link PieceRuler} by JTS' own classes, slowly. */
public final class SlowPieceRuler {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Geometry piece;
  private final Geometry inPlane;
  private final LocalPlane plane;

  public SlowPieceRuler(Geometry piece) {
    this.piece = LocalPlane.withShortEdges(piece.norm());
    this.plane = LocalPlane.around(piece);
    this.inPlane = plane.toPlane(this.piece);
  }

  /** How far the piece's rim is from the other ground's outline; none when farther than asked. */
  public OptionalDouble distanceMetres(PreparedArea ground, double withinMetres) {
    for (double look = Math.min(500, withinMetres); ; look *= 4) {
      double reach = Math.min(look, withinMetres);
      Geometry outline = outlineWithin(ground, reach);
      if (!outline.isEmpty()) {
        double metres = new IndexedFacetDistance(outline).distance(inPlane);
        if (metres <= reach) {
          return OptionalDouble.of(metres);
        }
      }
      if (reach >= withinMetres) {
        return OptionalDouble.empty();
      }
    }
  }

  /**
   * The farthest reach from ground that the piece lies outside of; what lies inside it all the same
   * counts as no distance. To within 5 m or 0.5 %, whichever is more.
   *
   * @param distanceMetres as {@link #distanceMetres} gave it
   */
  public double farthestFromGround(PreparedArea ground, double distanceMetres) {
    var outline = outlineAround(ground, distanceMetres);
    return farthest(
        point -> {
          double metres = outline.distance(LocalPlane.point(point));
          return ground.covers(plane.toLonLat(point)) ? -metres : metres;
        });
  }

  /** The same from the outline, on whichever side of it the piece lies. */
  public double farthestFromOutline(PreparedArea ground, double distanceMetres) {
    var outline = outlineAround(ground, distanceMetres);
    return farthest(point -> outline.distance(LocalPlane.point(point)));
  }

  private double farthest(ToDoubleFunction<Coordinate> distance) {
    return Math.max(0, distance.applyAsDouble(FarthestBySquares.in(inPlane, distance)));
  }

  /** All of the outline that can be nearest to a point of the piece. */
  private IndexedFacetDistance outlineAround(PreparedArea ground, double distanceMetres) {
    return new IndexedFacetDistance(
        outlineWithin(ground, distanceMetres + inPlane.getEnvelopeInternal().getDiameter()));
  }

  private Geometry outlineWithin(PreparedArea ground, double metres) {
    Envelope reach = piece.getEnvelopeInternal().copy();
    double latDegrees = metres / 110_500;
    double poleward = Math.max(Math.abs(reach.getMinY()), Math.abs(reach.getMaxY())) + latDegrees;
    double shrinking = Math.max(0.01, Math.cos(Math.toRadians(Math.min(90, poleward))));
    reach.expandBy(latDegrees / shrinking, latDegrees);
    LineString[] edges =
        ground.edgesNear(reach).stream()
            .map(edge -> FACTORY.createLineString(new Coordinate[] {edge.p0, edge.p1}))
            .toArray(LineString[]::new);
    return plane.toPlane(LocalPlane.withShortEdges(FACTORY.createMultiLineString(edges)));
  }
}
