package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.map.Holding;

/**
 * The edges of a partition, each with who holds the ground on its left and on its right. An edge is
 * known by its two end points, to the last digit, whichever way it was drawn; edges that two
 * polygons share are one. Left and right are those of the way from the lesser end (by longitude,
 * then latitude) to the greater; they follow from where the ring's inside lies, not from the
 * direction it should have been drawn in. An edge with one holding on both sides is no {@linkplain
 * #isBoundary boundary}.
 *
 * <p>Where three polygons meet on an edge that only one of them has whole (a T-junction), the edge
 * and its parts are separate edges, each with nobody on the side of the others.
 */
public final class PartitionEdges {
  /** Stands for {@link Holding#NONE} among the indexes of holdings. */
  static final int NOBODY = -1;

  static final int ABSENT = -1;
  private static final int LEAST_SLOTS = 16;

  private final List<Holding> holdings;
  private final double[] ends;
  private final int[] left;
  private final int[] right;
  private int size;

  /** Open addressing: the edge in each slot, plus one; 0 for a free slot. */
  private final int[] slots;

  private HoldingLocator locator;

  private PartitionEdges(List<Holding> holdings, int capacity) {
    this.holdings = holdings;
    this.ends = new double[4 * capacity];
    this.left = new int[capacity];
    this.right = new int[capacity];
    this.slots = new int[Math.max(LEAST_SLOTS, Integer.highestOneBit(capacity) * 4)];
  }

  /**
   * @param ground polygons that share no interior
   */
  public static PartitionEdges of(SortedMap<Holding, List<Polygon>> ground) {
    int points = 0;
    for (List<Polygon> polygons : ground.values()) {
      for (Polygon polygon : polygons) {
        points += polygon.getNumPoints();
      }
    }
    var edges = new PartitionEdges(List.copyOf(ground.keySet()), points);
    int holding = 0;
    for (Map.Entry<Holding, List<Polygon>> held : ground.entrySet()) {
      for (Polygon polygon : held.getValue()) {
        edges.add(holding, polygon);
      }
      holding++;
    }
    return edges;
  }

  private void add(int holding, Polygon polygon) {
    if (polygon.isEmpty()) {
      return;
    }
    add(holding, polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      add(holding, polygon.getInteriorRingN(i), false);
    }
  }

  private void add(int holding, LinearRing ring, boolean isShell) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean holdsLeft = Orientation.isCCW(points) == isShell;
    // Adding zero makes one zero of the two.
    double fromX = points.getX(0) + 0.0;
    double fromY = points.getY(0) + 0.0;
    for (int i = 1; i < points.size(); i++) {
      double toX = points.getX(i) + 0.0;
      double toY = points.getY(i) + 0.0;
      if (fromX < toX || fromX == toX && fromY < toY) {
        tag(put(fromX, fromY, toX, toY), holding, holdsLeft);
      } else if (fromX != toX || fromY != toY) {
        tag(put(toX, toY, fromX, fromY), holding, !holdsLeft);
      }
      fromX = toX;
      fromY = toY;
    }
  }

  private void tag(int edge, int holding, boolean onLeft) {
    int[] side = onLeft ? left : right;
    if (side[edge] == NOBODY) {
      side[edge] = holding;
    }
  }

  private int put(double x0, double y0, double x1, double y1) {
    int slot = slotOf(x0, y0, x1, y1);
    if (slots[slot] == 0) {
      int at = 4 * size;
      ends[at] = x0;
      ends[at + 1] = y0;
      ends[at + 2] = x1;
      ends[at + 3] = y1;
      left[size] = NOBODY;
      right[size] = NOBODY;
      size++;
      slots[slot] = size;
    }
    return slots[slot] - 1;
  }

  /** Where the edge is, or where it would be put. */
  private int slotOf(double x0, double y0, double x1, double y1) {
    int slot = hash(x0, y0, x1, y1) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (isAt(slots[slot] - 1, x0, y0, x1, y1)) {
        return slot;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Mixes all bits: coordinates of few digits differ in the middle of their 64 bits only. */
  private static int hash(double x0, double y0, double x1, double y1) {
    long bits = Double.doubleToRawLongBits(x0);
    bits = bits * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(y0);
    bits = (bits ^ (bits >>> 32)) * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(x1);
    bits = (bits ^ (bits >>> 32)) * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(y1);
    bits = (bits ^ (bits >>> 29)) * 0xBF58476D1CE4E5B9L;
    return (int) (bits ^ (bits >>> 32));
  }

  /** How many edges there are, boundary or not; they are numbered from 0. */
  int size() {
    return size;
  }

  /**
   * The same edge here, or {@link #ABSENT}.
   *
   * @param likely where it is looked for first: edges follow each other in two maps alike
   */
  int find(PartitionEdges other, int edge, int likely) {
    int at = 4 * edge;
    double x0 = other.ends[at];
    double y0 = other.ends[at + 1];
    double x1 = other.ends[at + 2];
    double y1 = other.ends[at + 3];
    if (likely < size && isAt(likely, x0, y0, x1, y1)) {
      return likely;
    }
    return slots[slotOf(x0, y0, x1, y1)] - 1;
  }

  private boolean isAt(int edge, double x0, double y0, double x1, double y1) {
    int at = 4 * edge;
    return ends[at] == x0 && ends[at + 1] == y0 && ends[at + 2] == x1 && ends[at + 3] == y1;
  }

  boolean isBoundary(int edge) {
    return left[edge] != right[edge];
  }

  /** Index of the holding on the left among {@link #holdings}, or {@link #NOBODY}. */
  int left(int edge) {
    return left[edge];
  }

  /** Index of the holding on the right among {@link #holdings}, or {@link #NOBODY}. */
  int right(int edge) {
    return right[edge];
  }

  double lesserX(int edge) {
    return ends[4 * edge];
  }

  double lesserY(int edge) {
    return ends[4 * edge + 1];
  }

  double greaterX(int edge) {
    return ends[4 * edge + 2];
  }

  double greaterY(int edge) {
    return ends[4 * edge + 3];
  }

  LineSegment segment(int edge) {
    return new LineSegment(lesserX(edge), lesserY(edge), greaterX(edge), greaterY(edge));
  }

  List<Holding> holdings() {
    return holdings;
  }

  /** The boundary edges whose envelopes meet that of any of the polygons. */
  List<LineSegment> boundariesNear(List<Polygon> polygons) {
    List<Envelope> reaches = polygons.stream().map(Polygon::getEnvelopeInternal).toList();
    var all = new Envelope();
    reaches.forEach(all::expandToInclude);
    List<LineSegment> near = new ArrayList<>();
    for (int edge = 0; edge < size; edge++) {
      if (isBoundary(edge)) {
        var reach = new Envelope(lesserX(edge), greaterX(edge), lesserY(edge), greaterY(edge));
        if (all.intersects(reach) && reaches.stream().anyMatch(reach::intersects)) {
          near.add(segment(edge));
        }
      }
    }
    return near;
  }

  /** Who holds a point that lies on no boundary. Its index is built when first asked for. */
  public Holding holdingAt(Coordinate point) {
    if (locator == null) {
      locator = new HoldingLocator(this);
    }
    int holding = locator.locate(point.getX(), point.getY());
    return holding == NOBODY ? Holding.NONE : holdings.get(holding);
  }
}
