package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Holding;

/** What every holding of a source has in every cell at every map date, as the tables have it. */
public final class CellStocks implements Serializable {
  private static final long serialVersionUID = 1;

  private final String sourceId;
  private final TreeMap<LocalDate, TreeMap<Cell, TreeMap<Holding, Long>>> stocks = new TreeMap<>();

  private final TreeMap<LocalDate, Long> boundsM2 = new TreeMap<>();

  private CellStocks(String sourceId) {
    this.sourceId = sourceId;
  }

  static CellStocks of(String sourceId, StockLedger ledger) {
    var stocks = new CellStocks(sourceId);
    for (LocalDate mapDate : ledger.mapDates()) {
      var cells = new TreeMap<Cell, TreeMap<Holding, Long>>();
      for (Cell cell : ledger.cells()) {
        var held = new TreeMap<>(ledger.stocksAt(cell, mapDate));
        held.values().removeIf(areaM2 -> areaM2 == 0);
        if (!held.isEmpty()) {
          cells.put(cell, held);
        }
      }
      stocks.stocks.put(mapDate, cells);
      stocks.boundsM2.put(mapDate, ledger.boundM2(mapDate));
    }
    return stocks;
  }

  public String sourceId() {
    return sourceId;
  }

  /** How far the stocks of a map may be off by roundings and noding, all together. */
  long boundM2(LocalDate mapDate) {
    return boundsM2.get(mapDate);
  }

  /** By cell and holding; what has nothing is left out. */
  SortedMap<Cell, TreeMap<Holding, Long>> at(LocalDate mapDate) {
    TreeMap<Cell, TreeMap<Holding, Long>> found = stocks.get(mapDate);
    if (found == null) {
      throw new IllegalArgumentException(
          "Cannot tell the stocks of " + sourceId + ": map date=" + mapDate + ", expected a map");
    }
    return Collections.unmodifiableSortedMap(found);
  }
}
