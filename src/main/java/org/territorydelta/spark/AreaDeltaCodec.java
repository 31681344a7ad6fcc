package org.territorydelta.spark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Row;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.AreaDelta.Figures;
import org.territorydelta.model.AreaDelta.Stock;
import org.territorydelta.model.Coverage;
import org.territorydelta.model.MapState;
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
    return new RowValues(table())
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
        .km2(area(figures, f -> f.opening().areaDm2()))
        .km2(area(figures, f -> f.closing().areaDm2()))
        .km2(area(figures, f -> f.change().gainedDm2()))
        .km2(area(figures, f -> f.change().lostDm2()))
        .km2(area(figures, Figures::netDm2))
        .add(perDay(figures, observed))
        .km2(area(figures, f -> f.gross().gainedDm2()))
        .km2(area(figures, f -> f.gross().lostDm2()))
        .km2(area(figures, f -> f.reclassified().gainedDm2()))
        .km2(area(figures, f -> f.reclassified().lostDm2()))
        .km2(area(figures, Figures::newGroundDm2))
        .add(share(figures.map(Figures::opening), key.region()))
        .add(share(figures.map(Figures::closing), key.region()))
        .km2(area(figures, f -> f.closing().borderMismatchDm2()))
        .add(states.coverage().word())
        .add(key.period().kind().word())
        .toRow();
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
        f ->
            observedDays.filter(days -> days > 0).map(days -> SquareKm.fromDm2(f.netDm2()) / days));
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
        RowValues.optionalDm2(row, "opening_km2").map(opening -> figures(row, opening));
    return new AreaDelta(key, states, figures);
  }

  private static Figures figures(Row row, long openingDm2) {
    return new Figures(
        new Stock(openingDm2, 0),
        new Stock(RowValues.dm2(row, "closing_km2"), RowValues.dm2(row, "border_mismatch_km2")),
        change(row, "gained_km2", "lost_km2"),
        change(row, "gross_gained_km2", "gross_lost_km2"),
        change(row, "reclassified_in_km2", "reclassified_out_km2"));
  }

  private static Change change(Row row, String gained, String lost) {
    return new Change(RowValues.dm2(row, gained), RowValues.dm2(row, lost));
  }

  private static Optional<MapState> state(Row row, String end) {
    Optional<LocalDate> mapDate = RowValues.optionalDate(row, end + "_map_date");
    return mapDate.map(date -> new MapState(date, RowValues.integer(row, end + "_staleness_days")));
  }
}
