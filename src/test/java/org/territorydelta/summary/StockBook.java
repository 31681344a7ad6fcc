package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;

/** Written stocks of the maps that speak for their days, to look up. */
final class StockBook {
  private record Place(LocalDate mapDate, RegionId region) {}

  private final Map<Place, Map<Holding, Stock>> stocks = new HashMap<>();

  StockBook(Collection<ControlArea> areas, Predicate<SnapshotId> current) {
    for (ControlArea area : areas) {
      if (current.test(area.snapshot())) {
        stocks
            .computeIfAbsent(
                new Place(area.snapshot().mapDate(), area.region()), key -> new HashMap<>())
            .put(area.holding(), new Stock(area.areaM2(), area.borderMismatchM2()));
      }
    }
  }

  /** The sum over some holdings; ground without a row is none. */
  Stock stock(LocalDate mapDate, RegionId region, Predicate<Holding> holdings) {
    return holdings(mapDate, region)
        .filter(entry -> holdings.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Stock.ZERO, Stock::plus);
  }

  private Stream<Map.Entry<Holding, Stock>> holdings(LocalDate mapDate, RegionId region) {
    return stocks.getOrDefault(new Place(mapDate, region), Map.of()).entrySet().stream();
  }
}
