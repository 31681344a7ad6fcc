package org.territorydelta.geo;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * What {@link FarthestPoint} finds, found another way and for any distance: branch and bound over
 * squares that are cut in four, as in J. Garcia-Castellanos and U. Lombardo, "Poles of
 * inaccessibility" (2007), refined by Mapbox' polylabel. A distance grows by no more than the way
 * one goes, so a square's middle bounds the distance of all its points.
 */
final class FarthestBySquares {

  /** Squares along the longer side of the area's box, at first. */
  private static final int MOST_SQUARES = 16;

  /**
   * @param half half a side
   * @param bound no point of the square is farther
   */
  private record Square(double x, double y, double half, double bound) {}

  private final ToDoubleFunction<Coordinate> distance;
  private final IndexedPointInAreaLocator area;
  private final IndexedFacetDistance rim;
  private final PriorityQueue<Square> open =
      new PriorityQueue<>(
          Comparator.comparingDouble(Square::bound)
              .reversed()
              .thenComparingDouble(Square::x)
              .thenComparingDouble(Square::y));
  private Coordinate farthest;
  private double metres = Double.NEGATIVE_INFINITY;

  private FarthestBySquares(Geometry area, ToDoubleFunction<Coordinate> distance) {
    this.distance = distance;
    this.area = new IndexedPointInAreaLocator(area);
    this.rim = new IndexedFacetDistance(area);
  }

  /**
   * @param area polygonal, not empty, in a plane in metres
   * @param distance from a point, in metres; of two points it differs by no more than they are
   *     apart
   */
  static Coordinate in(Geometry area, ToDoubleFunction<Coordinate> distance) {
    var search = new FarthestBySquares(area, distance);
    for (Coordinate corner : area.getCoordinates()) {
      search.offer(corner, distance.applyAsDouble(corner));
    }
    search.cover(area.getEnvelopeInternal());
    while (!search.open.isEmpty() && search.isWorthwhile(search.open.peek().bound)) {
      search.cut(search.open.remove());
    }
    return search.farthest;
  }

  private void cover(Envelope box) {
    double longer = Math.max(box.getWidth(), box.getHeight());
    double shorter = Math.min(box.getWidth(), box.getHeight());
    double half = Math.max(shorter, longer / MOST_SQUARES) / 2;
    for (double x = box.getMinX() + half; x - half < box.getMaxX(); x += 2 * half) {
      for (double y = box.getMinY() + half; y - half < box.getMaxY(); y += 2 * half) {
        look(x, y, half);
      }
    }
  }

  private void cut(Square square) {
    double half = square.half / 2;
    look(square.x - half, square.y - half, half);
    look(square.x - half, square.y + half, half);
    look(square.x + half, square.y - half, half);
    look(square.x + half, square.y + half, half);
  }

  private void look(double x, double y, double half) {
    var middle = new Coordinate(x, y);
    double toCorner = half * Math.sqrt(2);
    double here = distance.applyAsDouble(middle);
    if (!isWorthwhile(here + toCorner)) {
      return;
    }
    if (area.locate(middle) != Location.EXTERIOR) {
      offer(middle, here);
    } else if (!rim.isWithinDistance(LocalPlane.point(middle), toCorner)) {
      return;
    }
    open.add(new Square(x, y, half, here + toCorner));
  }

  private void offer(Coordinate point, double itsMetres) {
    if (itsMetres > metres) {
      farthest = point;
      metres = itsMetres;
    }
  }

  private boolean isWorthwhile(double bound) {
    return bound
        > metres + Math.max(FarthestPoint.TOLERANCE_METRES, FarthestPoint.TOLERANCE_SHARE * metres);
  }
}
