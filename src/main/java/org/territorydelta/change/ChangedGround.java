package org.territorydelta.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EdgeNeighbours;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

/**
 * One connected piece of ground that went, all of it, from one holding to another between two
 * snapshots. Two pieces of the same two holdings share no edge; they may touch in points.
 *
 * <p>The piece is the unit whose rounding every figure is made of: a pair's {@link #transitions
 * transitions} are the sums of its pieces, to the last square metre.
 *
 * @param faces in longitude/latitude, joined by shared edges, of no common ground
 * @param areasM2 by cell, all more than zero; rounded once for each face and cell
 */
public record ChangedGround(
    Holding from, Holding to, List<Polygon> faces, SortedMap<Cell, Long> areasM2) {
  public ChangedGround {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "Cannot build changed ground: from=" + from + ", to=" + to + ", expected two holdings");
    }
    faces = List.copyOf(faces);
    areasM2 = new TreeMap<>(areasM2);
    if (faces.isEmpty() || areasM2.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot build changed ground: faces="
              + faces.size()
              + ", cells="
              + areasM2.size()
              + ", expected some of both");
    }
  }

  /** A piece with its areas; nothing when all of them round to nothing. */
  static Optional<ChangedGround> measured(
      Holding from, Holding to, List<Polygon> faces, RegionIndex regions, Overlay overlay) {
    SortedMap<Cell, Long> areas = regions.measure(faces, overlay);
    return areas.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChangedGround(from, to, faces, areas));
  }

  /** The sum over all cells. */
  public long areaM2() {
    return areasM2.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The piece as one polygon. Its own area is {@link #areaM2} but for roundings: half a square
   * metre for each face and cell.
   */
  public Geometry shape() {
    return EdgeNeighbours.united(faces);
  }

  /** What the pieces add up to, by cell and holdings, sorted. */
  public static List<Transition> transitions(Collection<ChangedGround> pieces) {
    var sums = new TransitionSums();
    pieces.forEach(piece -> sums.add(piece.from, piece.to, piece.areasM2));
    return sums.transitions();
  }
}
