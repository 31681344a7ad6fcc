package org.territorydelta.summary;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Churn;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.DayState;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.ShiftedEnds;

/**
 * The laws of bands and of churn in {@code area_delta}. The sources' spread is {@link SpreadLaws}'.
 */
final class BandLaws {

  private final StockBook stocks;
  private final BrokenFigures breaks;
  private final Findings findings;
  private final LayerSetSpread layerSets;
  private final List<LocalDate> mapDates;

  /** Days with a map that may stand for them, and its day. */
  private final Map<LocalDate, LocalDate> standing = new HashMap<>();

  BandLaws(SourceTables tables, StockBook stocks, BrokenFigures breaks, Findings findings) {
    this.stocks = stocks;
    this.breaks = breaks;
    this.findings = findings;
    this.layerSets = new LayerSetSpread(tables.areaDeltas(), tables.layerSets());
    this.mapDates = tables.currentMapDates();
    for (MapDay day : tables.maps().days()) {
      boolean known = !mapDates.isEmpty() && !day.day().isAfter(mapDates.get(mapDates.size() - 1));
      if (known && day.state() != DayState.MISSING) {
        day.mapDate().ifPresent(mapDate -> standing.put(day.day(), mapDate));
      }
    }
  }

  /**
   * @param figures the row's
   * @param counted holdings of the row's side and layer set
   */
  void check(String row, AreaDelta delta, Figures figures, Predicate<Holding> counted) {
    PeriodKind kind = delta.key().period().kind();
    int lagDays = delta.band().map(NetBand::lagDays).orElse(0);
    Optional<ShiftedEnds> ends = ends(delta, lagDays);
    boolean bandable = kind.isBanded() && ends.isPresent() && !delta.breaks().parting();
    findings.holds(
        delta.band().isPresent() == bandable,
        row,
        "a month or longer or named period has a band, unless a break or an old map parts its ends");
    if (ends.isPresent() && !delta.breaks().parting()) {
      delta.band().ifPresent(band -> band(row, delta, band, ends.get(), counted));
    }
    delta.noise().ifPresent(noise -> noise(row, figures, noise));
    delta
        .churn()
        .ifPresent(
            churn -> {
              findings.holds(kind.isChurned(), row, "only months and named periods have churn");
              churn(row, delta, figures, churn);
            });
  }

  private Optional<ShiftedEnds> ends(AreaDelta delta, int lagDays) {
    AreaDelta.States states = delta.states();
    return ShiftedEnds.ofFresh(
        new PeriodStates(
            delta.key().period(), states.coverage(), states.opening(), states.closing()),
        lagDays,
        day -> Optional.ofNullable(standing.get(day)));
  }

  private void band(
      String row, AreaDelta delta, NetBand band, ShiftedEnds ends, Predicate<Holding> counted) {
    Figures figures = delta.figures().orElseThrow();
    band.parts()
        .forEach(
            (part, range) ->
                findings.holds(
                    range.includes(figures.netM2()),
                    row,
                    "the net lies between net_" + part.columnWord() + "_low_km2 and _high_km2"));
    RegionId region = delta.key().region().id();
    NetBand dates =
        DateBand.of(
            ends,
            pair -> !breaks.within(delta, pair).parting(),
            mapDate -> stocks.stock(mapDate, region, counted).areaM2());
    findings.holds(
        band.daysWithoutMap() == dates.daysWithoutMap(),
        row,
        "band_days_without_map counts shifted days that no map stands for: expected "
            + dates.daysWithoutMap());
    equal(row, band, BandPart.LAG, dates.part(BandPart.LAG));
    equal(row, band, BandPart.JITTER, dates.part(BandPart.JITTER));
    equal(row, band, BandPart.LAYER_SETS, layerSets.around(delta));
    equal(
        row,
        band,
        BandPart.NOISE,
        delta
            .noise()
            .filter(noise -> noise.gainedM2() >= 0 && noise.lostM2() >= 0)
            .flatMap(noise -> band.withNoise(figures.netM2(), noise).part(BandPart.NOISE)));
  }

  private void equal(String row, NetBand band, BandPart part, Optional<AreaRange> expected) {
    findings.holds(
        band.part(part).equals(expected),
        row,
        "net_"
            + part.columnWord()
            + "_low_km2 and _high_km2 are by the stocks: found "
            + band.part(part)
            + ", expected "
            + expected);
  }

  private void noise(String row, Figures figures, Change noise) {
    findings.holds(
        noise.gainedM2() >= 0 && noise.lostM2() >= 0, row, "noise is not less than none");
    findings.atMostKm2(
        row,
        "noise_gained_km2 is part of gained_km2",
        noise.gainedM2(),
        figures.change().gainedM2());
    findings.atMostKm2(
        row, "noise_lost_km2 is part of lost_km2", noise.lostM2(), figures.change().lostM2());
  }

  private void churn(String row, AreaDelta delta, Figures figures, Churn churn) {
    LocalDate opening = delta.states().opening().orElseThrow().mapDate();
    LocalDate closing = delta.states().closing().orElseThrow().mapDate();
    long bound = delta.details().boundM2();
    long again = figures.gross().gainedM2() - figures.change().gainedM2();
    findings.holds(churn.areaM2() >= 0, row, "churn_km2 is not less than none");
    findings.atMostKm2(
        row,
        "ground that changed hands more than once was gained more than once or lost again",
        churn.areaM2(),
        again + bound);
    long steps =
        mapDates.stream().filter(day -> day.isAfter(opening) && !day.isAfter(closing)).count();
    findings.atMostKm2(
        row,
        "what was gained again is churn, at most once in two steps of the chain",
        again,
        (churn.areaM2() + bound) * (steps / 2) + bound);
    findings.holds(
        churn.heldDays().isPresent() == churn.areaM2() > 0,
        row,
        "churn_held_days is there where there is churn");
    long span = ChronoUnit.DAYS.between(opening, closing);
    churn
        .heldDays()
        .ifPresent(
            days ->
                findings.holds(
                    days >= 1 && days < span,
                    row,
                    "churned ground is held for a day or more, and not the whole period"));
  }
}
