package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.AreaSum;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PolygonMosaic;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.HandOver;
import org.territorydelta.model.change.Turnover;
import org.territorydelta.model.figure.Churned;
import org.territorydelta.model.map.Cell;

/**
 * Finds ground that changed hands more than once along a chain of maps, by laying the changed faces
 * of its pairs on each other, day after day. Only changed ground is ever overlaid, and of a chain
 * all of it once, whatever sides and layer sets are asked about later.
 */
public final class TurnoverFinder {
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
   * @throws LawBrokenException when the pieces do not add up to the faces they were cut from, each
   *     counted once for each of its hand-overs, though edges were snapped
   */
  public static Churned find(Collection<ChangedFace> faces, RegionIndex regions, Overlay overlay) {
    List<ChangedFace> ordered = faces.stream().sorted(ORDER).toList();
    long before = overlay.boundM2();
    PolygonMosaic<History> ground = laid(ordered, overlay);
    Balance balance = Balance.of(ordered, ground, overlay, before);
    if (!balance.holds()) {
      before = overlay.boundM2();
      ground = laid(ordered, overlay.snapping());
      balance = Balance.of(ordered, ground, overlay, before);
      if (!balance.holds()) {
        throw new LawBrokenException(
            "Cannot lay changed ground on each other: its pieces are off by "
                + SquareKm.fromM2(balance.residualM2)
                + " km², expected at most "
                + SquareKm.fromM2(balance.boundM2));
      }
    }
    List<Turnover> turnovers = measured(ground, regions, overlay);
    return new Churned(turnovers, overlay.boundM2() - before);
  }

  /**
   * How the pieces stand to the faces they were cut from.
   *
   * @param boundM2 how far they may be off; what moves a piece counts as often as it changed hands
   */
  private record Balance(long residualM2, long boundM2) {
    static Balance of(
        List<ChangedFace> faces, PolygonMosaic<History> ground, Overlay overlay, long before) {
      var expected = new AreaSum();
      faces.forEach(face -> expected.add(face.ground()));
      Map<Integer, AreaSum> byTimes = new TreeMap<>();
      ground.forEach(
          (polygon, history) ->
              byTimes
                  .computeIfAbsent(history.handOvers.size(), times -> new AreaSum())
                  .add(polygon));
      long found = 0;
      int most = 1;
      for (Map.Entry<Integer, AreaSum> sum : byTimes.entrySet()) {
        found += sum.getKey() * sum.getValue().m2();
        most = Math.max(most, sum.getKey());
      }
      overlay.rounded(1 + byTimes.size());
      return new Balance(Math.abs(found - expected.m2()), (overlay.boundM2() - before) * most);
    }

    boolean holds() {
      return residualM2 <= boundM2;
    }
  }

  private static PolygonMosaic<History> laid(List<ChangedFace> ordered, Overlay overlay) {
    var ground = new PolygonMosaic<History>(overlay);
    for (ChangedFace face : ordered) {
      ground.lay(face.ground(), before -> History.of(before, face.handOver()));
    }
    return ground;
  }

  private static List<Turnover> measured(
      PolygonMosaic<History> ground, RegionIndex regions, Overlay overlay) {
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
