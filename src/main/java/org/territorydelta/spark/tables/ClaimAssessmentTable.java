package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.days;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.number;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.texts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.MapState;

/** {@link ClaimAssessment} as a row. Whatever follows from the rest is written for the reader. */
public final class ClaimAssessmentTable extends Table<ClaimAssessment> {
  ClaimAssessmentTable() {
    super(
        "claim_assessment",
        "How each claim sits against each source and layer set that can speak to it, as it was known when it was made and as it is known now.",
        List.of("claim_id", "source_id", "layer_set", "known"),
        List.of(),
        Column.joined(
            ClaimColumns.of(ClaimAssessment::claim),
            List.of(
                text("source_id", "The source it is weighed against.", a -> a.against().sourceId()),
                text(
                    "layer_set",
                    "The layer set; * where it does not matter which.",
                    a -> a.against().layerSet()),
                text(
                    "known",
                    "as_known_then: by the files dated up to the statement; as_known_now: by all.",
                    a -> a.against().known().word()),
                flag(
                    "counted",
                    "Whether a count takes it: of one group against one source the earliest claim that can be compared, and none that was superseded.",
                    a -> a.counted()),
                text("label", "How it sits; see the list of labels.", a -> a.label().name()),
                texts(
                    "reasons",
                    "Why it cannot be compared, and what is to be known where it can; see the list of reasons. SERIES_BREAK: the source's series breaks between the maps, or on the map, by series_break; nets and gains are of the other steps from map to map, of anything else there is no measured number.",
                    a -> names(a.reasons())),
                orNull(
                    number(
                        "measured_low",
                        "",
                        "Least the measured may be, by shifted days and by redraw noise; null where it is not measured.",
                        a -> ClaimColumns.low(a.measured()))),
                orNull(
                    number(
                        "measured_value",
                        "",
                        "What the maps give for the whole of it, or null.",
                        a -> ClaimColumns.value(a.measured()))),
                orNull(
                    number(
                        "measured_high",
                        "",
                        "Most it may be, likewise; of a gross quantity up to the sum over all maps.",
                        a -> ClaimColumns.high(a.measured()))),
                orNull(
                    number(
                        "difference", "", "claimed_value - measured_value.", a -> a.difference())),
                orNull(
                    number(
                        "ratio",
                        "",
                        "claimed_value over measured_value; null over zero.",
                        a -> a.ratio())),
                orNull(
                    text(
                        "coverage",
                        "Of the claim's days by the source's maps: full, partial or none; null where nothing was looked up.",
                        a -> states(a).map(s -> s.coverage().word()))),
                orNull(
                    date(
                        "opening_map_date",
                        "Map that opens the period.",
                        a -> opening(a).map(MapState::mapDate))),
                orNull(
                    date(
                        "closing_map_date",
                        "Map that closes it, or stands for the day.",
                        a -> closing(a).map(MapState::mapDate))),
                orNull(
                    days(
                        "opening_staleness_days",
                        "Age of the opening map on its day.",
                        a -> opening(a).map(MapState::stalenessDays))),
                orNull(
                    days(
                        "closing_staleness_days",
                        "Age of the closing map on its day.",
                        a -> closing(a).map(MapState::stalenessDays))),
                orNull(
                    days(
                        "claimed_days",
                        "Days of the period claimed.",
                        a -> a.claim().time().days())),
                orNull(
                    days(
                        "covered_days",
                        "Days from the opening to the closing map.",
                        a -> a.measurement().flatMap(Measurement::coveredDays))),
                orNull(
                    number(
                        "covered_low",
                        "",
                        "As measured_low, where the maps cover a part only.",
                        a -> ClaimColumns.low(a.covered()))),
                orNull(
                    number(
                        "covered_value",
                        "",
                        "As measured_value, of that part.",
                        a -> ClaimColumns.value(a.covered()))),
                orNull(
                    number(
                        "covered_high",
                        "",
                        "As measured_high, of that part.",
                        a -> ClaimColumns.high(a.covered()))),
                orNull(
                    km2(
                        "opening_km2",
                        "What the side held at the opening of the period.",
                        a -> a.measurement().flatMap(Measurement::openingM2))),
                orNull(
                    km2(
                        "adjusted_km2",
                        "What was added to the figure for days that the maps miss, less what they show too much, by the neighbouring maps; null where the maps show the days well enough.",
                        a -> a.measurement().flatMap(Measurement::adjustedM2))),
                text(
                    "measured_side",
                    "Whose ground is measured: the claim's side, or with OTHER_SIDE the only one that the source draws there, whose losses are taken as gains.",
                    a -> a.measuredSide()),
                number(
                    "source_spread",
                    "",
                    "How far apart nets of two sources usually lie over so many days (the median): for the label the measured number is widened by it on both sides; 0 where it is of the source's own maps, or of a day.",
                    a -> a.beside().spread().usual()),
                number(
                    "source_spread_wide",
                    "",
                    "How far in four periods of five: a claim is strongly high or low only beyond the number widened by this.",
                    a -> a.beside().spread().wide()),
                orNull(
                    date(
                        "reached_on",
                        "Day of the first map on which what is held, or the net since the opening, reaches a claim that is above the measured.",
                        a -> a.beside().reachedOn())),
                orNull(
                    date(
                        "best_start",
                        "Where no first day is stated, the one since which the net comes nearest.",
                        a -> a.beside().bestStart())),
                orNull(
                    number(
                        "seven_day_value",
                        "",
                        "Of a period that is too short to be weighed, the figure of the seven days that end with it.",
                        a -> a.beside().ofSevenDays())))));
  }

  private static Optional<AreaDelta.States> states(ClaimAssessment assessment) {
    return assessment.measurement().map(Measurement::states);
  }

  private static Optional<MapState> opening(ClaimAssessment assessment) {
    return states(assessment).flatMap(AreaDelta.States::opening);
  }

  private static Optional<MapState> closing(ClaimAssessment assessment) {
    return states(assessment).flatMap(AreaDelta.States::closing);
  }

  /** The names of what keeps figures apart, as an array column takes them. */
  static Object names(Set<Incomparability> reasons) {
    return reasons.stream().map(Incomparability::name).toArray();
  }

  static Set<Incomparability> reasons(Row row) {
    List<String> names = row.getList(row.fieldIndex("reasons"));
    return names.stream().map(Incomparability::valueOf).collect(Collectors.toSet());
  }

  @Override
  public ClaimAssessment fromRow(Row row) {
    return new ClaimAssessment(
        ClaimColumns.claim(row),
        row.getAs("counted"),
        new ClaimAssessment.Against(
            RowValues.text(row, "source_id"),
            RowValues.text(row, "layer_set"),
            AsKnown.parse(RowValues.text(row, "known"))),
        RowValues.optionalText(row, "coverage").map(coverage -> measurement(row, coverage)),
        ClaimLabel.valueOf(RowValues.text(row, "label")),
        reasons(row),
        new ClaimAssessment.Beside(
            Optional.of(RowValues.text(row, "measured_side"))
                .filter(side -> !side.equals(RowValues.text(row, "side")))
                .orElse(""),
            new Spread(row.<Double>getAs("source_spread"), row.<Double>getAs("source_spread_wide")),
            RowValues.optionalDate(row, "reached_on"),
            RowValues.optionalDate(row, "best_start"),
            RowValues.optionalNumber(row, "seven_day_value")));
  }

  private static Measurement measurement(Row row, String coverage) {
    var states =
        new AreaDelta.States(
            Coverage.parse(coverage),
            AreaDeltaTable.state(row, "opening"),
            AreaDeltaTable.state(row, "closing"));
    Optional<ValueRange> range = ClaimColumns.range(row, "measured");
    return new Measurement(
        states,
        range.or(() -> ClaimColumns.range(row, "covered")),
        RowValues.optionalM2(row, "opening_km2"),
        reasons(row).contains(Incomparability.SERIES_BREAK),
        RowValues.optionalM2(row, "adjusted_km2"));
  }
}
