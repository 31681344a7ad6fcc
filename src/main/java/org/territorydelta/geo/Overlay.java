package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/**
 * Boolean operations on polygonal ground in longitude/latitude. Each one tries full floating
 * precision first, then the two fallbacks of {@link OverlayNGRobust}; which one was needed is
 * counted. Results hold polygons only: points and lines where two pieces touch are no ground.
 *
 * <p>Not safe for use by two threads: an instance counts for one piece of work.
 */
public final class Overlay {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** As in OverlayNGRobust: coordinates' magnitude over this is the first snapping distance. */
  static final double SNAPPING_FACTOR = 1e12;

  /** A line sweeps ground on its left and on its right when its vertices are moved. */
  private static final int SIDES = 2;

  private static final double M2_PER_ROUNDING = 0.5;

  /** What an overlay and its snapping twin have counted together. */
  private static final class Counts {
    private final Map<Noding, Integer> operations = new EnumMap<>(Noding.class);
    private int repeats;
    private long roundings;
    private double sweptM2;
  }

  private final Counts counts;
  private final Noding first;

  public Overlay() {
    this(new Counts(), Noding.FLOATING);
  }

  private Overlay(Counts counts, Noding first) {
    this.counts = counts;
    this.first = first;
  }

  /**
   * The same without the try at full precision, for work to be done again; it counts on. Where
   * edges all but coincide, full precision may label faces wrongly and not notice; snapped edges
   * coincide or are apart.
   */
  public Overlay snapping() {
    counts.repeats++;
    return new Overlay(counts, Noding.SNAPPING);
  }

  /** The noding that is tried first. */
  Noding first() {
    return first;
  }

  /** How many operations needed which noding, so far. */
  public Map<Noding, Integer> operations() {
    return new EnumMap<>(counts.operations);
  }

  /** Notes that areas were rounded to whole square metres, those that are nothing then included. */
  public void rounded(long areas) {
    counts.roundings += areas;
  }

  /** Notes that lines were noded beside the operations that are run here. */
  public void noded(double linesDegrees, Envelope reach, Noding noding) {
    counts.sweptM2 +=
        sweptSquareDegrees(linesDegrees, noding.displacementDegrees(reach))
            * EllipsoidalArea.LARGEST_SQUARE_DEGREE_M2;
  }

  /**
   * How far areas may be off, all together, that were found by this piece of work so far. It
   * follows from what was done, on maps of any size: a rounding is off by half a square metre at
   * most; and where noding moves the vertices of a line, the line sweeps no more ground than its
   * length times the way it is moved, on either side. What is beyond that is an error of substance.
   */
  public long boundM2() {
    return (long) Math.ceil(counts.roundings * M2_PER_ROUNDING + counts.sweptM2);
  }

  /** What lines may sweep when they are noded by snapping, in square degrees. */
  static double snappedSquareDegrees(double linesDegrees, Envelope reach) {
    return sweptSquareDegrees(linesDegrees, snappingDegrees(reach));
  }

  private static double sweptSquareDegrees(double linesDegrees, double displacementDegrees) {
    return SIDES * linesDegrees * displacementDegrees;
  }

  /** How often a piece of work was done again by snapping, because its areas did not add up. */
  public int repeats() {
    return counts.repeats;
  }

  /** Ground in both. */
  public Geometry intersection(Geometry a, Geometry b) {
    if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
      return FACTORY.createMultiPolygon();
    }
    return run(a, b, OverlayNG.INTERSECTION);
  }

  /** Ground in {@code a} and not in {@code b}. */
  public Geometry difference(Geometry a, Geometry b) {
    if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
      return a;
    }
    return run(a, b, OverlayNG.DIFFERENCE);
  }

  /** All ground of the polygons, which may touch or overlap, as one valid geometry. */
  public Geometry union(Collection<? extends Geometry> geometries) {
    if (geometries.isEmpty()) {
      return FACTORY.createMultiPolygon();
    }
    if (geometries.size() == 1) {
      return geometries.iterator().next();
    }
    var union = new UnaryUnionOp(geometries);
    union.setUnionFunction(
        new UnionStrategy() {
          @Override
          public Geometry union(Geometry a, Geometry b) {
            return run(a, b, OverlayNG.UNION);
          }

          @Override
          public boolean isFloatingPrecision() {
            return true;
          }
        });
    return polygonal(union.union());
  }

  /** As OverlayNGRobust does, a try that fails in whatever way is followed by a more robust one. */
  private Geometry run(Geometry a, Geometry b, int operation) {
    if (first == Noding.FLOATING) {
      try {
        return counted(OverlayNG.overlay(a, b, operation), a, b, Noding.FLOATING);
      } catch (RuntimeException floatingFailed) {
        return runSnapping(a, b, operation);
      }
    }
    return runSnapping(a, b, operation);
  }

  private Geometry runSnapping(Geometry a, Geometry b, int operation) {
    try {
      var noder = new SnappingNoder(snappingDegrees(both(a, b)));
      return counted(OverlayNG.overlay(a, b, operation, noder), a, b, Noding.SNAPPING);
    } catch (RuntimeException snappingFailed) {
      return counted(OverlayNGRobust.overlay(a, b, operation), a, b, Noding.SNAP_ROUNDING);
    }
  }

  private Geometry counted(Geometry result, Geometry a, Geometry b, Noding noding) {
    counts.operations.merge(noding, 1, Integer::sum);
    noded(a.getLength() + b.getLength(), both(a, b), noding);
    return polygonal(result);
  }

  private static Envelope both(Geometry a, Geometry b) {
    var both = new Envelope(a.getEnvelopeInternal());
    both.expandToInclude(b.getEnvelopeInternal());
    return both;
  }

  /** How far vertices may be moved onto each other where edges within this reach are noded. */
  static double snappingDegrees(Envelope reach) {
    return Noding.SNAPPING.displacementDegrees(reach);
  }

  /** The polygons of any geometry. */
  public static List<Polygon> polygons(Geometry geometry) {
    var polygons = new ArrayList<Polygon>();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      if (!((Polygon) polygon).isEmpty()) {
        polygons.add((Polygon) polygon);
      }
    }
    return polygons;
  }

  private static Geometry polygonal(Geometry geometry) {
    if (geometry instanceof Polygon || geometry instanceof MultiPolygon) {
      return geometry;
    }
    return FACTORY.createMultiPolygon(polygons(geometry).toArray(Polygon[]::new));
  }
}
