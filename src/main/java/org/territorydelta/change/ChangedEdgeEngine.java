package org.territorydelta.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.territorydelta.geo.ChangedEdges;
import org.territorydelta.geo.EdgeNeighbours;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PartitionEdges;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.model.map.Holding;

/**
 * Looks only where edges changed: from one day to the next nearly all of a map's edges stay the
 * same to the last digit, and what changed hands is bounded wholly by those that did not ({@link
 * ChangedEdges} says why). They are cut where they cross and joined into faces; one point inside a
 * face, located in both maps, tells from whom to whom all of it went.
 *
 * <p>Every answer is held against both maps' own areas ({@link MarginCheck}). One that does not
 * account for them is thrown away and the pair is left to {@link FullOverlayEngine}, as is at once
 * a pair of which too much changed. {@link #counts} says how often.
 *
 * <p>Not safe for use by two threads: it keeps the edges of the last few snapshots.
 */
public final class ChangedEdgeEngine implements ChangeEngine {
  /**
   * The share of changed edges above which a pair is a new drawing. Either way gives the same
   * answer, so only time hangs on it: joining edges costs by the edge that changed, full overlay by
   * all of them, and a check that fails costs both; the nearer the share is to one, the less there
   * is to win.
   */
  static final double REDRAWN_SHARE = 0.9;

  private record Change(Holding from, Holding to) {}

  private final RecentSnapshots<IndexedSnapshot> recent = new RecentSnapshots<>();
  private final ChangeEngine full = new FullOverlayEngine();
  private EngineCounts counts = EngineCounts.ZERO;

  /** Which way the pairs went, so far. */
  public EngineCounts counts() {
    return counts;
  }

  @Override
  public List<ChangedGround> changedGround(
      SnapshotPair pair, RegionIndex regions, Overlay overlay) {
    if (pair.isUnchanged()) {
      counts = counts.plus(new EngineCounts(1, 0, 0, 0));
      return List.of();
    }
    IndexedSnapshot opening = recent.of(pair.opening(), IndexedSnapshot::of);
    IndexedSnapshot closing = recent.of(pair.closing(), IndexedSnapshot::of);
    ChangedEdges changed = ChangedEdges.between(opening.edges(), closing.edges());
    if (changed.share() > REDRAWN_SHARE) {
      counts = counts.plus(new EngineCounts(0, 0, 1, 0));
      return full.changedGround(pair, regions, overlay);
    }
    Optional<List<ChangedGround>> found =
        checked(() -> changed.faces(overlay), opening, closing, regions, overlay)
            .or(
                () ->
                    checked(
                        () -> changed.facesOnGrid(overlay), opening, closing, regions, overlay));
    if (found.isEmpty()) {
      counts = counts.plus(new EngineCounts(0, 0, 0, 1));
      return full.changedGround(pair, regions, overlay);
    }
    counts = counts.plus(new EngineCounts(0, 1, 0, 0));
    return found.get();
  }

  /** Nothing, when edges could not be joined to faces or these do not account for both maps. */
  private static Optional<List<ChangedGround>> checked(
      Supplier<List<Polygon>> joined,
      IndexedSnapshot opening,
      IndexedSnapshot closing,
      RegionIndex regions,
      Overlay overlay) {
    long before = overlay.boundM2();
    List<Polygon> faces;
    try {
      faces = joined.get();
    } catch (TopologyException unjoinable) {
      return Optional.empty();
    }
    List<ChangedGround> found = measured(faces, opening.edges(), closing.edges(), regions, overlay);
    long residual =
        MarginCheck.residualM2(
            opening.groundM2(), closing.groundM2(), ChangedGround.transitions(found));
    long bound = MarginCheck.boundM2(overlay.boundM2() - before);
    return residual <= bound ? Optional.of(found) : Optional.empty();
  }

  private static List<ChangedGround> measured(
      List<Polygon> faces,
      PartitionEdges opening,
      PartitionEdges closing,
      RegionIndex regions,
      Overlay overlay) {
    Map<Change, List<Polygon>> changes = new LinkedHashMap<>();
    for (Polygon face : faces) {
      if (EllipsoidalArea.m2(face) == 0) {
        // A sliver along a line drawn twice; all its pieces would round to nothing.
        overlay.rounded(1);
        continue;
      }
      Coordinate inside = PreparedArea.interiorPoint(face);
      var change = new Change(opening.holdingAt(inside), closing.holdingAt(inside));
      if (!change.from.equals(change.to)) {
        changes.computeIfAbsent(change, key -> new ArrayList<>()).add(face);
      }
    }
    List<ChangedGround> pieces = new ArrayList<>();
    changes.forEach(
        (change, ground) -> {
          for (List<Polygon> group : EdgeNeighbours.groups(ground)) {
            ChangedGround.measured(change.from, change.to, group, regions, overlay)
                .ifPresent(pieces::add);
          }
        });
    return pieces;
  }
}
