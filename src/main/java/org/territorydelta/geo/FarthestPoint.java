package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The point of an area, rim included, that is farthest from a line, in a plane: branch and bound
 * over boxes that are cut in two across their longer side, each with the part of the rim that runs
 * through it. What it finds is the farthest point to within {@link #TOLERANCE_METRES} or {@link
 * #TOLERANCE_SHARE} of the distance, whichever is more.
 *
 * <p>The bound: no point is farther from the line than from any one segment of it, and the distance
 * from a segment is a convex function, so that what lies in a box is nowhere farther from the
 * segment than at one of its own corners. These are among the ends of the rim's parts in the box
 * and those corners of the box that lie in the area. Where one segment is nearest to all of a box,
 * or the rim runs along the line, this bound is the distance itself, and nothing is left to cut.
 *
 * <p>JTS' LargestEmptyCircle answers the same question for a centre inside; here the farthest point
 * is mostly a corner, where it would cut the whole rim into squares of the tolerance's size. JTS'
 * directed Hausdorff distance looks at lines alone, never inside an area.
 */
final class FarthestPoint {
  static final double TOLERANCE_METRES = 5;
  static final double TOLERANCE_SHARE = 0.005;

  /** Segments tried for a box's bound; each is nearest to the point that the last left farthest. */
  private static final int MOST_TRIALS = 3;

  /**
   * @param rim what runs through the box
   * @param bound no point of the area in the box is farther
   */
  private record Part(Envelope box, Rim rim, double bound) {
    static final Comparator<Part> FARTHEST_FIRST =
        Comparator.comparingDouble(Part::bound)
            .reversed()
            .thenComparing(Part::box, Envelope::compareTo);
  }

  private final IndexedPointInAreaLocator area;
  private final SegmentTree line;
  private final Predicate<Coordinate> hasNoDistance;
  private final PriorityQueue<Part> open = new PriorityQueue<>(Part.FARTHEST_FIRST);
  private Coordinate farthest;
  private double metres;
  private int lastNearest;

  private FarthestPoint(Geometry area, SegmentTree line, Predicate<Coordinate> hasNoDistance) {
    this.area = new IndexedPointInAreaLocator(area);
    this.line = line;
    this.hasNoDistance = hasNoDistance;
    this.farthest = area.getCoordinate();
  }

  /**
   * @param metres zero where the farthest point has none
   */
  record Found(Coordinate point, Coordinate nearestOfLine, double metres) {}

  /**
   * @param area polygonal, not empty, in a plane in metres
   * @param line not empty
   * @param hasNoDistance whether a point, though it lies off the line, counts as no distance from
   *     it; from one that does to one that does not the line is crossed
   */
  static Found in(Geometry area, SegmentTree line, Predicate<Coordinate> hasNoDistance) {
    var search = new FarthestPoint(area, line, hasNoDistance);
    for (Coordinate corner : area.getCoordinates()) {
      search.offer(corner, search.distance(corner));
    }
    search.look(area.getEnvelopeInternal(), Rim.of(area));
    while (!search.open.isEmpty() && search.isWorthwhile(search.open.peek().bound)) {
      search.cut(search.open.remove());
    }
    int nearest = line.nearest(search.farthest, search.lastNearest);
    return new Found(search.farthest, line.closestPoint(nearest, search.farthest), search.metres);
  }

  private void cut(Part part) {
    Envelope box = part.box;
    boolean acrossX = box.getWidth() >= box.getHeight();
    double at = acrossX ? box.centre().x : box.centre().y;
    double endX = acrossX ? at : box.getMaxX();
    double endY = acrossX ? box.getMaxY() : at;
    double startX = acrossX ? at : box.getMinX();
    double startY = acrossX ? box.getMinY() : at;
    look(new Envelope(box.getMinX(), endX, box.getMinY(), endY), part.rim.below(acrossX, at));
    look(new Envelope(startX, box.getMaxX(), startY, box.getMaxY()), part.rim.above(acrossX, at));
  }

  /** Keeps for later what of a box may be farther than all that was found. */
  private void look(Envelope box, Rim rim) {
    if (rim.isEmpty() && isOutside(box.centre())) {
      return;
    }
    List<Coordinate> corners = new ArrayList<>(rim.ends());
    List<Coordinate> boxCorners =
        List.of(
            new Coordinate(box.getMinX(), box.getMinY()),
            new Coordinate(box.getMinX(), box.getMaxY()),
            new Coordinate(box.getMaxX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMaxY()));
    corners.addAll(boxCorners);
    int nearest = line.nearest(box.centre(), lastNearest);
    if (!isWorthwhile(line.distance(nearest, farthestFrom(nearest, corners)))) {
      return;
    }
    if (!rim.isEmpty()) {
      corners = new ArrayList<>(rim.ends());
      for (Coordinate corner : boxCorners) {
        if (!isOutside(corner)) {
          corners.add(corner);
        }
      }
    }
    double bound = bound(corners, nearest);
    if (isWorthwhile(bound)) {
      open.add(new Part(box, rim, bound));
    }
  }

  /** Offers the points on its way; their own distances bring the best found up to the bound. */
  private double bound(List<Coordinate> corners, int firstNearest) {
    double bound = Double.POSITIVE_INFINITY;
    int nearest = firstNearest;
    for (int trial = 0; trial < MOST_TRIALS && isWorthwhile(bound); trial++) {
      Coordinate corner = farthestFrom(nearest, corners);
      bound = Math.min(bound, line.distance(nearest, corner));
      double here = distance(corner);
      nearest = lastNearest;
      if (here <= metres) {
        continue;
      }
      if (hasNoDistance.test(corner)) {
        // From there the line must be crossed before anything counts.
        bound = Math.min(bound, reach(corner, corners) - here);
      } else {
        farthest = corner;
        metres = here;
      }
    }
    return bound;
  }

  private Coordinate farthestFrom(int segment, List<Coordinate> corners) {
    Coordinate farthestCorner = corners.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (Coordinate corner : corners) {
      double here = line.squared(segment, corner);
      if (here > most) {
        most = here;
        farthestCorner = corner;
      }
    }
    return farthestCorner;
  }

  /** How far the farthest corner is from a point. */
  private static double reach(Coordinate from, List<Coordinate> corners) {
    double reach = 0;
    for (Coordinate corner : corners) {
      reach = Math.max(reach, from.distance(corner));
    }
    return reach;
  }

  private double distance(Coordinate point) {
    lastNearest = line.nearest(point, lastNearest);
    return line.distance(lastNearest, point);
  }

  private void offer(Coordinate point, double itsMetres) {
    if (itsMetres > metres && !hasNoDistance.test(point)) {
      farthest = point;
      metres = itsMetres;
    }
  }

  private boolean isOutside(Coordinate point) {
    return area.locate(point) == Location.EXTERIOR;
  }

  private boolean isWorthwhile(double bound) {
    return bound > metres + Math.max(TOLERANCE_METRES, TOLERANCE_SHARE * metres);
  }
}
