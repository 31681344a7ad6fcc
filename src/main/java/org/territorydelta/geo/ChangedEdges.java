package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/**
 * The boundary edges that only one of two partitions has, or that have other holdings beside them
 * in the one than in the other. Everything that changed hands is bounded by them:
 *
 * <p>Take a point on the rim of ground that went from A to B, with ground beyond it that went from
 * C to D, and (A, B) other than (C, D). Then the rim is a boundary in one of the partitions at
 * least. Were its edge there an unchanged one, the other partition would have the same edge with
 * the same holdings: A = B and C = D, and nothing would have changed hands on either side. So the
 * rim of changed ground is made of changed edges wholly, and inside a face that they enclose, which
 * none of them crosses, either nothing has changed or all has, from one holding to one other.
 *
 * <p>At a T-junction the line is drawn twice, with nobody in between; the reasoning holds for each
 * of the two, with a strip of no width between them.
 */
public final class ChangedEdges {
  /** No holding of the opening, and not nobody either. */
  private static final int UNKNOWN_THERE = -2;

  private final List<LineSegment> segments;
  private final double share;

  private ChangedEdges(List<LineSegment> segments, double share) {
    this.segments = segments;
    this.share = share;
  }

  /** The same for either order of the two. */
  public static ChangedEdges between(PartitionEdges opening, PartitionEdges closing) {
    int[] there = new int[closing.holdings().size()];
    for (int i = 0; i < there.length; i++) {
      int same = opening.holdings().indexOf(closing.holdings().get(i));
      there[i] = same < 0 ? UNKNOWN_THERE : same;
    }
    List<LineSegment> changed = new ArrayList<>();
    BitSet met = new BitSet(opening.size());
    long boundaries = 0;
    long unchanged = 0;
    int same = PartitionEdges.ABSENT;
    for (int edge = 0; edge < closing.size(); edge++) {
      if (!closing.isBoundary(edge)) {
        continue;
      }
      boundaries++;
      same = opening.find(closing, edge, same + 1);
      if (same >= 0) {
        met.set(same);
      }
      if (same >= 0
          && opening.left(same) == translated(closing.left(edge), there)
          && opening.right(same) == translated(closing.right(edge), there)) {
        unchanged += 2;
      } else {
        changed.add(closing.segment(edge));
      }
    }
    for (int edge = 0; edge < opening.size(); edge++) {
      if (opening.isBoundary(edge)) {
        boundaries++;
        if (!met.get(edge)) {
          changed.add(opening.segment(edge));
        }
      }
    }
    // In an order of their own, so that nothing made of them depends on the maps' order.
    changed.sort((a, b) -> a.compareTo(b));
    return new ChangedEdges(
        changed, boundaries == 0 ? 0 : (boundaries - unchanged) / (double) boundaries);
  }

  private static int translated(int holding, int[] there) {
    return holding == PartitionEdges.NOBODY ? PartitionEdges.NOBODY : there[holding];
  }

  /** How much of both partitions' boundary edges changed, by number; 0..1. */
  public double share() {
    return share;
  }

  /**
   * The faces that the changed edges enclose, in longitude/latitude. They share no ground; some may
   * be slivers along a line that was drawn twice.
   *
   * @param overlay counts what noding the edges may move
   */
  public List<Polygon> faces(Overlay overlay) {
    return faces(segments, overlay);
  }

  private static List<Polygon> faces(List<LineSegment> lines, Overlay overlay) {
    noded(lines, overlay);
    return EdgeFaces.of(EdgeChains.of(lines));
  }

  private static List<Polygon> facesOnGrid(List<LineSegment> lines, Overlay overlay) {
    noded(lines, overlay);
    return EdgeFaces.onGrid(EdgeChains.of(lines));
  }

  /** The grid is finer than snapping. */
  private static void noded(List<LineSegment> lines, Overlay overlay) {
    double degrees = 0;
    var reach = new Envelope();
    for (LineSegment line : lines) {
      degrees += line.getLength();
      reach.expandToInclude(line.p0);
      reach.expandToInclude(line.p1);
    }
    overlay.noded(degrees, reach, Noding.SNAPPING);
  }

  /** The same, slower, where lines all but coincide and cross more than once. */
  public List<Polygon> facesOnGrid(Overlay overlay) {
    return facesOnGrid(segments, overlay);
  }

  /**
   * The faces as a third partition cuts them: its boundary runs through none of them. Beside them
   * there may be faces that are bounded by that partition alone; in these nothing changed.
   */
  public List<Polygon> facesCutBy(PartitionEdges other, Overlay overlay) {
    List<Polygon> faces = faces(overlay);
    return faces.isEmpty() ? faces : faces(with(other, faces), overlay);
  }

  /** The same, slower; see {@link #facesOnGrid}. */
  public List<Polygon> facesOnGridCutBy(PartitionEdges other, Overlay overlay) {
    List<Polygon> faces = facesOnGrid(overlay);
    return faces.isEmpty() ? faces : facesOnGrid(with(other, faces), overlay);
  }

  private List<LineSegment> with(PartitionEdges other, List<Polygon> faces) {
    List<LineSegment> lines = new ArrayList<>(segments);
    lines.addAll(other.boundariesNear(faces));
    lines.sort((a, b) -> a.compareTo(b));
    return lines;
  }
}
