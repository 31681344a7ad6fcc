package org.territorydelta.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.RegionTimelineDay;
import org.territorydelta.model.claim.RegionTimelineDay.AreaChange;
import org.territorydelta.model.claim.RegionTimelineDay.ClaimLine;
import org.territorydelta.model.claim.RegionTimelineDay.EventLine;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** The story of each region by its days: what changed, what was claimed, what was reported. */
public final class RegionDays {
  private static final Comparator<AreaChange> ORDER =
      Comparator.comparing(AreaChange::sourceId)
          .thenComparing(AreaChange::side)
          .thenComparing(AreaChange::layerSet);

  private record Key(RegionId region, LocalDate day) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::region).thenComparing(Key::day);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<RegionId, RegionFacts> regions = new TreeMap<>();
  private final SortedMap<Key, List<AreaChange>> changes = new TreeMap<>();
  private final SortedMap<Key, List<Claim>> claims = new TreeMap<>();
  private final SortedMap<Key, List<ReportEvent>> events = new TreeMap<>();

  public RegionDays(Collection<RegionFacts> regions) {
    regions.forEach(region -> this.regions.put(region.id(), region));
  }

  /** What changed in a region by the map of a day, by side and layer set. */
  public record DayChanges(RegionId region, LocalDate day, ArrayList<AreaChange> changes)
      implements Serializable {}

  /** What changed from each map of a source to its next; other pairs are left aside. */
  public static List<DayChanges> changes(
      Collection<RegionTransition> transitions, Collection<LayerSet> layerSets) {
    record Step(String sourceId, RegionTransition.Pair pair, RegionId region) {}
    Map<Step, List<RegionTransition>> steps = new LinkedHashMap<>();
    for (RegionTransition row : transitions) {
      if (row.pair().kind() == PairKind.CONSECUTIVE) {
        steps
            .computeIfAbsent(
                new Step(row.sourceId(), row.pair(), row.region()), key -> new ArrayList<>())
            .add(row);
      }
    }
    List<DayChanges> days = new ArrayList<>();
    steps.forEach(
        (step, rows) -> {
          ArrayList<AreaChange> found = areaChanges(rows, layerSets);
          if (!found.isEmpty()) {
            days.add(new DayChanges(step.region, step.pair.closingMapDate(), found));
          }
        });
    return days;
  }

  /**
   * @param rows of one source, pair and region, at least one
   */
  private static ArrayList<AreaChange> areaChanges(
      List<RegionTransition> rows, Collection<LayerSet> layerSets) {
    SortedSet<String> sides = new TreeSet<>();
    rows.forEach(
        row ->
            List.of(row.from(), row.to()).stream()
                .filter(holding -> !holding.isNone())
                .map(Holding::side)
                .forEach(sides::add));
    RegionTransition any = rows.get(0);
    var changes = new ArrayList<AreaChange>();
    for (String side : sides) {
      for (LayerSet layerSet : layerSets) {
        Change sum = LayerChange.of(rows, side, layerSet);
        if (!sum.equals(Change.ZERO)) {
          changes.add(
              new AreaChange(
                  any.sourceId(), side, layerSet.name(), any.pair().openingMapDate(), sum));
        }
      }
    }
    return changes;
  }

  /** Adds what changed, of one source or several. */
  public RegionDays changed(Collection<DayChanges> days) {
    days.forEach(
        day ->
            changes
                .computeIfAbsent(new Key(day.region, day.day), key -> new ArrayList<>())
                .addAll(day.changes));
    return this;
  }

  /** Adds claims on the day of their statement. */
  public RegionDays claimed(Collection<Claim> stated) {
    stated.stream()
        .sorted(Comparator.comparing(claim -> claim.key().id()))
        .forEach(
            claim ->
                claims
                    .computeIfAbsent(
                        new Key(claim.subject().region().id(), claim.statement().date()),
                        key -> new ArrayList<>())
                    .add(claim));
    return this;
  }

  public RegionDays reported(Collection<ReportEvent> reports) {
    reports.stream()
        .sorted()
        .forEach(
            event ->
                events
                    .computeIfAbsent(
                        new Key(event.region().id(), event.day()), key -> new ArrayList<>())
                    .add(event));
    return this;
  }

  /** Every day of every region on which there was anything, by region and day. */
  public List<RegionTimelineDay> days() {
    SortedSet<Key> keys = new TreeSet<>(changes.keySet());
    keys.addAll(claims.keySet());
    keys.addAll(events.keySet());
    return keys.stream()
        .map(
            key ->
                new RegionTimelineDay(
                    regions.get(key.region),
                    key.day,
                    changes.getOrDefault(key, List.of()).stream().sorted(ORDER).toList(),
                    claims.getOrDefault(key, List.of()).stream().map(ClaimLine::of).toList(),
                    events.getOrDefault(key, List.of()).stream().map(EventLine::of).toList()))
        .toList();
  }
}
