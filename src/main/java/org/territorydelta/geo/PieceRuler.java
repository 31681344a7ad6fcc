package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Lengths on one piece of ground and from it to other ground, in metres, and directions in degrees
 * clockwise from north.
 *
 * <p>All are taken in a {@link LocalPlane} around the middle of the piece's box, with edges cut to
 * 1.1 km first. So a length is the geodesic one to within d²/(8 R²) at distance d from the middle
 * (0.002 % for a piece 100 km across, 0.1 % for one of 1,100 km), and a direction is the geodesic
 * azimuth to within the turn of north over half the piece (0.5 degrees for a piece 100 km across at
 * 50 degrees of latitude).
 */
public final class PieceRuler {
  /**
   * How far off an outline a rim may be that counts as lying on it: about a metre, which is finer
   * than any map is meant. Publishers' own redrawing moves lines by centimetres.
   */
  private static final double ON_OUTLINE_DEGREES = 1e-5;

  /** Less than a degree of latitude anywhere, and of the equator. */
  private static final double METRES_PER_DEGREE = 110_500;

  /** What is looked for nearby at first; each further look goes four times as far. */
  private static final double FIRST_LOOK_METRES = 500;

  /**
   * Sides of a rim whose directions all but cancel out have none together: under this share of
   * their length.
   */
  private static final double LEAST_RESULTANT_SHARE = 0.1;

  /**
   * The part of a piece's rim that lies on the outline of other ground.
   *
   * @param bearingDegrees across the outline into the piece, 0 to under 360: the mean of the
   *     directions square to the rim, each weighted by its length. None where the rim bends round
   *     so that these cancel out
   */
  public record Contact(double metres, OptionalDouble bearingDegrees) {}

  /**
   * The way from other ground to the point of a piece that is farthest from it.
   *
   * @param bearingDegrees from the nearest point of the outline to the farthest point of the piece,
   *     0 to under 360; none where they are one
   */
  public record Reach(double metres, OptionalDouble bearingDegrees) {}

  private final Geometry piece;
  private final Geometry inPlane;
  private final LocalPlane plane;

  /**
   * @param piece polygonal, in longitude/latitude
   */
  public PieceRuler(Geometry piece) {
    this.piece = LocalPlane.withShortEdges(piece.norm());
    this.plane = LocalPlane.around(piece);
    this.inPlane = plane.toPlane(this.piece);
  }

  /** The length of all its rings, those around holes included. */
  public double perimeterMetres() {
    return inPlane.getLength();
  }

  /** The rim that lies on the other ground's outline, on whichever side of it. */
  public Contact contact(PreparedArea ground) {
    double metres = 0;
    double east = 0;
    double north = 0;
    for (int i = 0; i < piece.getNumGeometries(); i++) {
      List<LineString> rings = rings((Polygon) piece.getGeometryN(i));
      List<LineString> ringsInPlane = rings((Polygon) inPlane.getGeometryN(i));
      for (int ring = 0; ring < rings.size(); ring++) {
        Coordinate[] lonLat = rings.get(ring).getCoordinates();
        Coordinate[] points = ringsInPlane.get(ring).getCoordinates();
        for (int at = 1; at < points.length; at++) {
          if (isOnOutline(new LineSegment(lonLat[at - 1], lonLat[at]), ground)) {
            // Normalised rings have the inside on their right.
            metres += points[at].distance(points[at - 1]);
            east += points[at].y - points[at - 1].y;
            north -= points[at].x - points[at - 1].x;
          }
        }
      }
    }
    boolean directed = Math.hypot(east, north) > LEAST_RESULTANT_SHARE * metres;
    return new Contact(
        metres, directed ? OptionalDouble.of(bearing(east, north)) : OptionalDouble.empty());
  }

  private static List<LineString> rings(Polygon polygon) {
    List<LineString> rings = new ArrayList<>();
    rings.add(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(polygon.getInteriorRingN(i));
    }
    return rings;
  }

  /** By its ends and its middle, as edges are cut where they leave a line. */
  private static boolean isOnOutline(LineSegment edge, PreparedArea ground) {
    var reach = new Envelope(edge.p0, edge.p1);
    reach.expandBy(ON_OUTLINE_DEGREES);
    List<LineSegment> outline = ground.edgesNear(reach);
    return isOn(outline, edge.midPoint()) && isOn(outline, edge.p0) && isOn(outline, edge.p1);
  }

  private static boolean isOn(List<LineSegment> outline, Coordinate point) {
    return outline.stream().anyMatch(edge -> edge.distance(point) <= ON_OUTLINE_DEGREES);
  }

  /** How far the piece's rim is from the other ground's outline; none when farther than asked. */
  public OptionalDouble distanceMetres(PreparedArea ground, double withinMetres) {
    for (double look = Math.min(FIRST_LOOK_METRES, withinMetres); ; look *= 4) {
      double reach = Math.min(look, withinMetres);
      SegmentTree outline = outlineWithin(ground, reach);
      double metres = outline.isEmpty() ? Double.POSITIVE_INFINITY : distanceOfRim(outline);
      if (metres <= reach) {
        return OptionalDouble.of(metres);
      }
      if (reach >= withinMetres) {
        return OptionalDouble.empty();
      }
    }
  }

  private double distanceOfRim(SegmentTree outline) {
    List<Coordinate> ends = Rim.of(inPlane).ends();
    double metres = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ends.size() && metres > 0; i += 2) {
      metres = outline.distance(ends.get(i), ends.get(i + 1), metres);
    }
    return metres;
  }

  /**
   * The farthest reach from ground that the piece lies outside of; what lies inside it all the same
   * counts as no distance. To within 5 m or 0.5 %, whichever is more.
   *
   * @param distanceMetres as {@link #distanceMetres} gave it
   */
  public Reach farthestFromGround(PreparedArea ground, double distanceMetres) {
    return farthest(ground, distanceMetres, point -> ground.covers(plane.toLonLat(point)));
  }

  /** The same from the outline, on whichever side of it the piece lies. */
  public Reach farthestFromOutline(PreparedArea ground, double distanceMetres) {
    return farthest(ground, distanceMetres, point -> false);
  }

  private Reach farthest(
      PreparedArea ground, double distanceMetres, Predicate<Coordinate> hasNoDistance) {
    // All of the outline that can be nearest to a point of the piece.
    SegmentTree outline =
        outlineWithin(ground, distanceMetres + inPlane.getEnvelopeInternal().getDiameter());
    FarthestPoint.Found found = FarthestPoint.in(inPlane, outline, hasNoDistance);
    if (found.metres() == 0) {
      return new Reach(0, OptionalDouble.empty());
    }
    Coordinate to = found.point();
    Coordinate from = found.nearestOfLine();
    return new Reach(found.metres(), OptionalDouble.of(bearing(to.x - from.x, to.y - from.y)));
  }

  private SegmentTree outlineWithin(PreparedArea ground, double metres) {
    Envelope reach = piece.getEnvelopeInternal().copy();
    double latDegrees = metres / METRES_PER_DEGREE;
    double poleward = Math.max(Math.abs(reach.getMinY()), Math.abs(reach.getMaxY())) + latDegrees;
    double shrinking = Math.max(0.01, Math.cos(Math.toRadians(Math.min(90, poleward))));
    reach.expandBy(latDegrees / shrinking, latDegrees);
    return new SegmentTree(plane.toPlane(LocalPlane.shortEdges(ground.edgesNear(reach))));
  }

  private static double bearing(double east, double north) {
    double degrees = Angle.toDegrees(Math.atan2(east, north));
    return degrees < 0 ? (degrees + 360) % 360 : degrees;
  }
}
