package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.territorydelta.model.AreaDelta.Stock;
import org.territorydelta.model.ControlArea;
import org.territorydelta.model.Holding;
import org.territorydelta.model.PairKind;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Violation;

/** The laws of {@code control_area} and {@code transition}. */
final class StockLaws {
  /**
   * How far the ground in a region may be over the region's own area: both are sums of pieces
   * rounded one by one, cut in different ways.
   */
  private static final long ROUNDING_DM2 = SquareKm.toDm2(1e-4);

  private final SourceTables tables;
  private final StockBook stocks;

  StockLaws(SourceTables tables, StockBook stocks) {
    this.tables = tables;
    this.stocks = stocks;
  }

  private record AreaKey(SnapshotId snapshot, Holding holding, RegionId region) {
    @Override
    public String toString() {
      return snapshot.sourceId()
          + " "
          + snapshot.mapDate()
          + " filed "
          + snapshot.fileDate()
          + " "
          + holding
          + " "
          + region.id()
          + " level "
          + region.level();
    }
  }

  List<Violation> controlAreas() {
    var findings = new Findings("control_area");
    Map<SnapshotId, Map<Holding, RegionSums>> sums = new TreeMap<>();
    Map<List<Object>, Long> inRegion = new HashMap<>();
    for (ControlArea area : tables.controlAreas()) {
      var key = new AreaKey(area.snapshot(), area.holding(), area.region());
      findings.unique(key);
      findings.holds(area.areaDm2() >= 0, key, "no area is less than none");
      findings.holds(
          tables.isRecorded(area.snapshot()), key, "every snapshot is in the table snapshot");
      findings.atMostKm2(
          key, "the border band is part of the area", area.borderMismatchDm2(), area.areaDm2());
      RegionFacts region = tables.regions().get(area.region());
      findings.holds(region != null, key, "every region is in the table region");
      if (region != null) {
        OptionalDouble share = new Stock(area.areaDm2(), area.borderMismatchDm2()).shareOf(region);
        findings.holds(
            share.equals(area.shareOfRegion()),
            key,
            "share_of_region is the ground inside the border over the region's area: found "
                + area.shareOfRegion()
                + ", expected "
                + share);
        if (region.areaDm2() > 0) {
          long inside = area.areaDm2() - area.borderMismatchDm2();
          inRegion.merge(List.of(area.snapshot(), area.region()), inside, Long::sum);
        }
      }
      sums.computeIfAbsent(area.snapshot(), id -> new TreeMap<>())
          .computeIfAbsent(area.holding(), holding -> new RegionSums(tables))
          .add(area.region(), area.areaDm2());
    }
    inRegion.forEach(
        (place, inside) ->
            findings.atMostKm2(
                place,
                "no more ground is held in a region than it has",
                inside,
                tables.regions().get((RegionId) place.get(1)).areaDm2() + ROUNDING_DM2));
    sums.forEach(
        (id, holdings) ->
            holdings.forEach(
                (holding, sum) ->
                    sum.check(findings, id.sourceId() + " " + id.mapDate() + " " + holding)));
    return findings.violations();
  }

  private record FlowKey(RegionTransition.Pair pair, RegionId region, Holding from, Holding to) {
    @Override
    public String toString() {
      return pair.kind().word()
          + " "
          + pair.openingMapDate()
          + " to "
          + pair.closingMapDate()
          + " "
          + region.id()
          + " level "
          + region.level()
          + " "
          + from
          + " to "
          + to;
    }
  }

  List<Violation> transitions() {
    var findings = new Findings("transition");
    Map<FlowPlace, Map<Holding, Long>> change = new HashMap<>();
    Map<List<Object>, RegionSums> sums = new HashMap<>();
    for (RegionTransition transition : tables.transitions()) {
      var key =
          new FlowKey(transition.pair(), transition.region(), transition.from(), transition.to());
      findings.unique(key);
      findings.holds(transition.areaDm2() > 0, key, "only what changed has a row");
      findings.holds(!transition.from().equals(transition.to()), key, "from and to differ");
      Map<Holding, Long> net =
          change.computeIfAbsent(
              new FlowPlace(transition.pair(), transition.region()), place -> new HashMap<>());
      net.merge(transition.from(), -transition.areaDm2(), Long::sum);
      net.merge(transition.to(), transition.areaDm2(), Long::sum);
      sums.computeIfAbsent(
              List.of(transition.pair(), transition.from(), transition.to()),
              flow -> new RegionSums(tables))
          .add(transition.region(), transition.areaDm2());
    }
    change.forEach((place, net) -> margins(findings, place, net));
    sums.forEach((flow, sum) -> sum.check(findings, flow.toString()));
    unexplained(findings, change);
    return findings.violations();
  }

  private record FlowPlace(RegionTransition.Pair pair, RegionId region) {}

  private void margins(Findings findings, FlowPlace place, Map<Holding, Long> net) {
    net.forEach(
        (holding, flowed) -> {
          if (!holding.isNone()) {
            long opening =
                stocks.stock(place.pair.openingMapDate(), place.region, holding::equals).areaDm2();
            long closing =
                stocks.stock(place.pair.closingMapDate(), place.region, holding::equals).areaDm2();
            findings.equalKm2(
                place + " " + holding,
                "what came less what went is the difference of the stocks",
                flowed,
                closing - opening);
          }
        });
  }

  /** A stock that differs between two consecutive maps has transitions that say how. */
  private void unexplained(Findings findings, Map<FlowPlace, Map<Holding, Long>> change) {
    List<LocalDate> mapDates = tables.currentMapDates();
    Set<Holding> holdings = tables.holdings();
    for (int i = 1; i < mapDates.size(); i++) {
      var pair =
          new RegionTransition.Pair(PairKind.CONSECUTIVE, mapDates.get(i - 1), mapDates.get(i));
      for (RegionId region : tables.regions().keySet()) {
        Map<Holding, Long> net = change.getOrDefault(new FlowPlace(pair, region), Map.of());
        for (Holding holding : holdings) {
          if (!net.containsKey(holding)) {
            long opening = stocks.stock(pair.openingMapDate(), region, holding::equals).areaDm2();
            long closing = stocks.stock(pair.closingMapDate(), region, holding::equals).areaDm2();
            findings.equalKm2(
                new ArrayList<>(List.of(pair, region, holding)),
                "a stock changes only by transitions",
                closing,
                opening);
          }
        }
      }
    }
  }
}
