package org.territorydelta.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * Edges joined end to end into lines that are as long as can be: a line ends where other than two
 * edges meet, or closes. Noding and polygonizing cost by the line more than by the vertex.
 */
final class EdgeChains {
  private final List<LineSegment> edges;
  private final Map<Coordinate, List<Integer>> meeting = new HashMap<>();
  private final boolean[] used;

  private EdgeChains(List<LineSegment> edges) {
    this.edges = edges;
    this.used = new boolean[edges.size()];
    for (int i = 0; i < edges.size(); i++) {
      meeting.computeIfAbsent(edges.get(i).p0, point -> new ArrayList<>(2)).add(i);
      meeting.computeIfAbsent(edges.get(i).p1, point -> new ArrayList<>(2)).add(i);
    }
  }

  /** The lines; they follow from the edges' order. */
  static List<Coordinate[]> of(List<LineSegment> edges) {
    var chains = new EdgeChains(edges);
    List<Coordinate[]> lines = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      if (!chains.used[i]) {
        lines.add(chains.line(i));
      }
    }
    return lines;
  }

  private Coordinate[] line(int first) {
    used[first] = true;
    Deque<Coordinate> line = new ArrayDeque<>();
    line.add(edges.get(first).p0);
    line.add(edges.get(first).p1);
    for (int next = unusedAt(line.getLast()); next >= 0; next = unusedAt(line.getLast())) {
      line.addLast(pass(next, line.getLast()));
    }
    for (int next = unusedAt(line.getFirst()); next >= 0; next = unusedAt(line.getFirst())) {
      line.addFirst(pass(next, line.getFirst()));
    }
    return line.toArray(Coordinate[]::new);
  }

  /** The edge that goes on from a point where just two meet; negative when there is none. */
  private int unusedAt(Coordinate point) {
    List<Integer> here = meeting.get(point);
    if (here.size() == 2) {
      for (int edge : here) {
        if (!used[edge]) {
          return edge;
        }
      }
    }
    return -1;
  }

  private Coordinate pass(int edge, Coordinate from) {
    used[edge] = true;
    LineSegment segment = edges.get(edge);
    return segment.p0.equals2D(from) ? segment.p1 : segment.p0;
  }
}
