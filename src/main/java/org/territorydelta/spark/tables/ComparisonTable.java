package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.days;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.number;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.texts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.ComparisonRow.Definition;
import org.territorydelta.model.claim.ComparisonRow.End;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.MeasureUnit.Dimension;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** {@link ComparisonRow} as a row. */
public final class ComparisonTable extends Table<ComparisonRow> {
  private static final double SQUARE_MILE_KM2 = MeasureUnit.SQUARE_MILE.factor(0).getAsDouble();

  ComparisonTable() {
    super(
        "comparison",
        "Two figures side by side, as the config pairs them: what they are, their ratio, and whether they may be compared.",
        List.of("comparison_id"),
        List.of(),
        Column.joined(
            List.of(
                text(
                    "comparison_id",
                    "The pair, by its id in the config; of a pair of claims also as each source measures it, with on and the source.",
                    c -> c.id())),
            end("left", ComparisonRow::left),
            end("right", ComparisonRow::right),
            List.of(
                orNull(number("ratio", "", "left over right.", c -> c.ratio())),
                orNull(
                    number(
                        "ratio_per_day",
                        "",
                        "left over right, each over its days.",
                        c -> c.ratioPerDay())),
                orNull(
                    number(
                        "difference",
                        "",
                        "left - right, in km2, km or count.",
                        c -> c.difference())),
                flag(
                    "comparable",
                    "Whether the two may be held against each other: PERIOD_LENGTH, SOURCE and STALENESS do not keep them apart.",
                    c -> c.comparable()),
                texts(
                    "reasons",
                    "Why not, or what is to be known of it; see the list of reasons.",
                    c -> ClaimAssessmentTable.names(c.reasons())),
                orNull(
                    number(
                        "ratio_low",
                        "",
                        "Least that the ratio may be by both ends; null where an end is open or the right may be zero.",
                        c -> c.ratioLow())),
                orNull(
                    number("ratio_high", "", "Most that it may be, likewise.", c -> c.ratioHigh())),
                text(
                    "grade",
                    "same thing; same kind, other place (or side); different kinds.",
                    c -> c.grade().word()),
                text("sentence", "The comparison in plain words.", c -> c.sentence()))));
  }

  private static List<Column<ComparisonRow>> end(String end, Function<ComparisonRow, End> which) {
    return List.of(
        text(end + "_kind", "claim or measurement.", c -> which.apply(c).kind().word()),
        text(
            end + "_reference",
            "The claim's id, or the source's.",
            c -> which.apply(c).reference()),
        text(end + "_side", "Whose ground.", c -> which.apply(c).definition().side()),
        text(end + "_region_id", "Where.", c -> which.apply(c).definition().region().id().id()),
        integer(
            end + "_level",
            "The region's level.",
            c -> which.apply(c).definition().region().id().level()),
        text(
            end + "_region_name",
            "The region's name.",
            c -> which.apply(c).definition().region().name()),
        orNull(
            text(
                end + "_country",
                "The region's country; null for ALL.",
                c -> RegionColumns.country(which.apply(c).definition().region()))),
        text(
            end + "_quantity_type",
            "What kind of quantity.",
            c -> which.apply(c).definition().quantity().word()),
        text(
            end + "_layer_set",
            "By which statuses; empty for a claim that states none.",
            c -> which.apply(c).definition().layerSet()),
        orNull(
            date(
                end + "_first_day",
                "First day; null for what is held on a day.",
                c -> which.apply(c).definition().time().firstDay())),
        date(
            end + "_last_day",
            "Last day, or the day at whose end it is held.",
            c -> which.apply(c).definition().time().lastDay()),
        texts(
            end + "_inferred",
            "Which of first_day, last_day and as_of nobody stated.",
            c ->
                which.apply(c).definition().time().inferred().stream()
                    .map(ClaimTime.Inferred::word)
                    .toArray()),
        orNull(
            days(
                end + "_days",
                "Days it is spread over: claimed, or observed by the maps.",
                c -> which.apply(c).days())),
        text(
            end + "_coverage",
            "Of a measurement; full for a claim.",
            c -> which.apply(c).coverage().word()),
        text(
            end + "_reckoned_in",
            "km2, km or count.",
            c -> which.apply(c).definition().quantity().dimension().reckonedIn().word()),
        orNull(
            number(
                end + "_low",
                "",
                "Least it stands for.",
                c -> ClaimColumns.low(which.apply(c).range()))),
        orNull(
            number(
                end + "_value",
                "",
                "The figure.",
                c -> ClaimColumns.value(which.apply(c).range()))),
        orNull(
            number(
                end + "_high",
                "",
                "Most it stands for.",
                c -> ClaimColumns.high(which.apply(c).range()))),
        orNull(
            km2(end + "_km2", "The figure; null where it is no area.", c -> area(which.apply(c)))),
        orNull(
            number(
                end + "_sq_mi",
                "sq mi",
                "The same in square miles.",
                c -> area(which.apply(c)).map(km2 -> km2 / SQUARE_MILE_KM2))),
        orNull(
            number(
                end + "_per_day", "", "The figure over its days.", c -> which.apply(c).perDay())));
  }

  private static Optional<Double> area(End end) {
    return end.range()
        .filter(range -> end.definition().quantity().dimension() == Dimension.AREA)
        .map(ValueRange::value);
  }

  @Override
  public ComparisonRow fromRow(Row row) {
    return new ComparisonRow(
        RowValues.text(row, "comparison_id"),
        end(row, "left"),
        end(row, "right"),
        ClaimAssessmentTable.reasons(row),
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
