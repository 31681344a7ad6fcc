package org.territorydelta.normalise;

import java.util.List;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.MapWeight;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.SnapshotFacts;

/**
 * Everything one file gave.
 *
 * @param maps one for each map date in the file; none when it failed
 * @param rejections what was left out or repaired; for a failed file, one entry that says why
 */
public record NormalisedFile(MapFile file, List<NormalisedMap> maps, List<Rejection> rejections) {
  /**
   * A partition, what is known of it, and how much of the map it holds.
   *
   * @param rules what each rule made of the map
   */
  public record NormalisedMap(
      ControlSnapshot snapshot, SnapshotFacts facts, MapWeight weight, List<RuleMatch> rules) {}

  public boolean failed() {
    return rejections.stream()
        .anyMatch(rejection -> rejection.reason().outcome() == RejectionReason.Outcome.FILE_FAILED);
  }
}
