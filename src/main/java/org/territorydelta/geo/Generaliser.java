package org.territorydelta.geo;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Makes shapes in longitude/latitude coarse enough to be drawn on a page. The result is for the eye
 * alone: nothing is ever measured on it.
 *
 * <p>Both ways start at {@link #FINEST_DEGREES} and double it until no more vertices are left than
 * asked for, or until {@link #COARSEST_DEGREES}. Shells run clockwise, holes counter-clockwise.
 */
public final class Generaliser {
  /** About 200 m: a fifth of a pixel where ten degrees are as wide as a page. */
  static final double FINEST_DEGREES = 0.002;

  /** About 15 km; coarser, a region is no longer itself. */
  static final double COARSEST_DEGREES = 0.128;

  private Generaliser() {}

  /** Regions that share borders, which stay shared. */
  public static List<Geometry> borders(List<Geometry> regions, int mostVertices) {
    Geometry[] coverage = regions.toArray(Geometry[]::new);
    return coarser(
        tolerance -> List.of(CoverageSimplifier.simplify(coverage, tolerance)), mostVertices);
  }

  /** Shapes each by itself; what is too small to be seen becomes a triangle, never nothing. */
  public static List<Geometry> shapes(List<Geometry> shapes, int mostVertices) {
    return coarser(
        tolerance ->
            shapes.stream()
                .map(shape -> TopologyPreservingSimplifier.simplify(shape, tolerance))
                .toList(),
        mostVertices);
  }

  /** One way to make shapes coarser, in degrees. */
  private interface Way {
    List<Geometry> at(double toleranceDegrees);
  }

  private static List<Geometry> coarser(Way way, int mostVertices) {
    double tolerance = FINEST_DEGREES;
    List<Geometry> drawn = way.at(tolerance);
    while (vertices(drawn) > mostVertices && tolerance < COARSEST_DEGREES) {
      tolerance *= 2;
      drawn = way.at(tolerance);
    }
    return drawn.stream().map(Geometry::norm).toList();
  }

  private static int vertices(List<Geometry> shapes) {
    return shapes.stream().flatMapToInt(s -> IntStream.of(s.getNumPoints())).sum();
  }
}
