package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.days;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.share;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.texts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Churn;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;

/**
 * {@link AreaDelta} as a row. Columns that follow from others (net, rates, shares, days) are
 * written for the reader and left aside on the way back; so is the border mismatch of the opening,
 * which has no column.
 */
public final class AreaDeltaTable extends Table<AreaDelta> {
  AreaDeltaTable() {
    super(
        "area_delta",
        "What one side gained and lost in one region over one period, by one source and layer set. A region has rows for a side if the source ever gave it ground there.",
        List.of("source_id", "side", "layer_set", "level", "region_id", "period_kind", "period_id"),
        List.of("period_kind"),
        List.of(
            text("source_id", "The source.", d -> d.key().sourceId()),
            text("side", "The side.", d -> d.key().side()),
            text(
                "layer_set",
                "The statuses that count as controlled, by the config's name for them.",
                d -> d.key().layerSet()),
            text("region_id", "The region.", d -> d.key().region().id().id()),
            integer("level", "The region's level.", d -> d.key().region().id().level()),
            text(
                "period_id",
                "2024-08-12, 2024-W33, 2024-08, 2024-Q3, 2024, the last of 28 days, all, or the given name.",
                d -> d.key().period().id()),
            text("region_name", "The region's name.", d -> d.key().region().name()),
            orNull(
                text(
                    "country",
                    "The region's country; null for ALL and UNASSIGNED, and where the regions file knows none.",
                    d -> RegionColumns.country(d.key().region()))),
            date("first_day", "First day of the period.", d -> d.key().period().firstDay()),
            date("last_day", "Last day of the period, included.", d -> d.key().period().lastDay()),
            days("days", "Days of the period.", d -> d.key().period().days()),
            orNull(
                date(
                    "opening_map_date",
                    "Map that stands for the day before the first; null where there is none.",
                    d -> d.states().opening().map(MapState::mapDate))),
            orNull(
                date(
                    "closing_map_date",
                    "Map that stands for the last day; null where there is none.",
                    d -> d.states().closing().map(MapState::mapDate))),
            orNull(
                days(
                    "opening_staleness_days",
                    "Age of the opening map on its day; negative where the first map inside the period stands in.",
                    d -> d.states().opening().map(MapState::stalenessDays))),
            orNull(
                days(
                    "closing_staleness_days",
                    "Age of the closing map on its day.",
                    d -> d.states().closing().map(MapState::stalenessDays))),
            orNull(
                days(
                    "observed_days",
                    "Days from the opening to the closing map, which the figures really span.",
                    d -> observedDays(d.states()))),
            orNull(
                km2(
                    "opening_km2",
                    "Ground held at the opening.",
                    d -> area(d, f -> f.opening().areaM2()))),
            orNull(
                km2(
                    "closing_km2",
                    "Ground held at the closing.",
                    d -> area(d, f -> f.closing().areaM2()))),
            orNull(
                km2(
                    "gained_km2",
                    "Ground held at the closing and not at the opening.",
                    d -> area(d, f -> f.change().gainedM2()))),
            orNull(
                km2(
                    "lost_km2",
                    "Ground held at the opening and not at the closing.",
                    d -> area(d, f -> f.change().lostM2()))),
            orNull(
                km2("net_km2", "closing - opening = gained - lost.", d -> area(d, Figures::netM2))),
            new Column<>(
                "net_km2_per_day",
                DataTypes.DoubleType,
                true,
                "km²/day",
                "net_km2 over observed_days; null when that is 0.",
                d -> perDay(d.figures(), observedDays(d.states()))),
            orNull(
                km2(
                    "gross_gained_km2",
                    "Gained, summed over every pair of consecutive maps: ground taken, lost and retaken counts each time.",
                    d -> area(d, f -> f.gross().gainedM2()))),
            orNull(
                km2(
                    "gross_lost_km2",
                    "Lost, summed in the same way.",
                    d -> area(d, f -> f.gross().lostM2()))),
            orNull(
                km2(
                    "reclassified_in_km2",
                    "The part of gained that the side held before under a status outside the layer set.",
                    d -> area(d, f -> f.reclassified().gainedM2()))),
            orNull(
                km2(
                    "reclassified_out_km2",
                    "The part of lost that the side holds still under such a status.",
                    d -> area(d, f -> f.reclassified().lostM2()))),
            orNull(
                km2(
                    "new_ground_km2",
                    "gained - reclassified_in.",
                    d -> area(d, Figures::newGroundM2))),
            orNull(
                share(
                    "opening_share",
                    "At the opening, ground inside the region's own border over the region's area, or all ground over the area the config states; see region.denominator_km2. Null for ALL and UNASSIGNED.",
                    d -> shareOf(d, Figures::opening))),
            orNull(
                share(
                    "closing_share",
                    "The same at the closing.",
                    d -> shareOf(d, Figures::closing))),
            orNull(
                km2(
                    "border_mismatch_km2",
                    "The part of closing_km2 outside the region's own border.",
                    d -> area(d, f -> f.closing().borderMismatchM2()))),
            text(
                "coverage",
                "full, partial or none; with none there are no figures.",
                d -> d.states().coverage().word()),
            orNull(
                days(
                    "band_lag_days",
                    "By how many days, at most, the period's ends are shifted for its band; null where there is none: without figures, for days and weeks, where parted_by_break, and where the map at an end is staler on its day than max-staleness-days.",
                    d -> d.band().map(NetBand::lagDays))),
            orNull(
                days(
                    "band_days_without_map",
                    "Of the days that the ends are shifted to, how many no map stands for; with any, lag and jitter are narrower than they might be. Ends are not shifted over a break either.",
                    d -> d.band().map(NetBand::daysWithoutMap))),
            orNull(
                km2(
                    "net_low_km2",
                    "The band of net_km2: the least of its parts' lows.",
                    d -> d.band().map(found -> found.net().lowM2()))),
            orNull(
                km2(
                    "net_high_km2",
                    "The band of net_km2: the most of its parts' highs.",
                    d -> d.band().map(found -> found.net().highM2()))),
            orNull(
                text(
                    "band_widest_part",
                    "The widest part of the band: lag, jitter, noise, sources or layer-sets; of two equal ones the first of these. Null where the band has no width.",
                    d -> d.band().flatMap(NetBand::widest).map(BandPart::word))),
            orNull(
                km2(
                    "net_lag_low_km2",
                    "Least net with opening and closing shifted together, by up to band_lag_days either way.",
                    d -> low(d, BandPart.LAG))),
            orNull(km2("net_lag_high_km2", "Largest net of the same.", d -> high(d, BandPart.LAG))),
            orNull(
                km2(
                    "net_jitter_low_km2",
                    "Least net with opening and closing each shifted by itself, by up to band_lag_days either way, the opening before the closing.",
                    d -> low(d, BandPart.JITTER))),
            orNull(
                km2(
                    "net_jitter_high_km2",
                    "Largest net of the same.",
                    d -> high(d, BandPart.JITTER))),
            orNull(
                km2(
                    "net_noise_low_km2",
                    "net_km2 less what is redraw noise in gained; null where noise was not looked for.",
                    d -> low(d, BandPart.NOISE))),
            orNull(
                km2(
                    "net_noise_high_km2",
                    "net_km2 and what is redraw noise in lost.",
                    d -> high(d, BandPart.NOISE))),
            orNull(
                km2(
                    "net_sources_low_km2",
                    "Least net of all sources that cover the period fully, for the same side, layer set and region; null where this source does not or no other does.",
                    d -> low(d, BandPart.SOURCES))),
            orNull(
                km2(
                    "net_sources_high_km2",
                    "Largest net of the same.",
                    d -> high(d, BandPart.SOURCES))),
            orNull(
                km2(
                    "net_layer_sets_low_km2",
                    "Least net of the layer sets of this source that share a status with this one, itself included; null where no other does.",
                    d -> low(d, BandPart.LAYER_SETS))),
            orNull(
                km2(
                    "net_layer_sets_high_km2",
                    "Largest net of the same.",
                    d -> high(d, BandPart.LAYER_SETS))),
            orNull(
                km2(
                    "churn_km2",
                    "Ground that came and went, or went and came back, within the period, each point counted once; at most gross_gained - gained, which counts it each time. For months and named periods; null where it was not looked for.",
                    d -> d.churn().map(Churn::areaM2))),
            new Column<>(
                "churn_held_days",
                DataTypes.DoubleType,
                true,
                "days",
                "Days from one change of hands of that ground to the next, by map dates: the mean, weighted by area; null without churn.",
                d -> d.churn().map(Churn::heldDays).orElse(OptionalDouble.empty())),
            orNull(
                km2(
                    "noise_km2",
                    "The part of gained and of lost that is redraw noise; null where it was not looked for. No other figure is altered by it.",
                    d -> d.noise().map(noise -> noise.gainedM2() + noise.lostM2()))),
            orNull(
                km2(
                    "noise_gained_km2",
                    "The part of gained that is redraw noise.",
                    d -> d.noise().map(Change::gainedM2))),
            orNull(
                km2(
                    "noise_lost_km2",
                    "The part of lost that is redraw noise.",
                    d -> d.noise().map(Change::lostM2))),
            orNull(
                integer(
                    "breaks",
                    "Breaks of the series between the two maps: rows of series_break of this side, or of ALL, that begin or end there in a step in which some of this row's ground came or went; kinds that do not break figures (batch-release, block-reclassification) and breaks that are left out (excluded) do not count. Null without figures.",
                    d -> d.figures().map(f -> d.breaks().count()))),
            texts(
                "break_kinds",
                "Their kinds, each once; series_break has the days and areas.",
                d -> d.breaks().kinds().stream().map(BreakKind::word).toArray()),
            orNull(
                km2(
                    "break_km2",
                    "Ground of this row that came or went in the steps from map to map in which they begin or end, each step once, with whatever else moved in it; only steps of which the breaks are half or more of all that the side gained and lost, since without any other the net would be farther off than with it.",
                    d -> area(d, f -> d.breaks().areaM2()))),
            orNull(
                km2(
                    "net_without_breaks_km2",
                    "net_km2 less what came and went in those steps, in every region of the side alike: the nets of the other pairs of consecutive maps, added. It adds up over regions and along periods as net_km2 does; equal to it where there are no breaks.",
                    d -> d.netWithoutBreaksM2())),
            orNull(
                flag(
                    "parted_by_break",
                    "Whether one of these has changed one of the two maps and not the other, so that net_km2 compares maps that do not compare: no band, no claim is weighed by it. A dropout or spike that begins and ends between the maps leaves net_km2 as it is and gross figures not. Null without figures.",
                    d -> d.figures().map(f -> d.breaks().parting()))),
            orNull(
                km2(
                    "rounding_bound_km2",
                    "Bound, not estimate: how far roundings, noding and closing can have moved any figure of the period, in all regions together. Says nothing of how right the map is.",
                    d -> d.figures().map(f -> d.details().boundM2()))),
            text(
                "period_kind",
                "day, week, month, quarter, year, rolling-28-day, all, named.",
                d -> d.key().period().kind().word())));
  }

  private static Optional<Long> area(AreaDelta delta, ToLongFunction<Figures> measure) {
    return delta.figures().map(measure::applyAsLong);
  }

  private static OptionalDouble shareOf(AreaDelta delta, Function<Figures, Stock> stock) {
    return delta
        .figures()
        .map(figures -> stock.apply(figures).shareOf(delta.key().region()))
        .orElse(OptionalDouble.empty());
  }

  private static Optional<Long> low(AreaDelta delta, BandPart part) {
    return delta.band().flatMap(band -> band.part(part)).map(AreaRange::lowM2);
  }

  private static Optional<Long> high(AreaDelta delta, BandPart part) {
    return delta.band().flatMap(band -> band.part(part)).map(AreaRange::highM2);
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

  static Optional<Integer> observedDays(AreaDelta.States states) {
    return states
        .opening()
        .flatMap(
            opening ->
                states
                    .closing()
                    .map(c -> (int) ChronoUnit.DAYS.between(opening.mapDate(), c.mapDate())));
  }

  static Optional<Double> perDay(Optional<Figures> figures, Optional<Integer> observedDays) {
    return figures.flatMap(
        f -> observedDays.filter(days -> days > 0).map(days -> SquareKm.fromM2(f.netM2()) / days));
  }

  @Override
  public AreaDelta fromRow(Row row) {
    RegionFacts region = RegionColumns.region(row, 0);
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
