package org.territorydelta.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.timeline.MapChain;
import org.territorydelta.timeline.MapPair;
import org.territorydelta.timeline.SourceTimeline;

/** All that has to be measured, with the maps it is to be measured on. */
public final class MeasurementPlan implements Serializable {
  private static final long serialVersionUID = 1;

  /** One request, and the maps that tell it as they were known. */
  public record Planned(MeasurementRequest request, MapChain chain) implements Serializable {}

  private final ArrayList<Planned> planned;

  private MeasurementPlan(Collection<Planned> planned) {
    this.planned = new ArrayList<>(planned);
  }

  /**
   * @param requests any number of times each
   * @param timelines of every source that is asked, by id
   */
  static MeasurementPlan of(
      Collection<MeasurementRequest> requests,
      Map<String, SourceTimeline> timelines,
      int maxStalenessDays) {
    record KnownTimeline(String sourceId, Optional<LocalDate> knownAt) {}
    Map<KnownTimeline, SourceTimeline> known = new HashMap<>();
    List<Planned> planned = new ArrayList<>();
    for (MeasurementRequest request : new LinkedHashSet<>(requests)) {
      String sourceId = request.ground().sourceId();
      SourceTimeline all = timelines.get(sourceId);
      SourceTimeline timeline =
          known.computeIfAbsent(
              new KnownTimeline(sourceId, request.knownAt()),
              key -> key.knownAt.map(all::asKnownAt).orElse(all));
      MapChain chain =
          request
              .time()
              .period()
              .map(period -> MapChain.over(period, timeline, maxStalenessDays))
              .orElseGet(() -> MapChain.at(request.time().lastDay(), timeline, maxStalenessDays));
      planned.add(new Planned(request, chain));
    }
    return new MeasurementPlan(planned);
  }

  public List<Planned> planned() {
    return List.copyOf(planned);
  }

  /** The part that is one source's. */
  public MeasurementPlan ofSource(String sourceId) {
    return new MeasurementPlan(
        planned.stream().filter(p -> p.request().ground().sourceId().equals(sourceId)).toList());
  }

  /**
   * The pairs of maps whose change is needed: for gross quantities every map of a period with the
   * next, and the first with the last; for an advance the first with the last. Stocks and nets need
   * none. They may name snapshots that have been replaced since.
   */
  public SortedSet<MapPair> pairs() {
    SortedSet<MapPair> pairs = new TreeSet<>();
    for (Planned p : planned) {
      switch (p.request().quantity()) {
        case GROSS_GAIN, GROSS_LOSS -> {
          pairs.addAll(p.chain().consecutive());
          p.chain().ends().ifPresent(pairs::add);
        }
        case ADVANCE_DISTANCE -> p.chain().ends().ifPresent(pairs::add);
        case CONTROL_STOCK, NET_CHANGE, RATE_PER_DAY, SETTLEMENT_COUNT -> {
          // Of what is held at the ends alone.
        }
      }
    }
    pairs.removeIf(MapPair::isSame);
    return pairs;
  }

  /** The maps whose stocks, or settlements, are needed. */
  public SortedSet<SnapshotId> maps() {
    SortedSet<SnapshotId> maps = new TreeSet<>();
    planned.forEach(p -> maps.addAll(p.chain().maps()));
    return maps;
  }

  /** The regions that figures are needed of. */
  public SortedSet<RegionId> regions() {
    SortedSet<RegionId> regions = new TreeSet<>();
    planned.forEach(p -> regions.add(p.request().ground().region()));
    return regions;
  }
}
