package org.territorydelta.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;

/**
 * The snapshots by which a source tells a period, or what is held at the end of a day.
 *
 * @param states coverage, and the maps at the ends; of a day there is a closing map alone
 * @param maps from the opening map to the closing one, both included; of a day the one that stands
 *     for it. None where nothing is covered
 */
public record MapChain(AreaDelta.States states, List<SnapshotId> maps) {
  public MapChain {
    maps = List.copyOf(maps);
  }

  /** The chain over a period; the rules of coverage are {@link Coverage}'s. */
  public static MapChain over(Period period, SourceTimeline timeline, int maxStalenessDays) {
    if (timeline.isEmpty()) {
      return none();
    }
    PeriodStates states = PeriodStates.of(period, timeline, maxStalenessDays);
    List<SnapshotId> maps = new ArrayList<>();
    if (states.isCovered()) {
      for (LocalDate date : timeline.mapDates(states.pair().opening(), states.pair().closing())) {
        maps.add(timeline.asOf(date).orElseThrow().id());
      }
    }
    return new MapChain(
        new AreaDelta.States(states.coverage(), states.opening(), states.closing()), maps);
  }

  /**
   * The map that stands for a day: full coverage when it is no staler than the config allows,
   * partial when it is.
   */
  public static MapChain at(LocalDate day, SourceTimeline timeline, int maxStalenessDays) {
    Optional<SnapshotFacts> facts = timeline.asOf(day);
    if (facts.isEmpty()) {
      return none();
    }
    SnapshotId id = facts.get().id();
    var state = new MapState(id.mapDate(), (int) ChronoUnit.DAYS.between(id.mapDate(), day));
    Coverage coverage =
        state.stalenessDays() <= maxStalenessDays ? Coverage.FULL : Coverage.PARTIAL;
    return new MapChain(
        new AreaDelta.States(coverage, Optional.empty(), Optional.of(state)), List.of(id));
  }

  private static MapChain none() {
    return new MapChain(
        new AreaDelta.States(Coverage.NONE, Optional.empty(), Optional.empty()), List.of());
  }

  /** Each map with the next one. */
  public List<MapPair> consecutive() {
    List<MapPair> pairs = new ArrayList<>();
    for (int i = 1; i < maps.size(); i++) {
      pairs.add(new MapPair(maps.get(i - 1), maps.get(i)));
    }
    return pairs;
  }

  /** The first map with the last; none for an empty chain. */
  public Optional<MapPair> ends() {
    return maps.isEmpty()
        ? Optional.empty()
        : Optional.of(new MapPair(maps.get(0), maps.get(maps.size() - 1)));
  }
}
