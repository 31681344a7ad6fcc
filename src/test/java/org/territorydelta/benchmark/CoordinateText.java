package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * How an archive writes coordinates.
 *
 * @param indents what comes before an element, by how deep it lies below the multipolygon
 * @param closings what comes before the closing bracket, likewise
 */
record CoordinateText(List<String> indents, List<String> closings) {
  /** Multipolygon, polygon, ring, position. */
  private static final int DEPTH = 4;

  static final CoordinateText COMPACT =
      new CoordinateText(List.of(" ", " ", " ", " "), List.of(" ", " ", " ", " "));

  /**
   * @param indent spaces before the closing bracket of the whole
   */
  static CoordinateText onLinesOfTheirOwn(int indent) {
    List<String> lines = new ArrayList<>();
    for (int depth = 0; depth <= DEPTH; depth++) {
      lines.add("\n" + " ".repeat(indent + 2 * depth));
    }
    return new CoordinateText(lines.subList(1, DEPTH + 1), lines.subList(0, DEPTH));
  }

  void appendMultiPolygon(StringBuilder text, List<Outline> outlines) {
    text.append('[');
    for (int i = 0; i < outlines.size(); i++) {
      open(text, i, 0);
      List<List<Position>> rings = outlines.get(i).rings();
      for (int j = 0; j < rings.size(); j++) {
        open(text, j, 1);
        appendRing(text, rings.get(j));
        close(text, 2);
      }
      close(text, 1);
    }
    close(text, 0);
  }

  private void appendRing(StringBuilder text, List<Position> ring) {
    for (int i = 0; i <= ring.size(); i++) {
      Position position = ring.get(i % ring.size());
      open(text, i, 2);
      text.append(indents.get(3));
      position.appendLon(text);
      text.append(',').append(indents.get(3));
      position.appendLat(text);
      close(text, 3);
    }
  }

  private void open(StringBuilder text, int index, int depth) {
    text.append(index == 0 ? "" : ",").append(indents.get(depth)).append('[');
  }

  private void close(StringBuilder text, int depth) {
    text.append(closings.get(depth)).append(']');
  }
}
