package org.territorydelta.change;

import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;

/** Measures everything a snapshot shows, by cell of the regions, from its own polygons. */
public final class StockMeasurer {
  private StockMeasurer() {}

  /** Square metres of each holding in each cell. */
  public static SortedMap<Holding, SortedMap<Cell, Long>> measure(
      ControlSnapshot snapshot, RegionIndex regions, Overlay overlay) {
    SortedMap<Holding, SortedMap<Cell, Long>> stocks = new TreeMap<>();
    snapshot
        .ground()
        .forEach((holding, polygons) -> stocks.put(holding, regions.measure(polygons, overlay)));
    return stocks;
  }
}
