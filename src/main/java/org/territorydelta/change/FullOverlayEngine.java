package org.territorydelta.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;

/**
 * Overlays whole holdings: each one of the opening with each other one of the closing, and with the
 * ground nobody holds. Slow and plain; the oracle for any faster engine.
 *
 * <p>Not safe for use by two threads: it keeps the united ground of the last few snapshots.
 */
public final class FullOverlayEngine implements ChangeEngine {
  /** A snapshot's ground, each holding as one geometry, and all of it as one. */
  private record United(SortedMap<Holding, Geometry> holdings, Geometry all) {}

  private final RecentSnapshots<United> recent = new RecentSnapshots<>();

  @Override
  public List<ChangedGround> changedGround(
      SnapshotPair pair, RegionIndex regions, Overlay overlay) {
    return pair.isUnchanged()
        ? List.of()
        : changedGround(pair.opening(), pair.closing(), regions, overlay);
  }

  /** What any two maps give to different holdings: of one source or, on one day, of two. */
  List<ChangedGround> changedGround(
      ControlSnapshot opening, ControlSnapshot closing, RegionIndex regions, Overlay overlay) {
    long before = overlay.boundM2();
    List<ChangedGround> found =
        compare(
            recent.of(opening, snapshot -> unite(snapshot, overlay)),
            recent.of(closing, snapshot -> unite(snapshot, overlay)),
            regions,
            overlay);
    long residual =
        MarginCheck.residualM2(
            EllipsoidalArea.m2(opening.ground()),
            EllipsoidalArea.m2(closing.ground()),
            ChangedGround.transitions(found));
    if (residual <= MarginCheck.boundM2(overlay.boundM2() - before)) {
      return found;
    }
    // Where edges all but coincide, an overlay at full precision may go wrong and not notice.
    Overlay snapping = overlay.snapping();
    return compare(unite(opening, snapping), unite(closing, snapping), regions, snapping);
  }

  private static List<ChangedGround> compare(
      United opening, United closing, RegionIndex regions, Overlay overlay) {
    List<ChangedGround> pieces = new ArrayList<>();
    for (Map.Entry<Holding, Geometry> from : opening.holdings.entrySet()) {
      if (isSame(from, closing)) {
        continue;
      }
      for (Map.Entry<Holding, Geometry> to : closing.holdings.entrySet()) {
        if (!from.getKey().equals(to.getKey()) && !isSame(to, opening)) {
          Geometry both = overlay.intersection(from.getValue(), to.getValue());
          add(pieces, from.getKey(), to.getKey(), both, regions, overlay);
        }
      }
      Geometry left = overlay.difference(from.getValue(), closing.all);
      add(pieces, from.getKey(), Holding.NONE, left, regions, overlay);
    }
    for (Map.Entry<Holding, Geometry> to : closing.holdings.entrySet()) {
      if (!isSame(to, opening)) {
        Geometry taken = overlay.difference(to.getValue(), opening.all);
        add(pieces, Holding.NONE, to.getKey(), taken, regions, overlay);
      }
    }
    return pieces;
  }

  /** A holding with the same ground in both partitions has neither given nor taken. */
  private static boolean isSame(Map.Entry<Holding, Geometry> holding, United other) {
    Geometry there = other.holdings.get(holding.getKey());
    return there != null && there.equalsExact(holding.getValue());
  }

  /** The polygons of a valid geometry share no edge, so each is a piece. */
  private static void add(
      List<ChangedGround> pieces,
      Holding from,
      Holding to,
      Geometry ground,
      RegionIndex regions,
      Overlay overlay) {
    for (Polygon polygon : Overlay.polygons(ground)) {
      ChangedGround.measured(from, to, List.of(polygon), regions, overlay).ifPresent(pieces::add);
    }
  }

  private static United unite(ControlSnapshot snapshot, Overlay overlay) {
    SortedMap<Holding, Geometry> holdings = new TreeMap<>();
    snapshot
        .ground()
        .forEach((holding, polygons) -> holdings.put(holding, overlay.union(polygons)));
    return new United(holdings, overlay.union(holdings.values()));
  }
}
