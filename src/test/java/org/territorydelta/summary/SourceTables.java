package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.SourceTimeline;

/** Everything the written tables say of one source, to hold the laws against. */
public final class SourceTables {
  private final Maps maps;
  private final Areas areas;
  private final SortedMap<RegionId, RegionFacts> regions;
  private final Map<String, LayerSet> layerSets;
  private final Map<SnapshotId, SourceTimeline.Recorded> recorded = new HashMap<>();
  private final Set<Integer> overlappingLevels;
  private final int lowestLevel;

  /** What was read. */
  public record Maps(
      List<InputFile> files,
      List<SourceTimeline.Recorded> snapshots,
      List<MapDay> days,
      List<Rejection> rejections) {}

  /** What was measured. */
  public record Areas(
      List<ControlArea> controlAreas,
      List<RegionTransition> transitions,
      List<AreaDelta> areaDeltas,
      List<PeriodPiece> pieces,
      List<SeriesBreak> breaks) {
    /** Of a series without breaks. */
    public Areas(
        List<ControlArea> controlAreas,
        List<RegionTransition> transitions,
        List<AreaDelta> areaDeltas,
        List<PeriodPiece> pieces) {
      this(controlAreas, transitions, areaDeltas, pieces, List.of());
    }
  }

  public SourceTables(
      Maps maps, Areas areas, Collection<RegionFacts> regions, Collection<LayerSet> layerSets) {
    this.maps = maps;
    this.areas = areas;
    this.regions = new TreeMap<>();
    regions.forEach(region -> this.regions.put(region.id(), region));
    this.layerSets =
        layerSets.stream().collect(Collectors.toMap(LayerSet::name, Function.identity()));
    maps.snapshots.forEach(snapshot -> recorded.put(snapshot.facts().id(), snapshot));
    this.overlappingLevels =
        regions.stream()
            .filter(RegionFacts::overlapping)
            .map(region -> region.id().level())
            .collect(Collectors.toCollection(TreeSet::new));
    this.lowestLevel =
        regions.stream()
            .mapToInt(region -> region.id().level())
            .filter(level -> level > RegionId.COUNTRY_LEVEL)
            .min()
            .orElse(RegionId.COUNTRY_LEVEL);
  }

  Maps maps() {
    return maps;
  }

  List<ControlArea> controlAreas() {
    return areas.controlAreas;
  }

  List<RegionTransition> transitions() {
    return areas.transitions;
  }

  List<AreaDelta> areaDeltas() {
    return areas.areaDeltas;
  }

  List<PeriodPiece> pieces() {
    return areas.pieces;
  }

  List<SeriesBreak> breaks() {
    return areas.breaks;
  }

  SortedMap<RegionId, RegionFacts> regions() {
    return regions;
  }

  Collection<LayerSet> layerSets() {
    return layerSets.values();
  }

  LayerSet layerSet(String name) {
    return layerSets.getOrDefault(name, new LayerSet(name, Set.of()));
  }

  boolean isRecorded(SnapshotId id) {
    return recorded.containsKey(id);
  }

  boolean isCurrent(SnapshotId id) {
    return recorded.containsKey(id) && recorded.get(id).current();
  }

  List<LocalDate> currentMapDates() {
    return recorded.values().stream()
        .filter(SourceTimeline.Recorded::current)
        .map(snapshot -> snapshot.facts().id().mapDate())
        .sorted()
        .toList();
  }

  Set<Holding> holdings() {
    return areas.controlAreas.stream()
        .map(ControlArea::holding)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<Integer> overlappingLevels() {
    return overlappingLevels;
  }

  int lowestLevel() {
    return lowestLevel;
  }
}
