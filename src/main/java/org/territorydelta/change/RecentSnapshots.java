package org.territorydelta.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.SnapshotId;

/**
 * What was worked out of the last few snapshots: a chain compares each one with the one before it
 * and the one after.
 *
 * @param <T> what is worked out
 */
final class RecentSnapshots<T> {
  private static final int KEPT_SNAPSHOTS = 3;

  private final Map<SnapshotId, T> kept =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SnapshotId, T> eldest) {
          return size() > KEPT_SNAPSHOTS;
        }
      };

  /** What is known of the snapshot, or else worked out now. */
  T of(ControlSnapshot snapshot, Function<ControlSnapshot, T> work) {
    T known = kept.get(snapshot.id());
    if (known == null) {
      known = work.apply(snapshot);
      kept.put(snapshot.id(), known);
    }
    return known;
  }
}
