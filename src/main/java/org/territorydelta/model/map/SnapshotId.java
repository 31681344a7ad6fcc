package org.territorydelta.model.map;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What tells one snapshot from every other: whose it is, the day whose end it shows, when it could
 * be known, and a hash of its ground. Two snapshots of one source and map date with different
 * content are revisions of each other.
 */
public record SnapshotId(String sourceId, LocalDate mapDate, LocalDate fileDate, String contentHash)
    implements Comparable<SnapshotId>, Serializable {
  private static final Comparator<SnapshotId> ORDER =
      Comparator.comparing(SnapshotId::sourceId)
          .thenComparing(SnapshotId::mapDate)
          .thenComparing(SnapshotId::fileDate)
          .thenComparing(SnapshotId::contentHash);

  @Override
  public int compareTo(SnapshotId other) {
    return ORDER.compare(this, other);
  }
}
