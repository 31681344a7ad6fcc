package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Faces that belong together because they share edges. Faces are taken as noding left them: an edge
 * that two of them share has the same two ends in both, to the last digit. To touch in a point is
 * not to share an edge.
 */
public final class EdgeNeighbours {
  private EdgeNeighbours() {}

  /**
   * The faces in groups, each as large as can be: from every face to every other one of its group
   * there is a way over shared edges. Groups stand in the order of their first faces.
   */
  public static List<List<Polygon>> groups(List<Polygon> faces) {
    if (faces.size() == 1) {
      return List.of(faces);
    }
    int[] leader = new int[faces.size()];
    Map<LineSegment, Integer> owners = new HashMap<>();
    for (int face = 0; face < leader.length; face++) {
      leader[face] = face;
      Polygon polygon = faces.get(face);
      join(leader, owners, face, polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        join(leader, owners, face, polygon.getInteriorRingN(i));
      }
    }
    Map<Integer, List<Polygon>> groups = new TreeMap<>();
    for (int face = 0; face < leader.length; face++) {
      groups
          .computeIfAbsent(leaderOf(leader, face), first -> new ArrayList<>())
          .add(faces.get(face));
    }
    return List.copyOf(groups.values());
  }

  private static void join(
      int[] leader, Map<LineSegment, Integer> owners, int face, LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      var edge = new LineSegment(points[i - 1], points[i]);
      edge.normalize();
      Integer other = owners.putIfAbsent(edge, face);
      if (other != null) {
        int a = leaderOf(leader, other);
        int b = leaderOf(leader, face);
        leader[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }

  private static int leaderOf(int[] leader, int face) {
    int at = face;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  /**
   * One group as one area: a polygon, with the edges between its faces gone and in normal form: the
   * same for faces in any order.
   */
  public static Geometry united(Collection<Polygon> group) {
    return group.size() == 1
        ? group.iterator().next().norm()
        : CoverageUnion.union(group.toArray(Polygon[]::new)).norm();
  }
}
