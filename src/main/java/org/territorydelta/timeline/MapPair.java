package org.territorydelta.timeline;

import java.io.Serializable;
import java.util.Comparator;
import org.territorydelta.model.map.SnapshotId;

/**
 * Two snapshots of one source that are compared. Unlike a {@link DatePair} it may name snapshots
 * that a later revision has replaced.
 *
 * @param opening not after {@code closing}
 */
public record MapPair(SnapshotId opening, SnapshotId closing)
    implements Comparable<MapPair>, Serializable {
  private static final Comparator<MapPair> ORDER =
      Comparator.comparing(MapPair::opening).thenComparing(MapPair::closing);

  public MapPair {
    if (!opening.sourceId().equals(closing.sourceId())
        || closing.mapDate().isBefore(opening.mapDate())) {
      throw new IllegalArgumentException(
          "Cannot build pair: opening=" + opening + ", closing=" + closing);
    }
  }

  /** Whether it is one map twice, so that nothing can have changed. */
  public boolean isSame() {
    return opening.equals(closing);
  }

  public DatePair dates() {
    return new DatePair(opening.mapDate(), closing.mapDate());
  }

  @Override
  public int compareTo(MapPair other) {
    return ORDER.compare(this, other);
  }
}
