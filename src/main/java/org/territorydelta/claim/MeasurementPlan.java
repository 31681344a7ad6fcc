package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.territorydelta.model.claim.MeasureUnit.Dimension;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapChain;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.ShiftedEnds;
import org.territorydelta.timeline.SourceTimeline;

/** All that has to be measured, with the maps it is to be measured on. */
public final class MeasurementPlan {
  /**
   * One request, and the maps that tell it as they were known.
   *
   * @param shifted where a range is asked for, the maps it would be taken from were its ends some
   *     days earlier or later, its own included; of a day each such map twice
   * @param maps all maps of the source as they were known, by map date
   */
  public record Planned(
      MeasurementRequest request,
      MapChain chain,
      SortedSet<MapPair> shifted,
      SortedMap<LocalDate, SnapshotId> maps) {
    public Planned {
      shifted = Collections.unmodifiableSortedSet(new TreeSet<>(shifted));
    }

    /** The steps that what was gained or lost may be reckoned by: of the period and beside it. */
    List<MapPair> steps() {
      if (chain.ends().isEmpty()) {
        return List.of();
      }
      LocalDate first = chain.ends().get().opening().mapDate();
      LocalDate last = chain.ends().get().closing().mapDate();
      for (MapPair pair : shifted) {
        first = pair.opening().mapDate().isBefore(first) ? pair.opening().mapDate() : first;
        last = pair.closing().mapDate().isAfter(last) ? pair.closing().mapDate() : last;
      }
      var all = new TreeMap<>(maps);
      first = Optional.ofNullable(all.lowerKey(first)).orElse(first);
      last = Optional.ofNullable(all.higherKey(last)).orElse(last);
      List<SnapshotId> near = List.copyOf(all.subMap(first, true, last, true).values());
      List<MapPair> steps = new ArrayList<>();
      for (int i = 1; i < near.size(); i++) {
        steps.add(new MapPair(near.get(i - 1), near.get(i)));
      }
      return steps;
    }
  }

  /**
   * How maps stand for days.
   *
   * @param bandLagDays by how many days, at most, ends are shifted for a range
   * @param staleShare share (0..1) of a period that its maps may be stale
   */
  record Standing(int maxStalenessDays, int bandLagDays, double staleShare) {}

  private final List<Planned> planned;

  private MeasurementPlan(Collection<Planned> planned) {
    this.planned = List.copyOf(planned);
  }

  /**
   * @param ranged requests whose range is asked for, any number of times each
   * @param valued requests of which only the number is
   * @param timelines of every source that is asked, by id
   */
  static MeasurementPlan of(
      Collection<MeasurementRequest> ranged,
      Collection<MeasurementRequest> valued,
      Map<String, SourceTimeline> timelines,
      Standing standing) {
    record KnownTimeline(String sourceId, Optional<LocalDate> knownAt) {}
    Map<KnownTimeline, SourceTimeline> known = new HashMap<>();
    Set<MeasurementRequest> withRange = new HashSet<>(ranged);
    Set<MeasurementRequest> all = new LinkedHashSet<>(ranged);
    all.addAll(valued);
    return new MeasurementPlan(
        all.stream()
            .map(
                request -> {
                  String sourceId = request.ground().sourceId();
                  SourceTimeline whole = timelines.get(sourceId);
                  SourceTimeline timeline =
                      known.computeIfAbsent(
                          new KnownTimeline(sourceId, request.knownAt()),
                          key -> key.knownAt.map(whole::asKnownAt).orElse(whole));
                  return planned(request, timeline, standing, withRange.contains(request));
                })
            .toList());
  }

  private static Planned planned(
      MeasurementRequest request, SourceTimeline timeline, Standing standing, boolean ranged) {
    SortedMap<LocalDate, SnapshotId> maps = timeline.currentIds();
    Optional<Period> period = request.time().period();
    boolean shifts = ranged && request.quantity().dimension() == Dimension.AREA;
    if (period.isEmpty()) {
      LocalDate day = request.time().lastDay();
      MapChain map = MapChain.at(day, timeline, standing.maxStalenessDays());
      return new Planned(
          request,
          map,
          shifts && map.ends().isPresent() ? around(day, timeline, standing) : new TreeSet<>(),
          maps);
    }
    int staleness = staleness(request, timeline, standing);
    MapChain chain = MapChain.over(period.get(), timeline, staleness);
    boolean shifted = shifts && chain.ends().isPresent();
    return new Planned(
        request,
        chain,
        shifted ? shifted(period.get(), timeline, staleness, standing) : new TreeSet<>(),
        maps);
  }

  /**
   * How stale a map may be at an end: as the config allows, or a share of the period where that is
   * more. Beyond the last map nothing is known of how it went on, and no share is taken.
   */
  private static int staleness(
      MeasurementRequest request, SourceTimeline timeline, Standing standing) {
    int most = standing.maxStalenessDays();
    boolean ended = timeline.isEmpty() || timeline.lastMapDate().isBefore(request.time().lastDay());
    return ended || request.days() == MeasurementRequest.Days.OF_MAPS
        ? most
        : Math.max(most, (int) Math.floor(standing.staleShare() * request.time().days().orElse(0)));
  }

  /** The maps that stand for a day and those around it, each twice. */
  private static SortedSet<MapPair> around(
      LocalDate day, SourceTimeline timeline, Standing standing) {
    SortedSet<MapPair> maps = new TreeSet<>();
    for (int lag = -standing.bandLagDays(); lag <= standing.bandLagDays(); lag++) {
      timeline
          .standing(day.plusDays(lag), standing.maxStalenessDays())
          .map(mapDate -> timeline.asOf(mapDate).orElseThrow().id())
          .ifPresent(id -> maps.add(new MapPair(id, id)));
    }
    return maps;
  }

  private static SortedSet<MapPair> shifted(
      Period period, SourceTimeline timeline, int staleness, Standing standing) {
    var ends =
        ShiftedEnds.of(
            PeriodStates.of(period, timeline, staleness),
            standing.bandLagDays(),
            day -> timeline.standing(day, standing.maxStalenessDays()));
    SortedSet<DatePair> dates = new TreeSet<>(ends.together());
    dates.addAll(ends.apart());
    SortedSet<MapPair> pairs = new TreeSet<>();
    for (DatePair pair : dates) {
      pairs.add(
          new MapPair(
              timeline.asOf(pair.opening()).orElseThrow().id(),
              timeline.asOf(pair.closing()).orElseThrow().id()));
    }
    return pairs;
  }

  public List<Planned> planned() {
    return planned;
  }

  /** The part that is one source's. */
  public MeasurementPlan ofSource(String sourceId) {
    return new MeasurementPlan(
        planned.stream().filter(p -> p.request().ground().sourceId().equals(sourceId)).toList());
  }

  /**
   * The pairs of maps whose change is needed: for gross quantities every map of a period and around
   * it with the next, and the first with the last; for an advance, and for the noise in a net, the
   * first with the last. Stocks need none. They may name snapshots that have been replaced since.
   */
  public SortedSet<MapPair> pairs() {
    SortedSet<MapPair> pairs = new TreeSet<>(depthPairs());
    for (Planned p : planned) {
      switch (p.request().quantity()) {
        case GROSS_GAIN, GROSS_LOSS -> {
          pairs.addAll(p.steps());
          p.chain().ends().ifPresent(pairs::add);
        }
        case NET_CHANGE, RATE_PER_DAY ->
            p.chain().ends().filter(ends -> !p.shifted().isEmpty()).ifPresent(pairs::add);
        case CONTROL_STOCK, ADVANCE_DISTANCE, SETTLEMENT_COUNT -> {
          // Of what is held at the ends alone, or told above.
        }
      }
    }
    pairs.removeIf(MapPair::isSame);
    return pairs;
  }

  /** Those of the pairs whose pieces are needed, too. */
  public SortedSet<MapPair> depthPairs() {
    SortedSet<MapPair> pairs = new TreeSet<>();
    of(QuantityType.ADVANCE_DISTANCE).forEach(p -> p.chain().ends().ifPresent(pairs::add));
    pairs.removeIf(MapPair::isSame);
    return pairs;
  }

  /**
   * The maps whose stocks are needed: all that were known when the period opened and later, since
   * where a series breaks is found out with them, and of what is known now every one.
   */
  public SortedSet<SnapshotId> maps() {
    SortedSet<SnapshotId> maps = new TreeSet<>();
    for (Planned p : planned) {
      p.chain()
          .ends()
          .ifPresent(
              ends -> {
                var all = new TreeMap<>(p.maps());
                LocalDate opening = ends.opening().mapDate();
                LocalDate first = Optional.ofNullable(all.lowerKey(opening)).orElse(opening);
                maps.addAll((p.request().knownAt().isEmpty() ? all : all.tailMap(first)).values());
              });
      Stream.concat(p.chain().ends().stream(), p.shifted().stream())
          .forEach(
              pair -> {
                maps.add(pair.opening());
                maps.add(pair.closing());
              });
    }
    return maps;
  }

  /** The maps on which settlements are counted. */
  public SortedSet<SnapshotId> settlementMaps() {
    SortedSet<SnapshotId> maps = new TreeSet<>();
    of(QuantityType.SETTLEMENT_COUNT).forEach(p -> maps.addAll(p.chain().maps()));
    return maps;
  }

  private Stream<Planned> of(QuantityType quantity) {
    return planned.stream().filter(p -> p.request().quantity() == quantity);
  }

  /** The regions that figures are needed of. */
  public SortedSet<RegionId> regions() {
    SortedSet<RegionId> regions = new TreeSet<>();
    planned.forEach(p -> regions.add(p.request().ground().region()));
    return regions;
  }
}
