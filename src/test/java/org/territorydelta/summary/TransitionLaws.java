package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.figure.RegionTransition.Pair;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;

/** The laws of {@code transition}: as matrices by pair and region, against the stocks. */
final class TransitionLaws {
  private record Key(Pair pair, RegionId region, Holding from, Holding to) {
    @Override
    public String toString() {
      return place(pair, region) + " " + from + " to " + to;
    }
  }

  private record Place(Pair pair, RegionId region) {}

  private final SourceTables tables;
  private final StockBook stocks;
  private final Findings findings = new Findings("transition");
  private final Map<Place, TransitionMatrix> matrices = new HashMap<>();

  TransitionLaws(SourceTables tables, StockBook stocks) {
    this.tables = tables;
    this.stocks = stocks;
  }

  private static String place(Pair pair, RegionId region) {
    return pair.kind().word()
        + " "
        + pair.openingMapDate()
        + " to "
        + pair.closingMapDate()
        + " "
        + region.id()
        + " level "
        + region.level();
  }

  List<Violation> transitions() {
    Map<List<Object>, RegionSums> sums = new HashMap<>();
    Set<Pair> pairs = consecutivePairs();
    Set<Holding> holdings = new TreeSet<>(tables.holdings());
    boolean diagonal = false;
    for (RegionTransition row : tables.transitions()) {
      var key = new Key(row.pair(), row.region(), row.from(), row.to());
      findings.unique(key);
      findings.holds(row.areaM2() > 0, key, "only what there is has a row");
      findings.holds(
          !row.from().isNone() || !row.to().isNone(),
          key,
          "ground that nobody held or holds has no row");
      findings.holds(
          tables.regions().containsKey(row.region()), key, "every region is in the table region");
      diagonal |= row.from().equals(row.to());
      holdings.add(row.from());
      holdings.add(row.to());
      pairs.add(row.pair());
      matrices
          .computeIfAbsent(new Place(row.pair(), row.region()), place -> new TransitionMatrix())
          .put(row.from(), row.to(), row.areaM2());
      sums.computeIfAbsent(
              List.of(row.pair(), row.from(), row.to()), flow -> new RegionSums(tables))
          .add(row.region(), row.areaM2());
    }
    sums.forEach((flow, sum) -> sum.check(findings, flow.toString()));
    holdings.remove(Holding.NONE);
    for (Pair pair : pairs) {
      for (RegionId region : tables.regions().keySet()) {
        for (Holding holding : holdings) {
          margins(pair, region, holding, diagonal);
        }
      }
    }
    return findings.violations();
  }

  /** A stock that differs between two consecutive maps has transitions that say how. */
  private Set<Pair> consecutivePairs() {
    Set<Pair> pairs = new LinkedHashSet<>();
    List<LocalDate> mapDates = tables.currentMapDates();
    for (int i = 1; i < mapDates.size(); i++) {
      pairs.add(new Pair(PairKind.CONSECUTIVE, mapDates.get(i - 1), mapDates.get(i)));
    }
    return pairs;
  }

  private void margins(Pair pair, RegionId region, Holding holding, boolean diagonal) {
    TransitionMatrix matrix =
        matrices.getOrDefault(new Place(pair, region), new TransitionMatrix());
    long left = matrix.rowM2(holding);
    long came = matrix.columnM2(holding);
    long opening = stocks.stock(pair.openingMapDate(), region, holding::equals).areaM2();
    long closing = stocks.stock(pair.closingMapDate(), region, holding::equals).areaM2();
    String row = place(pair, region) + " " + holding;
    if (diagonal) {
      findings.equalKm2(row, "the row sums to the opening stock", left, opening);
      findings.equalKm2(row, "the column sums to the closing stock", came, closing);
    } else {
      findings.atMostKm2(row, "no more goes than there was", left, opening);
      findings.atMostKm2(row, "no more comes than there is", came, closing);
      findings.equalKm2(
          row,
          "what came less what went is the difference of the stocks",
          came - left,
          closing - opening);
    }
  }
}
