package org.territorydelta.change;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.FrontLine;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.ChangedBlock.Direction;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.Region;

/**
 * Tells of the larger pieces that changed hands between two maps how large they are and how far
 * from everything else: what a rule needs to know that judges a series without its geometry.
 *
 * <p>A front is where a side's ground ends other than along a country's border or coast; borders
 * are those of the regions. Without regions every end of the ground is taken for a front. A side
 * named as the country of regions has its home in them.
 */
public final class BlockFinder implements Serializable {
  private static final long serialVersionUID = 1;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final TreeMap<String, ArrayList<Geometry>> countries;
  private final BreakLimits.Rear rear;
  private transient volatile Geometry borders;

  private BlockFinder(TreeMap<String, ArrayList<Geometry>> countries, BreakLimits.Rear rear) {
    this.countries = countries;
    this.rear = rear;
  }

  /**
   * @param regions of any level; those of the lowest tell where countries end
   */
  public static BlockFinder of(Collection<Region> regions, BreakLimits.Rear rear) {
    int lowest = regions.stream().mapToInt(region -> region.id().level()).min().orElse(0);
    var countries = new TreeMap<String, ArrayList<Geometry>>();
    regions.stream()
        .filter(region -> region.id().level() == lowest)
        .forEach(
            region ->
                countries
                    .computeIfAbsent(region.country(), country -> new ArrayList<>())
                    .add(region.geometry()));
    return new BlockFinder(countries, rear);
  }

  /** Made when first asked for: most series have no piece that large. */
  private Geometry borders() {
    Geometry known = borders;
    if (known == null) {
      var overlay = new Overlay();
      known =
          FACTORY.buildGeometry(
              countries.values().stream().map(all -> overlay.union(all).getBoundary()).toList());
      borders = known;
    }
    return known;
  }

  /**
   * The blocks of a pair, in the order of their pieces.
   *
   * @param changed what changed hands in the pair
   */
  public List<ChangedBlock> blocks(SnapshotPair pair, Collection<ChangedGround> changed) {
    var states = new States(pair);
    List<ChangedBlock> blocks = new ArrayList<>();
    for (ChangedGround piece : changed) {
      boolean sameSide = piece.from().side().equals(piece.to().side());
      if (piece.areaM2() >= ChangedBlock.LEAST_M2 && !sameSide) {
        for (Polygon polygon : Overlay.polygons(piece.shape())) {
          add(blocks, piece.from(), Direction.LOST, polygon, piece.areaM2(), states);
          add(blocks, piece.to(), Direction.GAINED, polygon, piece.areaM2(), states);
        }
      }
    }
    return blocks;
  }

  private void add(
      List<ChangedBlock> blocks,
      Holding holding,
      Direction direction,
      Polygon polygon,
      long areaM2,
      States states) {
    if (!holding.isNone()) {
      Envelope box = polygon.getEnvelopeInternal();
      blocks.add(
          new ChangedBlock(
              holding.side(),
              direction,
              areaM2,
              new ChangedBlock.Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
              states.remoteness(holding.side(), direction, polygon, areaM2)));
    }
  }

  /** Both maps, and what was worked out of them so far. */
  private final class States {
    private final SnapshotPair pair;
    private final Map<String, FrontLine> fronts = new HashMap<>();

    States(SnapshotPair pair) {
      this.pair = pair;
    }

    ChangedBlock.Remoteness remoteness(
        String side, Direction direction, Polygon polygon, long areaM2) {
      if (areaM2 < ChangedBlock.TOLD_FROM_M2) {
        return ChangedBlock.Remoteness.NONE;
      }
      boolean gained = direction == Direction.GAINED;
      ControlSnapshot without = gained ? pair.opening() : pair.closing();
      double apartKm = distanceKm(polygon, ground(without, Optional.of(side)));
      double remoteKm = gained ? distanceKm(polygon, ground(without, Optional.empty())) : 0;
      if (remoteKm > 0 && countries.containsKey(side)) {
        // An army that crosses its own border is not far from everything.
        remoteKm = Math.min(remoteKm, distanceKm(polygon, home(side)));
      }
      double rearShare =
          areaM2 < ChangedBlock.REAR_TOLD_FROM_M2
              ? 0
              : front(side, gained ? pair.closing() : pair.opening(), direction)
                  .shareBeyond(polygon, rear.rearKm());
      return new ChangedBlock.Remoteness(apartKm, remoteKm, rearShare);
    }

    private FrontLine front(String side, ControlSnapshot with, Direction direction) {
      return fronts.computeIfAbsent(
          side + " " + direction,
          key -> FrontLine.of(ground(with, Optional.of(side)), borders(), rear.borderKm()));
    }
  }

  private List<Polygon> home(String side) {
    return countries.get(side).stream().flatMap(r -> Overlay.polygons(r).stream()).toList();
  }

  private static double distanceKm(Polygon polygon, List<Polygon> ground) {
    return ground.isEmpty() ? 0 : FrontLine.distanceKm(polygon, ground);
  }

  /** Ground of one side, or of all. */
  private static List<Polygon> ground(ControlSnapshot snapshot, Optional<String> side) {
    List<Polygon> ground = new ArrayList<>();
    snapshot
        .ground()
        .forEach(
            (holding, polygons) -> {
              if (side.isEmpty() || side.get().equals(holding.side())) {
                ground.addAll(polygons);
              }
            });
    return ground;
  }
}
