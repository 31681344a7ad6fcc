package org.territorydelta.timeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;

/** Facts of snapshots that nobody drew: a day, a file, and a letter for the ground they show. */
final class FactsOf {
  static final String NO_GROUND = "nothing";
  private static final Holding HELD = new Holding("BLUE", "held");

  private FactsOf() {}

  /** A map read from {@code path}; maps with the same letter show the same ground. */
  static SnapshotFacts map(String mapDate, String fileDate, String ground, String path) {
    Map<Holding, Long> areas = ground.equals(NO_GROUND) ? Map.of() : Map.of(HELD, 1L);
    return new SnapshotFacts(
        new SnapshotId("alpha", LocalDate.parse(mapDate), LocalDate.parse(fileDate), ground),
        path,
        new SnapshotFacts.Size(1, 5),
        new SnapshotFacts.Mended(0, 0, 0),
        new TreeMap<>(areas));
  }

  /** Maps of these days, each with ground of its own. */
  static SourceTimeline timeline(String... mapDates) {
    List<SnapshotFacts> maps =
        Arrays.stream(mapDates).map(day -> map(day, day, "ground of " + day, day)).toList();
    return SourceTimeline.of("alpha", maps);
  }

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
