package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.LaidGround;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.Cell;
import org.territorydelta.model.HandOver;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Turnover;

/**
 * Finds ground that changed hands more than once along a chain of maps, by laying the changed faces
 * of its pairs on each other, day after day. Only changed ground is ever overlaid, and of a chain
 * all of it once, whatever sides and layer sets are asked about later.
 */
public final class TurnoverFinder {
  /**
   * How far the pieces may be from the faces they were cut from, every piece counted once for each
   * of its hand-overs. Snapping moves square metres; an overlay that labels a face wrongly misses
   * by whole pieces.
   */
  static final long TOLERANCE_M2 = SquareKm.toM2(1e-2);

  private static final Comparator<ChangedFace> ORDER =
      Comparator.comparing((ChangedFace face) -> face.handOver().day())
          .thenComparing(face -> face.handOver().from())
          .thenComparing(face -> face.handOver().to())
          .thenComparing(ChangedFace::ground, (a, b) -> a.compareTo(b));

  private TurnoverFinder() {}

  /** What befell one piece of ground, in order. */
  private record History(List<HandOver> handOvers) {
    static History of(Optional<History> before, HandOver next) {
      List<HandOver> all = new ArrayList<>();
      before.ifPresent(history -> all.addAll(history.handOvers));
      // Two faces of one day may overlap by what snapping moved; that is not a second change.
      if (all.isEmpty() || all.get(all.size() - 1).day().isBefore(next.day())) {
        all.add(next);
      }
      return new History(List.copyOf(all));
    }
  }

  /**
   * Ground with two hand-overs and more, by cell and by what befell it.
   *
   * @param faces of every consecutive pair of the chain, in any order
   */
  public static List<Turnover> find(
      Collection<ChangedFace> faces, RegionIndex regions, Overlay overlay) {
    List<ChangedFace> ordered = faces.stream().sorted(ORDER).toList();
    LaidGround<History> ground = laid(ordered, overlay);
    if (residualM2(ordered, ground) > TOLERANCE_M2) {
      ground = laid(ordered, overlay.snapping());
      long residual = residualM2(ordered, ground);
      if (residual > TOLERANCE_M2) {
        throw new LawBrokenException(
            "Cannot lay changed ground on each other: its pieces are off by "
                + SquareKm.fromM2(residual)
                + " km², expected at most "
                + SquareKm.fromM2(TOLERANCE_M2));
      }
    }
    return measured(ground, regions, overlay);
  }

  private static LaidGround<History> laid(List<ChangedFace> ordered, Overlay overlay) {
    var ground = new LaidGround<History>(overlay);
    for (ChangedFace face : ordered) {
      ground.lay(face.ground(), before -> History.of(before, face.handOver()));
    }
    return ground;
  }

  private static long residualM2(List<ChangedFace> faces, LaidGround<History> ground) {
    long expected = faces.stream().mapToLong(face -> EllipsoidalArea.m2(face.ground())).sum();
    long[] found = new long[1];
    ground.forEach(
        (polygon, history) -> found[0] += EllipsoidalArea.m2(polygon) * history.handOvers.size());
    return Math.abs(found[0] - expected);
  }

  private static List<Turnover> measured(
      LaidGround<History> ground, RegionIndex regions, Overlay overlay) {
    Map<History, List<Polygon>> churned = new LinkedHashMap<>();
    ground.forEach(
        (polygon, history) -> {
          if (history.handOvers.size() > 1) {
            churned.computeIfAbsent(history, key -> new ArrayList<>()).add(polygon);
          }
        });
    List<Turnover> turnovers = new ArrayList<>();
    churned.forEach(
        (history, polygons) -> {
          SortedMap<Cell, Long> cells = regions.measure(polygons, overlay);
          cells.forEach(
              (cell, areaM2) -> turnovers.add(new Turnover(cell, history.handOvers, areaM2)));
        });
    return turnovers;
  }
}
