package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.DatePair;

/**
 * The laws of {@code area_delta}: in each row, against the stocks, the transitions, the regions.
 */
final class DeltaLaws {
  private record Column(String name, ToLongFunction<Figures> value) {}

  /** Columns that add up over regions. */
  private static final List<Column> ADDITIVE =
      List.of(
          new Column("opening_km2", f -> f.opening().areaM2()),
          new Column("closing_km2", f -> f.closing().areaM2()),
          new Column("gained_km2", f -> f.change().gainedM2()),
          new Column("lost_km2", f -> f.change().lostM2()),
          new Column("gross_gained_km2", f -> f.gross().gainedM2()),
          new Column("gross_lost_km2", f -> f.gross().lostM2()),
          new Column("reclassified_in_km2", f -> f.reclassified().gainedM2()),
          new Column("reclassified_out_km2", f -> f.reclassified().lostM2()));

  private record Place(PairKind kind, DatePair dates, RegionId region) {}

  private final SourceTables tables;
  private final StockBook stocks;
  private final Map<Place, Map<Flow, Long>> flows = new HashMap<>();
  private final Map<Period, Long> bounds = new HashMap<>();
  private final Findings findings = new Findings("area_delta");

  DeltaLaws(SourceTables tables, StockBook stocks) {
    this.tables = tables;
    this.stocks = stocks;
    for (RegionTransition transition : tables.transitions()) {
      RegionTransition.Pair pair = transition.pair();
      var dates = new DatePair(pair.openingMapDate(), pair.closingMapDate());
      flows
          .computeIfAbsent(
              new Place(pair.kind(), dates, transition.region()), place -> new TreeMap<>())
          .merge(new Flow(transition.from(), transition.to()), transition.areaM2(), Long::sum);
    }
  }

  List<Violation> areaDeltas() {
    Map<String, Map<String, RegionSums>> sums = new HashMap<>();
    var gross = new GrossLaw(tables, findings);
    var breaks = new BrokenFigures(tables);
    var bands = new BandLaws(tables, stocks, breaks, findings);
    for (AreaDelta delta : tables.areaDeltas()) {
      String row = row(delta);
      findings.unique(row);
      if (!tables.regions().containsKey(delta.key().region().id())) {
        findings.holds(false, row, "every region is in the table region");
        continue;
      }
      coverage(row, delta);
      if (delta.figures().isEmpty()) {
        findings.holds(
            delta.details().equals(AreaDelta.Details.NONE),
            row,
            "without figures there is nothing else to tell");
        continue;
      }
      Figures figures = delta.figures().get();
      bound(row, delta);
      within(row, figures);
      DatePair pair = pair(delta);
      againstStocks(row, delta, figures, pair);
      againstTransitions(row, delta, figures, pair);
      gross.check(row, delta, figures, pair);
      breaks(row, delta, breaks.within(delta, pair));
      bands.check(row, delta, figures, counted(delta));
      Map<String, RegionSums> byColumn =
          sums.computeIfAbsent(figure(delta), key -> new TreeMap<>());
      for (Column column : ADDITIVE) {
        add(byColumn, column.name, delta, column.value.applyAsLong(figures));
      }
      add(byColumn, "break_km2", delta, delta.breaks().areaM2());
      add(byColumn, "net_without_breaks_km2", delta, delta.netWithoutBreaksM2().orElseThrow());
      delta.churn().ifPresent(churn -> add(byColumn, "churn_km2", delta, churn.areaM2()));
      delta
          .noise()
          .ifPresent(
              noise -> {
                add(byColumn, "noise_gained_km2", delta, noise.gainedM2());
                add(byColumn, "noise_lost_km2", delta, noise.lostM2());
              });
    }
    sums.forEach(
        (figure, columns) ->
            columns.forEach((column, sum) -> sum.check(findings, figure + " " + column)));
    return findings.violations();
  }

  private void breaks(String row, AreaDelta delta, FigureBreaks expected) {
    findings.equalKm2(
        row,
        "net_km2 - net_without_breaks_km2 is what came and went by transitions of broken pairs",
        delta.breaks().netM2(),
        expected.netM2());
    findings.equalKm2(
        row, "break_km2 is by transitions", delta.breaks().areaM2(), expected.areaM2());
    findings.holds(
        delta.breaks().count() == expected.count()
            && delta.breaks().kinds().equals(expected.kinds())
            && delta.breaks().parting() == expected.parting(),
        row,
        "breaks are those of series_break between the two maps: expected " + expected);
  }

  private void add(Map<String, RegionSums> byColumn, String column, AreaDelta delta, long areaM2) {
    byColumn
        .computeIfAbsent(column, key -> new RegionSums(tables))
        .add(delta.key().region().id(), areaM2);
  }

  private void bound(String row, AreaDelta delta) {
    long bound = delta.details().boundM2();
    findings.holds(bound >= 0, row, "rounding_bound_km2 is not less than none");
    findings.equalKm2(
        row,
        "rounding_bound_km2 is the period's",
        bound,
        bounds.computeIfAbsent(delta.key().period(), period -> bound));
  }

  private static String row(AreaDelta delta) {
    RegionId region = delta.key().region().id();
    return figure(delta) + " " + region.id() + " level " + region.level();
  }

  private static String figure(AreaDelta delta) {
    AreaDelta.Key key = delta.key();
    return key.sourceId()
        + " "
        + key.side()
        + " "
        + key.layerSet()
        + " "
        + key.period().kind().word()
        + " "
        + key.period().id();
  }

  private void coverage(String row, AreaDelta delta) {
    boolean covered = delta.states().coverage() != Coverage.NONE;
    findings.holds(
        covered == delta.figures().isPresent(), row, "figures are given where there is coverage");
    if (covered) {
      findings.holds(
          delta.states().opening().isPresent() && delta.states().closing().isPresent(),
          row,
          "a covered period has two maps");
    }
    staleness(row, "opening", delta.states().opening(), delta.key().period().openingDay());
    staleness(row, "closing", delta.states().closing(), delta.key().period().lastDay());
  }

  private void staleness(String row, String end, Optional<MapState> state, LocalDate day) {
    state.ifPresent(
        s ->
            findings.holds(
                s.mapDate().plusDays(s.stalenessDays()).equals(day),
                row,
                end + "_staleness_days counts from the map to the day it stands for"));
  }

  private static DatePair pair(AreaDelta delta) {
    return new DatePair(
        delta.states().opening().orElseThrow().mapDate(),
        delta.states().closing().orElseThrow().mapDate());
  }

  private void within(String row, Figures figures) {
    Change change = figures.change();
    Change gross = figures.gross();
    findings.equalKm2(
        row,
        "gained - lost = closing - opening",
        change.gainedM2() - change.lostM2(),
        figures.netM2());
    findings.equalKm2(row, "gross net is net", gross.gainedM2() - gross.lostM2(), figures.netM2());
    findings.atMostKm2(row, "gained <= gross gained", change.gainedM2(), gross.gainedM2());
    findings.atMostKm2(row, "lost <= gross lost", change.lostM2(), gross.lostM2());
    findings.atMostKm2(
        row,
        "what is reclassified is part of what is gained",
        figures.reclassified().gainedM2(),
        change.gainedM2());
    findings.atMostKm2(
        row,
        "what is reclassified is part of what is lost",
        figures.reclassified().lostM2(),
        change.lostM2());
    for (Column column : ADDITIVE) {
      findings.holds(
          column.value.applyAsLong(figures) >= 0, row, column.name + " is not less than none");
    }
  }

  private void againstStocks(String row, AreaDelta delta, Figures figures, DatePair pair) {
    Predicate<Holding> counted = counted(delta);
    RegionId region = delta.key().region().id();
    Stock opening = stocks.stock(pair.opening(), region, counted);
    Stock closing = stocks.stock(pair.closing(), region, counted);
    findings.equalKm2(
        row, "opening_km2 is the stock", figures.opening().areaM2(), opening.areaM2());
    findings.equalKm2(
        row, "closing_km2 is the stock", figures.closing().areaM2(), closing.areaM2());
    findings.equalKm2(
        row,
        "border_mismatch_km2 is the stock's",
        figures.closing().borderMismatchM2(),
        closing.borderMismatchM2());
  }

  private Predicate<Holding> counted(AreaDelta delta) {
    LayerSet layerSet = tables.layerSet(delta.key().layerSet());
    return holding -> layerSet.controls(delta.key().side(), holding);
  }

  private void againstTransitions(String row, AreaDelta delta, Figures figures, DatePair pair) {
    boolean day = delta.key().period().kind() == PeriodKind.DAY;
    PairKind kind = day ? PairKind.CONSECUTIVE : PairKind.PERIOD;
    var place = new Place(kind, pair, delta.key().region().id());
    Map<Flow, Long> found = pair.isSame() ? Map.of() : flows.getOrDefault(place, Map.of());
    Predicate<Holding> counted = counted(delta);
    String side = delta.key().side();
    long gained = 0;
    long lost = 0;
    long in = 0;
    long out = 0;
    for (Map.Entry<Flow, Long> flow : found.entrySet()) {
      boolean before = counted.test(flow.getKey().from());
      boolean after = counted.test(flow.getKey().to());
      boolean own =
          flow.getKey().from().side().equals(side) && flow.getKey().to().side().equals(side);
      gained += !before && after ? flow.getValue() : 0;
      lost += before && !after ? flow.getValue() : 0;
      in += !before && after && own ? flow.getValue() : 0;
      out += before && !after && own ? flow.getValue() : 0;
    }
    findings.equalKm2(
        row, "gained_km2 is what came by transitions", figures.change().gainedM2(), gained);
    findings.equalKm2(row, "lost_km2 is what went by transitions", figures.change().lostM2(), lost);
    findings.equalKm2(
        row, "reclassified_in_km2 is by transitions", figures.reclassified().gainedM2(), in);
    findings.equalKm2(
        row, "reclassified_out_km2 is by transitions", figures.reclassified().lostM2(), out);
  }
}
