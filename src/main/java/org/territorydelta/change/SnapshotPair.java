package org.territorydelta.change;

import org.territorydelta.model.map.ControlSnapshot;

/** Two snapshots of one source, the earlier first. What an engine compares. */
public record SnapshotPair(ControlSnapshot opening, ControlSnapshot closing) {
  public SnapshotPair {
    if (!opening.id().sourceId().equals(closing.id().sourceId())) {
      throw new IllegalArgumentException(
          "Cannot compare snapshots of two sources: " + opening.id() + ", " + closing.id());
    }
  }

  /** Whether both show the same ground, to 1e-7 degree. */
  public boolean isUnchanged() {
    return opening.id().contentHash().equals(closing.id().contentHash());
  }

  @Override
  public String toString() {
    return opening.id().sourceId() + " " + opening.id().mapDate() + " to " + closing.id().mapDate();
  }
}
