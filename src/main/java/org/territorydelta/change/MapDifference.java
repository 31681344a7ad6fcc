package org.territorydelta.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.territorydelta.geo.ChangedEdges;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;

/**
 * The ground that two maps give to different holdings, as polygons: maps of one source on two days,
 * or of two sources on one day. Found by the edges that only one of them has ({@link
 * ChangedEdges}); where that does not account for both maps' own areas, by overlaying whole
 * holdings.
 */
final class MapDifference {
  private static final RegionIndex UNDIVIDED = RegionIndex.of(List.of(), Set.of(), Set.of(), 0);

  private final Overlay overlay;
  private final FullOverlayEngine full = new FullOverlayEngine();
  private long overlaid;

  MapDifference(Overlay overlay) {
    this.overlay = overlay;
  }

  /** Ground that lies, all of it, in one holding of a third map. */
  record Cut(DifferentGround ground, Holding third) {}

  /** How often whole holdings had to be overlaid. */
  long overlaid() {
    return overlaid;
  }

  /** Ground with other holders in the one than in the other. */
  List<DifferentGround> between(IndexedSnapshot one, IndexedSnapshot other) {
    if (one.isSameGround(other)) {
      return List.of();
    }
    var changed = ChangedEdges.between(one.edges(), other.edges());
    return labelled(() -> changed.faces(overlay), one, other)
        .or(() -> labelled(() -> changed.facesOnGrid(overlay), one, other))
        .orElseGet(() -> overlaid(one, other));
  }

  /** The same as a third map cuts it. */
  List<Cut> between(IndexedSnapshot one, IndexedSnapshot other, IndexedSnapshot third) {
    if (one.isSameGround(other)) {
      return List.of();
    }
    var changed = ChangedEdges.between(one.edges(), other.edges());
    return labelled(() -> changed.facesCutBy(third.edges(), overlay), one, other)
        .or(() -> labelled(() -> changed.facesOnGridCutBy(third.edges(), overlay), one, other))
        .map(ground -> ground.stream().map(part -> located(part, third)).toList())
        .orElseGet(() -> cut(overlaid(one, other), third));
  }

  /** Nothing, when edges could not be joined to faces or these do not account for both maps. */
  private Optional<List<DifferentGround>> labelled(
      Supplier<List<Polygon>> joined, IndexedSnapshot one, IndexedSnapshot other) {
    long before = overlay.boundM2();
    List<Polygon> faces;
    try {
      faces = joined.get();
    } catch (TopologyException unjoinable) {
      return Optional.empty();
    }
    List<DifferentGround> found = new ArrayList<>();
    for (Polygon face : faces) {
      // A sliver along a line drawn twice; all its pieces would round to nothing.
      if (EllipsoidalArea.m2(face) == 0) {
        overlay.rounded(1);
      } else {
        Coordinate inside = PreparedArea.interiorPoint(face);
        Holding from = one.edges().holdingAt(inside);
        Holding to = other.edges().holdingAt(inside);
        if (!from.equals(to)) {
          found.add(new DifferentGround(from, to, face));
        }
      }
    }
    long residual =
        MarginCheck.residualM2(
            one.groundM2(), other.groundM2(), DifferentGround.measured(found, UNDIVIDED, overlay));
    long bound = MarginCheck.boundM2(overlay.boundM2() - before);
    return residual <= bound ? Optional.of(found) : Optional.empty();
  }

  private static Cut located(DifferentGround part, IndexedSnapshot third) {
    return new Cut(part, third.edges().holdingAt(PreparedArea.interiorPoint(part.polygon())));
  }

  /** The slow way, from whole holdings. */
  List<DifferentGround> overlaid(IndexedSnapshot one, IndexedSnapshot other) {
    overlaid++;
    List<DifferentGround> found = new ArrayList<>();
    for (ChangedGround piece :
        full.changedGround(one.snapshot(), other.snapshot(), UNDIVIDED, overlay)) {
      piece.faces().forEach(f -> found.add(new DifferentGround(piece.from(), piece.to(), f)));
    }
    return found;
  }

  private static SortedMap<Holding, Geometry> united(ControlSnapshot snapshot, Overlay overlay) {
    SortedMap<Holding, Geometry> united = new TreeMap<>();
    snapshot.ground().forEach((holding, all) -> united.put(holding, overlay.union(all)));
    return united;
  }

  /** The slow way of cutting, by whole holdings of the third map. */
  List<Cut> cut(List<DifferentGround> ground, IndexedSnapshot third) {
    SortedMap<Holding, Geometry> cutters = united(third.snapshot(), overlay);
    Geometry all = overlay.union(cutters.values());
    List<Cut> cuts = new ArrayList<>();
    for (DifferentGround whole : ground) {
      cutters.forEach(
          (holding, cutter) ->
              add(cuts, whole, overlay.intersection(whole.polygon(), cutter), holding));
      add(cuts, whole, overlay.difference(whole.polygon(), all), Holding.NONE);
    }
    return cuts;
  }

  private static void add(List<Cut> cuts, DifferentGround whole, Geometry parts, Holding third) {
    for (Polygon part : Overlay.polygons(parts)) {
      cuts.add(new Cut(new DifferentGround(whole.from(), whole.to(), part), third));
    }
  }
}
