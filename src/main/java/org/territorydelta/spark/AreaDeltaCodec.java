package org.territorydelta.spark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.AreaDelta.Churn;
import org.territorydelta.model.AreaDelta.Figures;
import org.territorydelta.model.AreaDelta.Stock;
import org.territorydelta.model.AreaRange;
import org.territorydelta.model.BandPart;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.Coverage;
import org.territorydelta.model.FigureBreaks;
import org.territorydelta.model.MapState;
import org.territorydelta.model.NetBand;
import org.territorydelta.model.Period;
import org.territorydelta.model.PeriodKind;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SquareKm;

/**
 * {@link AreaDelta} as a row. Columns that follow from others (net, rates, shares, days) are
 * written for the reader and left aside on the way back; so is the border mismatch of the opening,
 * which has no column.
 */
final class AreaDeltaCodec implements RowCodec<AreaDelta> {
  @Override
  public Table table() {
    return Tables.AREA_DELTA;
  }

  @Override
  public Row toRow(AreaDelta delta) {
    AreaDelta.Key key = delta.key();
    AreaDelta.States states = delta.states();
    Optional<Figures> figures = delta.figures();
    Optional<Integer> observed = observedDays(states);
    var values = new RowValues(table());
    values
        .add(key.sourceId())
        .add(key.side())
        .add(key.layerSet())
        .add(key.region().id().id())
        .add(key.region().id().level())
        .add(key.period().id())
        .add(key.region().name())
        .add(Optional.of(key.region().country()).filter(country -> !country.isEmpty()))
        .add(key.period().firstDay())
        .add(key.period().lastDay())
        .add(key.period().days())
        .add(states.opening().map(MapState::mapDate))
        .add(states.closing().map(MapState::mapDate))
        .add(states.opening().map(MapState::stalenessDays))
        .add(states.closing().map(MapState::stalenessDays))
        .add(observed)
        .km2(area(figures, f -> f.opening().areaM2()))
        .km2(area(figures, f -> f.closing().areaM2()))
        .km2(area(figures, f -> f.change().gainedM2()))
        .km2(area(figures, f -> f.change().lostM2()))
        .km2(area(figures, Figures::netM2))
        .add(perDay(figures, observed))
        .km2(area(figures, f -> f.gross().gainedM2()))
        .km2(area(figures, f -> f.gross().lostM2()))
        .km2(area(figures, f -> f.reclassified().gainedM2()))
        .km2(area(figures, f -> f.reclassified().lostM2()))
        .km2(area(figures, Figures::newGroundM2))
        .add(share(figures.map(Figures::opening), key.region()))
        .add(share(figures.map(Figures::closing), key.region()))
        .km2(area(figures, f -> f.closing().borderMismatchM2()))
        .add(states.coverage().word());
    addBand(values, delta.band());
    return values
        .km2(delta.churn().map(Churn::areaM2))
        .add(delta.churn().map(Churn::heldDays).orElse(OptionalDouble.empty()))
        .km2(delta.noise().map(noise -> noise.gainedM2() + noise.lostM2()))
        .km2(delta.noise().map(Change::gainedM2))
        .km2(delta.noise().map(Change::lostM2))
        .add(figures.map(f -> delta.breaks().count()))
        .add(words(delta.breaks()))
        .km2(area(figures, f -> delta.breaks().areaM2()))
        .km2(delta.netWithoutBreaksM2())
        .add(figures.map(f -> delta.breaks().parting()))
        .km2(figures.map(f -> delta.details().boundM2()))
        .add(key.period().kind().word())
        .toRow();
  }

  /** As an array column takes them. */
  private static Object words(FigureBreaks breaks) {
    return breaks.kinds().stream().map(BreakKind::word).toArray();
  }

  private static FigureBreaks breaks(Row row, Optional<Figures> figures) {
    List<String> words = row.getList(row.fieldIndex("break_kinds"));
    return figures
        .map(
            found ->
                new FigureBreaks(
                    RowValues.integer(row, "breaks"),
                    words.stream()
                        .map(BreakKind::parse)
                        .collect(Collectors.toCollection(TreeSet::new)),
                    RowValues.m2(row, "break_km2"),
                    found.netM2() - RowValues.m2(row, "net_without_breaks_km2"),
                    row.<Boolean>getAs("parted_by_break")))
        .orElse(FigureBreaks.NONE);
  }

  private static void addBand(RowValues values, Optional<NetBand> band) {
    values
        .add(band.map(NetBand::lagDays))
        .add(band.map(NetBand::daysWithoutMap))
        .km2(band.map(found -> found.net().lowM2()))
        .km2(band.map(found -> found.net().highM2()))
        .add(band.flatMap(NetBand::widest).map(BandPart::word));
    for (BandPart part : BandPart.values()) {
      Optional<AreaRange> range = band.flatMap(found -> found.part(part));
      values.km2(range.map(AreaRange::lowM2)).km2(range.map(AreaRange::highM2));
    }
  }

  static Optional<Integer> observedDays(AreaDelta.States states) {
    return states
        .opening()
        .flatMap(
            opening ->
                states
                    .closing()
                    .map(c -> (int) ChronoUnit.DAYS.between(opening.mapDate(), c.mapDate())));
  }

  private static Optional<Long> area(Optional<Figures> figures, ToLongFunction<Figures> measure) {
    return figures.map(measure::applyAsLong);
  }

  static Optional<Double> perDay(Optional<Figures> figures, Optional<Integer> observedDays) {
    return figures.flatMap(
        f -> observedDays.filter(days -> days > 0).map(days -> SquareKm.fromM2(f.netM2()) / days));
  }

  private static OptionalDouble share(Optional<Stock> stock, RegionFacts region) {
    return stock.map(s -> s.shareOf(region)).orElse(OptionalDouble.empty());
  }

  @Override
  public AreaDelta fromRow(Row row) {
    var region =
        new RegionFacts(
            new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
            RowValues.text(row, "region_name"),
            RowValues.optionalText(row, "country").orElse(""),
            0,
            List.of(),
            false);
    var period =
        new Period(
            PeriodKind.parse(RowValues.text(row, "period_kind")),
            RowValues.text(row, "period_id"),
            RowValues.date(row, "first_day"),
            RowValues.date(row, "last_day"));
    var key =
        new AreaDelta.Key(
            RowValues.text(row, "source_id"),
            RowValues.text(row, "side"),
            RowValues.text(row, "layer_set"),
            region,
            period);
    var states =
        new AreaDelta.States(
            Coverage.parse(RowValues.text(row, "coverage")),
            state(row, "opening"),
            state(row, "closing"));
    Optional<Figures> figures =
        RowValues.optionalM2(row, "opening_km2").map(opening -> figures(row, opening));
    Optional<Change> noise =
        RowValues.optionalM2(row, "noise_gained_km2")
            .map(gained -> new Change(gained, lostNoise(row)));
    long bound = RowValues.optionalM2(row, "rounding_bound_km2").orElse(0L);
    return new AreaDelta(
        key,
        states,
        figures,
        new AreaDelta.Details(band(row), churn(row), noise, breaks(row, figures), bound));
  }

  private static long lostNoise(Row row) {
    return RowValues.optionalM2(row, "noise_lost_km2")
        .orElseThrow(
            () -> new IllegalArgumentException("Cannot read noise: noise_lost_km2 is missing"));
  }

  private static Optional<NetBand> band(Row row) {
    SortedMap<BandPart, AreaRange> parts = new TreeMap<>();
    for (BandPart part : BandPart.values()) {
      Optional<Long> low = RowValues.optionalM2(row, column(part, "low"));
      Optional<Long> high = RowValues.optionalM2(row, column(part, "high"));
      if (low.isPresent() != high.isPresent()) {
        throw new IllegalArgumentException(
            "Cannot read the band's part " + part.word() + ": it has one end only");
      }
      low.ifPresent(least -> parts.put(part, new AreaRange(least, high.get())));
    }
    return RowValues.optionalInteger(row, "band_lag_days")
        .map(
            lagDays ->
                new NetBand(
                    lagDays,
                    RowValues.optionalInteger(row, "band_days_without_map").orElse(-1),
                    parts));
  }

  private static String column(BandPart part, String end) {
    return "net_" + part.columnWord() + "_" + end + "_km2";
  }

  private static Optional<Churn> churn(Row row) {
    return RowValues.optionalM2(row, "churn_km2")
        .map(area -> new Churn(area, RowValues.optionalDouble(row, "churn_held_days")));
  }

  private static Figures figures(Row row, long openingM2) {
    return new Figures(
        new Stock(openingM2, 0),
        new Stock(RowValues.m2(row, "closing_km2"), RowValues.m2(row, "border_mismatch_km2")),
        change(row, "gained_km2", "lost_km2"),
        change(row, "gross_gained_km2", "gross_lost_km2"),
        change(row, "reclassified_in_km2", "reclassified_out_km2"));
  }

  private static Change change(Row row, String gained, String lost) {
    return new Change(RowValues.m2(row, gained), RowValues.m2(row, lost));
  }

  static Optional<MapState> state(Row row, String end) {
    Optional<LocalDate> mapDate = RowValues.optionalDate(row, end + "_map_date");
    return mapDate.map(date -> new MapState(date, RowValues.integer(row, end + "_staleness_days")));
  }
}
