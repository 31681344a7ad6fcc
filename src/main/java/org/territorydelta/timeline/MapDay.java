package org.territorydelta.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.map.DayState;

/**
 * One day of one source.
 *
 * @param mapDate of the map that stands for the day; empty before the first
 */
public record MapDay(String sourceId, LocalDate day, Optional<LocalDate> mapDate, DayState state) {
  /** From the first map of any source to the last of any, every day of every source. */
  public static List<MapDay> of(Collection<SourceTimeline> timelines, int maxStalenessDays) {
    List<SourceTimeline> mapped = timelines.stream().filter(t -> !t.isEmpty()).toList();
    if (mapped.isEmpty()) {
      return List.of();
    }
    LocalDate first =
        mapped.stream().map(SourceTimeline::firstMapDate).min(Comparator.naturalOrder()).get();
    LocalDate last =
        mapped.stream().map(SourceTimeline::lastMapDate).max(Comparator.naturalOrder()).get();
    List<MapDay> days = new ArrayList<>();
    for (SourceTimeline timeline : mapped) {
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        Optional<LocalDate> mapDate = timeline.asOf(day).map(facts -> facts.id().mapDate());
        days.add(
            new MapDay(timeline.sourceId(), day, mapDate, state(day, mapDate, maxStalenessDays)));
      }
    }
    return days;
  }

  private static DayState state(LocalDate day, Optional<LocalDate> mapDate, int maxStalenessDays) {
    if (mapDate.isEmpty()) {
      return DayState.MISSING;
    }
    long staleness = ChronoUnit.DAYS.between(mapDate.get(), day);
    if (staleness == 0) {
      return DayState.MAPPED;
    }
    return staleness <= maxStalenessDays ? DayState.CARRIED : DayState.MISSING;
  }

  public Optional<Integer> stalenessDays() {
    return mapDate.map(date -> (int) ChronoUnit.DAYS.between(date, day));
  }
}
