package org.territorydelta.geo;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Line segments of a plane in a packed tree of boxes, on plain arrays, that tells which of them is
 * nearest. Ties go to whichever is met first, always the same for the same questions in the same
 * order. It builds no objects for points and segments, of which one piece of ground asks thousands.
 */
final class SegmentTree {
  /** Children of a box, and segments of a lowest box. */
  private static final int FAN = 8;

  /** Numbers of a segment: x0, y0, x1, y1; and of a box: least x, least y, most x, most y. */
  private static final int STRIDE = 4;

  /** A question and the best answer so far. */
  private final class Search {
    private final Coordinate from;
    private final Coordinate to;
    private int nearest;
    private double squared;

    /** From a point, which is {@code from} and {@code to}, or from the segment between both. */
    Search(Coordinate from, Coordinate to, int nearest, double squared) {
      this.from = from;
      this.to = to;
      this.nearest = nearest;
      this.squared = squared;
    }

    /** The nearest child goes first, as it may spare all others. */
    void descend(int level, int at) {
      int first = at * FAN;
      int end = Math.min(first + FAN, count(level - 1));
      int closest = first;
      double least = Double.POSITIVE_INFINITY;
      for (int child = first; child < end; child++) {
        double here = squaredToChild(level, child);
        if (here < least) {
          least = here;
          closest = child;
        }
      }
      if (least >= squared) {
        return;
      }
      visit(level, closest);
      for (int child = first; child < end; child++) {
        if (child != closest && squaredToChild(level, child) < squared) {
          visit(level, child);
        }
      }
    }

    private void visit(int level, int child) {
      if (level > 0) {
        descend(level - 1, child);
        return;
      }
      double here = squaredToSegment(child);
      if (here < squared) {
        squared = here;
        nearest = child;
      }
    }

    private double squaredToChild(int level, int child) {
      return level > 0 ? squaredToBox(boxes[level - 1], child * STRIDE) : squaredToSegment(child);
    }

    private double squaredToBox(double[] box, int at) {
      double x = gap(Math.min(from.x, to.x), Math.max(from.x, to.x), box[at], box[at + 2]);
      double y = gap(Math.min(from.y, to.y), Math.max(from.y, to.y), box[at + 1], box[at + 3]);
      return x * x + y * y;
    }

    private double squaredToSegment(int segment) {
      if (from == to) {
        return SegmentTree.this.squared(segment, from);
      }
      int at = segment * STRIDE;
      double metres =
          Distance.segmentToSegment(
              from,
              to,
              new Coordinate(segments[at], segments[at + 1]),
              new Coordinate(segments[at + 2], segments[at + 3]));
      return metres * metres;
    }
  }

  private final double[] segments;

  /** By levels: the boxes of {@link #FAN} segments, those of as many such boxes, ... the one. */
  private final double[][] boxes;

  /**
   * @param segments x0, y0, x1, y1 of each, in any order; the search is fast where those that
   *     follow one another lie near one another, as along a line or out of a Hilbert tree
   */
  SegmentTree(double[] segments) {
    this.segments = segments;
    int levels = 1;
    for (long held = FAN; held < count(-1); held *= FAN) {
      levels++;
    }
    this.boxes = new double[levels][];
    for (int level = 0; level < levels; level++) {
      boxes[level] = boxesAround(level == 0 ? segments : boxes[level - 1]);
    }
  }

  /** Works for segments too, whose ends are in no order. */
  private static double[] boxesAround(double[] items) {
    int count = items.length / STRIDE;
    double[] around = new double[(count + FAN - 1) / FAN * STRIDE];
    for (int item = 0; item < count; item++) {
      int from = item * STRIDE;
      int to = item / FAN * STRIDE;
      boolean first = item % FAN == 0;
      for (int axis = 0; axis < 2; axis++) {
        double least = Math.min(items[from + axis], items[from + axis + 2]);
        double most = Math.max(items[from + axis], items[from + axis + 2]);
        around[to + axis] = first ? least : Math.min(around[to + axis], least);
        around[to + axis + 2] = first ? most : Math.max(around[to + axis + 2], most);
      }
    }
    return around;
  }

  /** Boxes of a level; of the one below the lowest, segments. */
  private int count(int level) {
    return (level < 0 ? segments : boxes[level]).length / STRIDE;
  }

  boolean isEmpty() {
    return segments.length == 0;
  }

  /**
   * The nearest segment to a point.
   *
   * @param guess a segment that is likely near; any will do
   */
  int nearest(Coordinate point, int guess) {
    var search = new Search(point, point, guess, squared(guess, point));
    search.descend(boxes.length - 1, 0);
    return search.nearest;
  }

  /**
   * How far the nearest segment is from the segment between two points.
   *
   * @return {@code atMost} where none is nearer than that
   */
  double distance(Coordinate from, Coordinate to, double atMost) {
    var search = new Search(from, to, 0, atMost * atMost);
    search.descend(boxes.length - 1, 0);
    return search.squared < atMost * atMost ? Math.sqrt(search.squared) : atMost;
  }

  double distance(int segment, Coordinate point) {
    return Math.sqrt(squared(segment, point));
  }

  double squared(int segment, Coordinate point) {
    int at = segment * STRIDE;
    double along = along(at, point);
    double dx = segments[at] + along * (segments[at + 2] - segments[at]) - point.x;
    double dy = segments[at + 1] + along * (segments[at + 3] - segments[at + 1]) - point.y;
    return dx * dx + dy * dy;
  }

  /** The point of a segment that is nearest to a point. */
  Coordinate closestPoint(int segment, Coordinate to) {
    int at = segment * STRIDE;
    double along = along(at, to);
    return new Coordinate(
        segments[at] + along * (segments[at + 2] - segments[at]),
        segments[at + 1] + along * (segments[at + 3] - segments[at + 1]));
  }

  /** Where on the segment the nearest point is: 0 at its start, 1 at its end. */
  private double along(int at, Coordinate point) {
    double dx = segments[at + 2] - segments[at];
    double dy = segments[at + 3] - segments[at + 1];
    double squaredLength = dx * dx + dy * dy;
    if (squaredLength == 0) {
      return 0;
    }
    double along =
        ((point.x - segments[at]) * dx + (point.y - segments[at + 1]) * dy) / squaredLength;
    return along <= 0 ? 0 : Math.min(along, 1);
  }

  private static double gap(double least, double most, double otherLeast, double otherMost) {
    return Math.max(0, Math.max(otherLeast - most, least - otherMost));
  }
}
