package org.territorydelta.change;

import java.util.SortedMap;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.PartitionEdges;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;

/** A snapshot with its edges, and the area of each holding summed from its own polygons. */
record IndexedSnapshot(
    ControlSnapshot snapshot, PartitionEdges edges, SortedMap<Holding, Long> groundM2) {
  static IndexedSnapshot of(ControlSnapshot snapshot) {
    return new IndexedSnapshot(
        snapshot, PartitionEdges.of(snapshot.ground()), EllipsoidalArea.m2(snapshot.ground()));
  }

  /** Whether both show the same ground, to 1e-7 degree. */
  boolean isSameGround(IndexedSnapshot other) {
    return snapshot.id().contentHash().equals(other.snapshot.id().contentHash());
  }
}
