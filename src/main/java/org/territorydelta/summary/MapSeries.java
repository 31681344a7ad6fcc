package org.territorydelta.summary;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.timeline.DatePair;

/** A source's maps and the steps between them, as far as a rule needs to know them. */
final class MapSeries {
  private final String sourceId;
  private final List<SnapshotFacts> maps;
  private final List<Long> outsideM2;
  private final List<Step> steps;
  private final OptionalLong plausibleM2;

  /**
   * From one map to the next.
   *
   * @param flows what changed hands, over all cells
   */
  record Step(
      SnapshotFacts opening,
      SnapshotFacts closing,
      SortedMap<Flow, Long> flows,
      List<ChangedBlock> blocks) {
    int days() {
      return (int) ChronoUnit.DAYS.between(opening.id().mapDate(), closing.id().mapDate());
    }

    /** Ground that came to the side from others or went from it to others. */
    long movedM2(String side) {
      long moved = 0;
      for (Map.Entry<Flow, Long> flow : flows.entrySet()) {
        boolean from = flow.getKey().from().side().equals(side);
        boolean to = flow.getKey().to().side().equals(side);
        moved += from == to ? 0 : flow.getValue();
      }
      return moved;
    }
  }

  private MapSeries(
      String sourceId,
      List<SnapshotFacts> maps,
      List<Long> outsideM2,
      List<Step> steps,
      OptionalLong plausibleM2) {
    this.sourceId = sourceId;
    this.maps = maps;
    this.outsideM2 = outsideM2;
    this.steps = steps;
    this.plausibleM2 = plausibleM2;
  }

  /**
   * @param blocks of every pair of consecutive maps; a pair without any may be missing
   * @param scope countries the source draws; none for no limit
   */
  static MapSeries of(
      MeasuredMaps maps,
      SourceLedger ledger,
      Map<DatePair, List<ChangedBlock>> blocks,
      RegionTree regions,
      Set<String> scope) {
    List<Step> steps = new ArrayList<>();
    List<Long> outside = new ArrayList<>();
    for (int i = 0; i < maps.maps().size(); i++) {
      outside.add(ledger.outsideScopeM2(i));
      if (i > 0) {
        DatePair pair = maps.steps().get(i - 1);
        steps.add(
            new Step(
                maps.maps().get(i - 1),
                maps.maps().get(i),
                ledger.whole().flowsM2(pair),
                blocks.getOrDefault(pair, List.of())));
      }
    }
    return new MapSeries(maps.sourceId(), maps.maps(), outside, steps, plausibleM2(regions, scope));
  }

  private static OptionalLong plausibleM2(RegionTree regions, Set<String> scope) {
    long area =
        regions.regions().stream()
            .filter(region -> region.id().level() == RegionId.COUNTRY_LEVEL)
            .filter(region -> scope.isEmpty() || scope.contains(region.country()))
            .mapToLong(RegionFacts::areaM2)
            .sum();
    return area == 0 ? OptionalLong.empty() : OptionalLong.of(area);
  }

  String sourceId() {
    return sourceId;
  }

  List<SnapshotFacts> maps() {
    return maps;
  }

  /**
   * Between each map and the next; step {@code i} leads from map {@code i} to map {@code i + 1}.
   */
  List<Step> steps() {
    return steps;
  }

  /**
   * Ground of a map outside the source's scope and its border band; none where there is no scope.
   */
  long outsideM2(int map) {
    return outsideM2.get(map);
  }

  /** All ground of the countries that the source draws; nothing where no region tells it. */
  OptionalLong plausibleM2() {
    return plausibleM2;
  }

  /** Every side that has ground on any map. */
  SortedSet<String> sides() {
    SortedSet<String> sides = new TreeSet<>();
    maps.forEach(map -> map.groundM2().keySet().stream().map(Holding::side).forEach(sides::add));
    return sides;
  }

  static MapFileDate named(SnapshotFacts map) {
    return new MapFileDate(map.id().mapDate(), map.path());
  }
}
