package org.territorydelta.change;

import java.util.List;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;

/**
 * Finds what changed hands between two snapshots. Every engine gives the same answer, to the
 * rounding of single pieces; they differ in cost.
 */
public interface ChangeEngine {
  /**
   * The pieces of ground that changed hands, in an order that follows from the pair alone; nothing
   * for two snapshots of the same ground.
   *
   * @param overlay runs and counts the overlay operations
   */
  List<ChangedGround> changedGround(SnapshotPair pair, RegionIndex regions, Overlay overlay);

  /** What changed hands, by cell of the regions, sorted: the sums of the pieces. */
  default List<Transition> transitions(SnapshotPair pair, RegionIndex regions, Overlay overlay) {
    return ChangedGround.transitions(changedGround(pair, regions, overlay));
  }
}
