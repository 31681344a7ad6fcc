package org.territorydelta.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;

/** The laws of {@code control_area}. */
final class StockLaws {
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
    Map<SnapshotId, Long> bounds = new HashMap<>();
    for (ControlArea area : tables.controlAreas()) {
      var key = new AreaKey(area.snapshot(), area.holding(), area.region());
      findings.unique(key);
      findings.holds(area.areaM2() >= 0, key, "no area is less than none");
      bounds.putIfAbsent(area.snapshot(), area.boundM2());
      findings.equalKm2(
          key, "rounding_bound_km2 is the snapshot's", area.boundM2(), bounds.get(area.snapshot()));
      findings.holds(
          tables.isRecorded(area.snapshot()), key, "every snapshot is in the table snapshot");
      findings.atMostKm2(
          key, "the border band is part of the area", area.borderMismatchM2(), area.areaM2());
      findings.holds(
          !area.region().equals(RegionId.ALL) || area.borderMismatchM2() == 0,
          key,
          "the whole has no border that could mismatch");
      RegionFacts region = tables.regions().get(area.region());
      findings.holds(region != null, key, "every region is in the table region");
      if (region != null) {
        OptionalDouble share = new Stock(area.areaM2(), area.borderMismatchM2()).shareOf(region);
        findings.holds(
            share.equals(area.shareOfRegion()),
            key,
            "share_of_region is of the region's denominator: found "
                + area.shareOfRegion()
                + ", expected "
                + share);
        if (region.areaM2() > 0) {
          long inside = area.areaM2() - area.borderMismatchM2();
          inRegion.merge(List.of(area.snapshot(), area.region()), inside, Long::sum);
        }
      }
      sums.computeIfAbsent(area.snapshot(), id -> new TreeMap<>())
          .computeIfAbsent(area.holding(), holding -> new RegionSums(tables))
          .add(area.region(), area.areaM2());
    }
    inRegion.forEach(
        (place, inside) ->
            findings.atMostKm2(
                place,
                "no more ground is held in a region than it has",
                inside,
                // The region's own area is rounded once, too.
                tables.regions().get((RegionId) place.get(1)).areaM2()
                    + bounds.get((SnapshotId) place.get(0))
                    + 1));
    sums.forEach(
        (id, holdings) ->
            holdings.forEach(
                (holding, sum) ->
                    sum.check(findings, id.sourceId() + " " + id.mapDate() + " " + holding)));
    return findings.violations();
  }
}
