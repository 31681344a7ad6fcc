package org.territorydelta.spark;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.AsKnown;
import org.territorydelta.model.ClaimAssessment;
import org.territorydelta.model.ClaimLabel;
import org.territorydelta.model.Coverage;
import org.territorydelta.model.Incomparability;
import org.territorydelta.model.MapState;
import org.territorydelta.model.Measurement;
import org.territorydelta.model.Spread;
import org.territorydelta.model.ValueRange;

/** {@link ClaimAssessment} as a row. Whatever follows from the rest is written for the reader. */
final class ClaimAssessmentCodec implements RowCodec<ClaimAssessment> {
  @Override
  public Table<?> table() {
    return ReportTables.CLAIM_ASSESSMENT;
  }

  @Override
  public Row toRow(ClaimAssessment assessment) {
    var row = new RowValues(table());
    ClaimColumns.add(row, assessment.claim());
    row.add(assessment.against().sourceId())
        .add(assessment.against().layerSet())
        .add(assessment.against().known().word())
        .add(assessment.counted())
        .add(assessment.label().name())
        .add(names(assessment.reasons()));
    ClaimColumns.addRange(row, assessment.measured());
    Optional<Measurement> measurement = assessment.measurement();
    Optional<AreaDelta.States> states = measurement.map(Measurement::states);
    Optional<MapState> opening = states.flatMap(AreaDelta.States::opening);
    Optional<MapState> closing = states.flatMap(AreaDelta.States::closing);
    row.add(assessment.difference())
        .add(assessment.ratio())
        .add(states.map(s -> s.coverage().word()))
        .add(opening.map(MapState::mapDate))
        .add(closing.map(MapState::mapDate))
        .add(opening.map(MapState::stalenessDays))
        .add(closing.map(MapState::stalenessDays))
        .add(assessment.claim().time().days())
        .add(measurement.flatMap(Measurement::coveredDays));
    ClaimColumns.addRange(row, assessment.covered());
    ClaimAssessment.Beside beside = assessment.beside();
    return row.km2(measurement.flatMap(Measurement::openingM2))
        .km2(measurement.flatMap(Measurement::adjustedM2))
        .add(assessment.measuredSide())
        .add(beside.spread().usual())
        .add(beside.spread().wide())
        .add(beside.reachedOn())
        .add(beside.bestStart())
        .add(beside.ofSevenDays())
        .toRow();
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
