package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.timeline.DatePair;

/**
 * All that a source shows, as the sum of its cells: as small as the ledger of one region. What only
 * the whole can tell is told by it: whether the maps' own areas are met, where the series breaks,
 * and which steps that breaks.
 */
public final class SourceLedger implements Serializable {
  private static final long serialVersionUID = 1;

  private final RegionLedger whole = RegionLedger.none();
  private final RegionLedger outsideScope = RegionLedger.none();
  private long movedM2;
  private long driftM2;

  /**
   * Adds a cell.
   *
   * @param inScope whether it lies in what the source draws, its border band included
   */
  public SourceLedger add(CellLedger cell, boolean inScope) {
    whole.add(cell.ledger(), false);
    if (!inScope) {
      outsideScope.add(cell.ledger(), false);
    }
    movedM2 += cell.movedM2();
    driftM2 = Math.max(driftM2, cell.driftM2());
    return this;
  }

  /** Adds other cells of the source. */
  public SourceLedger add(SourceLedger other) {
    whole.add(other.whole, false);
    outsideScope.add(other.outsideScope, false);
    movedM2 += other.movedM2;
    driftM2 = Math.max(driftM2, other.driftM2);
    return this;
  }

  public RegionLedger whole() {
    return whole;
  }

  /** Ground outside what the source draws, on a map. */
  long outsideScopeM2(int position) {
    return outsideScope.holdings().stream()
        .mapToLong(holding -> outsideScope.stock(holding, position).areaM2())
        .sum();
  }

  /** How much was moved between flows to close them with the stocks, over all pairs. */
  public long movedM2() {
    return movedM2;
  }

  /**
   * Holds every map's carried stocks against the area of its own polygons.
   *
   * @return the largest difference found between a carried stock and the same measured anew, in a
   *     cell or here
   * @throws org.territorydelta.model.LawBrokenException when they are further apart than roundings
   */
  public long provenDriftM2(MeasuredMaps maps) {
    long largest = driftM2;
    for (SnapshotFacts map : maps.maps()) {
      LocalDate mapDate = map.id().mapDate();
      var holdings = new TreeSet<>(whole.holdings());
      holdings.addAll(map.groundM2().keySet());
      for (Holding holding : holdings) {
        long carried = whole.stock(holding, maps.position(mapDate)).areaM2();
        long shown = map.groundM2().getOrDefault(holding, 0L);
        long most = maps.boundM2(mapDate) + 1;
        long drift = Drift.provenM2(maps.sourceId(), mapDate, holding, carried, shown, most);
        largest = Math.max(largest, drift);
      }
    }
    return largest;
  }

  /**
   * Days that no ground truth explains, in order.
   *
   * @param blocks the larger pieces that changed hands, of every pair of consecutive maps
   * @param scope countries the source draws; none for no limit
   */
  public List<SeriesBreak> breaks(
      MeasuredMaps maps,
      RegionTree regions,
      Map<DatePair, List<ChangedBlock>> blocks,
      Set<String> scope,
      BreakLimits limits) {
    return SeriesBreaks.find(MapSeries.of(maps, this, blocks, regions, scope), limits);
  }

  /** By side and layer set, the steps in which breaks of the side's ground begin or end. */
  public SortedMap<SideLayer, BrokenSteps> brokenSteps(
      MeasuredMaps maps, Collection<LayerSet> layerSets, Collection<SeriesBreak> breaks) {
    SortedMap<SideLayer, BrokenSteps> broken = new TreeMap<>();
    for (LayerSet layerSet : layerSets) {
      for (String side : whole.sides()) {
        var layer = new SideLayer(side, layerSet);
        var measure = new LayerMeasure(maps, whole, layer);
        broken.put(layer, new BrokenSteps(breaks, side, maps.mapDates(), measure::movedIn));
      }
    }
    return broken;
  }
}
