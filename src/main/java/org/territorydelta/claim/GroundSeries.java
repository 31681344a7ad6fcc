package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapPair;

/**
 * What a side holds by the maps of one source, one after another, and what changed between any two
 * of them. A step is a map and the next one; where the series breaks between them, what changed is
 * the map, and the step is left out.
 */
final class GroundSeries {
  private final NavigableMap<LocalDate, SnapshotId> maps;
  private final Ground ground;
  private final MeasuredGround areas;
  private final List<SeriesBreak> breaks;

  /**
   * @param maps of the source, by map date
   * @param areas stocks of them, and changes of the steps that are asked for
   */
  GroundSeries(
      SortedMap<LocalDate, SnapshotId> maps,
      Ground ground,
      MeasuredGround areas,
      SourceBreaks breaks) {
    this.maps = Collections.unmodifiableNavigableMap(new TreeMap<>(maps));
    this.ground = ground;
    this.areas = areas;
    this.breaks = breaks.of(ground.sourceId(), ground.side());
  }

  NavigableMap<LocalDate, SnapshotId> maps() {
    return maps;
  }

  long stockM2(LocalDate mapDate) {
    return areas.stockM2(maps.get(mapDate), ground);
  }

  /** The part of it that lies outside the region's own border. */
  long mismatchM2(LocalDate mapDate) {
    return areas.mismatchM2(maps.get(mapDate), ground);
  }

  /** The step that ends with a map. */
  Optional<DatePair> stepTo(LocalDate mapDate) {
    return Optional.ofNullable(maps.lowerKey(mapDate)).map(before -> new DatePair(before, mapDate));
  }

  /** The step that begins with a map. */
  Optional<DatePair> stepFrom(LocalDate mapDate) {
    return Optional.ofNullable(maps.higherKey(mapDate)).map(next -> new DatePair(mapDate, next));
  }

  /** The steps between two maps that a net across them has to do without. */
  SortedSet<DatePair> brokenForNet(DatePair ends) {
    return broken(ends, true);
  }

  /** The steps between two maps that a sum over the steps has to do without. */
  SortedSet<DatePair> brokenForGross(DatePair ends) {
    return broken(ends, false);
  }

  /** Whether no break lies between two maps, in whichever order. */
  boolean isUnbroken(LocalDate map, LocalDate other) {
    DatePair ends = map.isBefore(other) ? new DatePair(map, other) : new DatePair(other, map);
    return brokenForGross(ends).isEmpty();
  }

  /** Whether two maps, in whichever order, mean the same ground. */
  boolean isOneBase(LocalDate map, LocalDate other) {
    DatePair ends = map.isBefore(other) ? new DatePair(map, other) : new DatePair(other, map);
    return brokenForNet(ends).isEmpty();
  }

  private SortedSet<DatePair> broken(DatePair ends, boolean partedOnly) {
    SortedSet<DatePair> steps = new TreeSet<>();
    for (SeriesBreak found : breaks) {
      if (partedOnly && !found.parts(ends.opening(), ends.closing())) {
        continue;
      }
      LocalDate first = found.maps().first().mapDate();
      LocalDate last = found.maps().last().mapDate();
      if (found.beginsBetween(ends.opening(), ends.closing())) {
        steps.add(new DatePair(maps.lowerKey(first), maps.ceilingKey(first)));
      }
      if (found.endsBetween(ends.opening(), ends.closing())) {
        steps.add(new DatePair(maps.floorKey(last), maps.higherKey(last)));
      }
    }
    return steps;
  }

  /** Closing less opening, without the steps in which the series breaks. */
  long netM2(DatePair ends) {
    long net = stockM2(ends.closing()) - stockM2(ends.opening());
    for (DatePair step : brokenForNet(ends)) {
      net -= stockM2(step.closing()) - stockM2(step.opening());
    }
    return net;
  }

  /** What was gained and lost step by step, without those in which the series breaks. */
  Change grossM2(DatePair ends) {
    SortedSet<DatePair> left = brokenForGross(ends);
    Change sum = Change.ZERO;
    for (DatePair step : steps(ends)) {
      if (!left.contains(step)) {
        sum = sum.plus(changeM2(step));
      }
    }
    return sum;
  }

  /** What changed in a step. */
  Change changeM2(DatePair step) {
    return areas.change(new MapPair(maps.get(step.opening()), maps.get(step.closing())), ground);
  }

  private List<DatePair> steps(DatePair ends) {
    List<DatePair> steps = new ArrayList<>();
    LocalDate before = ends.opening();
    for (LocalDate next : maps.subMap(ends.opening(), false, ends.closing(), true).keySet()) {
      steps.add(new DatePair(before, next));
      before = next;
    }
    return steps;
  }
}
