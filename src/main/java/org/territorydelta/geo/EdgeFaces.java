package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces that a heap of lines encloses, which may cross, touch and lie on each other. Lines are
 * cut where they meet, with vertices snapped as in an {@link Overlay}, so that lines that all but
 * coincide become one; what encloses nothing is left out.
 */
final class EdgeFaces {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Of 1e-12 degrees, a tenth of a micrometre: as fine as the vertices of an overlay are true, and
   * coarse enough for doubles to tell on which side of a grid cell a line passes.
   */
  private static final PrecisionModel GRID = new PrecisionModel(1e12);

  private EdgeFaces() {}

  /** Each face with its rings in one direction from their least vertex. */
  static List<Polygon> of(List<Coordinate[]> lines) {
    var reach = new Envelope();
    for (Coordinate[] line : lines) {
      for (Coordinate point : line) {
        reach.expandToInclude(point);
      }
    }
    return of(lines, new SnappingNoder(Overlay.snappingDegrees(reach)));
  }

  /**
   * The same with every node on a grid, so that no two lines cross but at a node. Snapping alone
   * can miss that, where lines all but coincide and cross again at a neck narrower than it moves
   * them; it is several times faster, though.
   */
  static List<Polygon> onGrid(List<Coordinate[]> lines) {
    return of(lines, new SnapRoundingNoder(GRID));
  }

  private static List<Polygon> of(List<Coordinate[]> lines, Noder noder) {
    List<SegmentString> strings = new ArrayList<>();
    lines.forEach(line -> strings.add(new NodedSegmentString(line, null)));
    noder.computeNodes(strings);
    @SuppressWarnings("unchecked")
    Collection<SegmentString> parts = noder.getNodedSubstrings();
    var polygonizer = new Polygonizer();
    for (Coordinate[] line : EdgeChains.of(distinctEdges(parts))) {
      polygonizer.add(FACTORY.createLineString(line));
    }
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      // The polygonizer begins its rings anywhere, and sums of doubles depend on where.
      faces.add((Polygon) ((Polygon) face).norm());
    }
    return faces;
  }

  /**
   * Edge by edge, because of two lines on each other one may have nodes where the other has but a
   * vertex. What snapping has drawn together to a point bounds nothing.
   */
  private static List<LineSegment> distinctEdges(Collection<SegmentString> lines) {
    Set<LineSegment> edges = new LinkedHashSet<>();
    for (SegmentString line : lines) {
      for (int i = 1; i < line.size(); i++) {
        var edge = new LineSegment(line.getCoordinate(i - 1), line.getCoordinate(i));
        edge.normalize();
        if (!edge.p0.equals2D(edge.p1)) {
          edges.add(edge);
        }
      }
    }
    return List.copyOf(edges);
  }
}
