package org.territorydelta.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.territorydelta.model.Violation;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;

/**
 * The laws of {@code source_agreement}: its margins are the stocks of {@code control_area} inside
 * the regions' own borders, and figures add up over regions.
 *
 * <p>The margins are proved for countries and for regions of the level that tells the country; for
 * every region where the comparison has no limit.
 */
public final class AgreementLaws {
  private record Column(String name, ToLongFunction<Figures> value) {}

  private static final List<Column> ADDITIVE =
      List.of(
          new Column("in_both_km2", Figures::inBothM2),
          new Column("only_a_km2", f -> f.onlyA().areaM2()),
          new Column("only_b_km2", f -> f.onlyB().areaM2()),
          new Column("only_a_standing_km2", f -> f.onlyA().standingM2()),
          new Column("only_b_standing_km2", f -> f.onlyB().standingM2()),
          new Column("only_a_baseline_km2", f -> f.onlyA().baselineM2()),
          new Column("only_b_baseline_km2", f -> f.onlyB().baselineM2()));

  private final SourceTables regions;
  private final Map<String, StockBook> stocks = new HashMap<>();
  private final Findings findings = new Findings("source_agreement");

  private AgreementLaws(
      Collection<ControlArea> areas,
      Predicate<SnapshotId> current,
      Collection<RegionFacts> regions,
      Collection<LayerSet> layerSets) {
    var nothing = new SourceTables.Maps(List.of(), List.of(), List.of(), List.of());
    this.regions =
        new SourceTables(
            nothing,
            new SourceTables.Areas(List.of(), List.of(), List.of(), List.of()),
            regions,
            layerSets);
    areas.stream()
        .collect(Collectors.groupingBy(area -> area.snapshot().sourceId()))
        .forEach((source, its) -> stocks.put(source, new StockBook(its, current)));
  }

  /**
   * What breaks a law; nothing when all hold.
   *
   * @param areas the control areas of every source there are rows for
   * @param current whether a snapshot speaks for its map date
   */
  public static List<Violation> check(
      Collection<SourceAgreement> rows,
      Collection<ControlArea> areas,
      Predicate<SnapshotId> current,
      Collection<RegionFacts> regions,
      Collection<LayerSet> layerSets) {
    var laws = new AgreementLaws(areas, current, regions, layerSets);
    rows.forEach(laws::check);
    laws.sums(rows);
    laws.months(rows);
    return laws.findings.violations();
  }

  private static String figure(SourceAgreement row) {
    SourceAgreement.Key key = row.key();
    return key.sources() + " " + key.side() + " " + key.layerSet() + " " + key.day();
  }

  private void check(SourceAgreement row) {
    RegionId region = row.key().region().id();
    String name = figure(row) + " " + region;
    findings.unique(name);
    findings.holds(
        regions.regions().containsKey(region), name, "every region is in the table region");
    staleness(name, row.key().day(), row.basis().a());
    staleness(name, row.key().day(), row.basis().b());
    for (Column column : ADDITIVE) {
      findings.holds(
          column.value.applyAsLong(row.figures()) >= 0,
          name,
          column.name + " is not less than none");
    }
    if (isProvable(row)) {
      margin(row, name, row.key().sources().a(), row.basis().a().mapDate(), row.figures().aM2());
      margin(row, name, row.key().sources().b(), row.basis().b().mapDate(), row.figures().bM2());
    }
  }

  private void staleness(String name, LocalDate day, MapState state) {
    findings.holds(
        state.mapDate().plusDays(state.stalenessDays()).equals(day),
        name,
        "a map's date and its staleness lead to the day");
  }

  /** The days that are compared are those of a month and the bound is a day's, in any region. */
  private void months(Collection<SourceAgreement> rows) {
    Map<String, Integer> days = new HashMap<>();
    for (SourceAgreement row : rows) {
      String month = row.key().sources() + " " + YearMonth.from(row.key().day());
      int known = days.computeIfAbsent(month, key -> row.basis().comparedDays());
      findings.holds(
          known == row.basis().comparedDays(),
          figure(row) + " " + row.key().region().id(),
          "every row of a month has as many compared_days");
    }
    Map<String, Long> bounds = new HashMap<>();
    for (SourceAgreement row : rows) {
      String day = row.key().sources() + " " + row.key().day();
      long bound = bounds.computeIfAbsent(day, key -> row.basis().boundM2());
      findings.equalKm2(
          figure(row) + " " + row.key().region().id(),
          "rounding_bound_km2 is the day's",
          row.basis().boundM2(),
          bound);
    }
  }

  private boolean isProvable(SourceAgreement row) {
    int level = row.key().region().id().level();
    boolean ofCountry =
        !row.key().region().id().isUnassigned()
            && (level == RegionId.COUNTRY_LEVEL || level == regions.lowestLevel());
    return row.basis().countries().isEmpty() || ofCountry;
  }

  private void margin(
      SourceAgreement row, String name, String source, LocalDate mapDate, long foundM2) {
    LayerSet layerSet = regions.layerSet(row.key().layerSet());
    Predicate<Holding> counted = holding -> layerSet.controls(row.key().side(), holding);
    long inside = 0;
    if (stocks.containsKey(source)) {
      var stock = stocks.get(source).stock(mapDate, row.key().region().id(), counted);
      inside = stock.areaM2() - stock.borderMismatchM2();
    }
    findings.equalKm2(name, "in both and only there is what " + source + " shows", foundM2, inside);
  }

  private void sums(Collection<SourceAgreement> rows) {
    Map<String, List<SourceAgreement>> figures = new TreeMap<>();
    rows.forEach(row -> figures.computeIfAbsent(figure(row), key -> new ArrayList<>()).add(row));
    figures.forEach(
        (figure, regional) -> {
          for (Column column : ADDITIVE) {
            var sum = new RegionSums(regions);
            regional.forEach(
                row -> sum.add(row.key().region().id(), column.value.applyAsLong(row.figures())));
            sum.check(findings, figure + " " + column.name);
          }
        });
  }
}
