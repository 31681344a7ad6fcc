package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.territorydelta.model.Period;
import org.territorydelta.model.QuantityType;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SnapshotId;
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
   * @param shifted of a net whose range is asked for, the maps it would be taken from were its ends
   *     some days earlier or later, its own included; none for anything else
   */
  public record Planned(MeasurementRequest request, MapChain chain, SortedSet<MapPair> shifted) {
    public Planned {
      shifted = Collections.unmodifiableSortedSet(new TreeSet<>(shifted));
    }
  }

  /**
   * How maps stand for days.
   *
   * @param bandLagDays by how many days, at most, the ends of a net are shifted for its range
   */
  record Standing(int maxStalenessDays, int bandLagDays) {}

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
    int staleness = standing.maxStalenessDays();
    Optional<Period> period = request.time().period();
    if (period.isEmpty()) {
      MapChain map = MapChain.at(request.time().lastDay(), timeline, staleness);
      return new Planned(request, map, new TreeSet<>());
    }
    MapChain chain = MapChain.over(period.get(), timeline, staleness);
    boolean shifts = ranged && isNet(request.quantity()) && chain.ends().isPresent();
    return new Planned(
        request, chain, shifts ? shifted(period.get(), timeline, standing) : new TreeSet<>());
  }

  private static boolean isNet(QuantityType quantity) {
    return quantity == QuantityType.NET_CHANGE || quantity == QuantityType.RATE_PER_DAY;
  }

  private static SortedSet<MapPair> shifted(
      Period period, SourceTimeline timeline, Standing standing) {
    var ends =
        ShiftedEnds.of(
            PeriodStates.of(period, timeline, standing.maxStalenessDays()),
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
   * The pairs of maps whose change is needed: for gross quantities every map of a period with the
   * next, and the first with the last; for an advance, and for the noise in a net, the first with
   * the last. Stocks need none. They may name snapshots that have been replaced since.
   */
  public SortedSet<MapPair> pairs() {
    SortedSet<MapPair> pairs = new TreeSet<>(depthPairs());
    for (Planned p : planned) {
      switch (p.request().quantity()) {
        case GROSS_GAIN, GROSS_LOSS -> {
          pairs.addAll(p.chain().consecutive());
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

  /** The maps whose stocks are needed. */
  public SortedSet<SnapshotId> maps() {
    SortedSet<SnapshotId> maps = new TreeSet<>();
    for (Planned p : planned) {
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
