package org.territorydelta.spark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.ClaimTime;
import org.territorydelta.model.ComparisonRow;
import org.territorydelta.model.ComparisonRow.Definition;
import org.territorydelta.model.ComparisonRow.End;
import org.territorydelta.model.ComparisonRow.EndKind;
import org.territorydelta.model.Coverage;
import org.territorydelta.model.MeasureUnit;
import org.territorydelta.model.MeasureUnit.Dimension;
import org.territorydelta.model.QuantityType;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.ValueRange;

/** {@link ComparisonRow} as a row. */
final class ComparisonCodec implements RowCodec<ComparisonRow> {
  @Override
  public Table<?> table() {
    return ReportTables.COMPARISON;
  }

  @Override
  public Row toRow(ComparisonRow comparison) {
    var row = new RowValues(table()).add(comparison.id());
    add(row, comparison.left());
    add(row, comparison.right());
    return row.add(comparison.ratio())
        .add(comparison.ratioPerDay())
        .add(comparison.difference())
        .add(comparison.comparable())
        .add(ClaimAssessmentCodec.names(comparison.reasons()))
        .add(comparison.ratioLow())
        .add(comparison.ratioHigh())
        .add(comparison.grade().word())
        .add(comparison.sentence())
        .toRow();
  }

  private static void add(RowValues row, End end) {
    Definition definition = end.definition();
    RegionFacts region = definition.region();
    Dimension dimension = definition.quantity().dimension();
    row.add(end.kind().word())
        .add(end.reference())
        .add(definition.side())
        .add(region.id().id())
        .add(region.id().level())
        .add(region.name())
        .add(Optional.of(region.country()).filter(country -> !country.isEmpty()))
        .add(definition.quantity().word())
        .add(definition.layerSet())
        .add(definition.time().firstDay())
        .add(definition.time().lastDay())
        .add((Object) definition.time().inferred().stream().map(ClaimTime.Inferred::word).toArray())
        .add(end.days())
        .add(end.coverage().word())
        .add(dimension.reckonedIn().word());
    ClaimColumns.addRange(row, end.range());
    Optional<Double> km2 =
        end.range().filter(range -> dimension == Dimension.AREA).map(ValueRange::value);
    OptionalDouble squareMile = MeasureUnit.SQUARE_MILE.factor(0);
    row.add(km2).add(km2.map(value -> value / squareMile.getAsDouble())).add(end.perDay());
  }

  @Override
  public ComparisonRow fromRow(Row row) {
    return new ComparisonRow(
        RowValues.text(row, "comparison_id"),
        end(row, "left"),
        end(row, "right"),
        ClaimAssessmentCodec.reasons(row),
        RowValues.text(row, "sentence"));
  }

  private static End end(Row row, String end) {
    var region =
        new RegionFacts(
            new RegionId(
                RowValues.text(row, end + "_region_id"), RowValues.integer(row, end + "_level")),
            RowValues.text(row, end + "_region_name"),
            RowValues.optionalText(row, end + "_country").orElse(""),
            0,
            List.of(),
            false);
    List<String> inferred = row.getList(row.fieldIndex(end + "_inferred"));
    var time =
        new ClaimTime(
            RowValues.optionalDate(row, end + "_first_day"),
            RowValues.date(row, end + "_last_day"),
            inferred.stream().map(ClaimTime.Inferred::parse).collect(Collectors.toSet()));
    var definition =
        new Definition(
            RowValues.text(row, end + "_side"),
            region,
            QuantityType.parse(RowValues.text(row, end + "_quantity_type")),
            RowValues.text(row, end + "_layer_set"),
            time);
    return new End(
        EndKind.parse(RowValues.text(row, end + "_kind")),
        RowValues.text(row, end + "_reference"),
        definition,
        ClaimColumns.range(row, end),
        RowValues.optionalInteger(row, end + "_days"),
        Coverage.parse(RowValues.text(row, end + "_coverage")));
  }
}
