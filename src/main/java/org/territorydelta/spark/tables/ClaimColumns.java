package org.territorydelta.spark.tables;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.territorydelta.spark.tables.Column.date;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.RegionFacts;

/** The columns that a claim has in every table whose rows are of one. */
final class ClaimColumns {
  /** Of a record that is about a claim. */
  static <T> List<Column<T>> of(Function<T, Claim> claim) {
    return Column.joined(
        List.of(
            text("claim_id", "The claim.", t -> claim.apply(t).key().id()),
            text(
                "group_id",
                "The statement it is a form or reprint of; its own id where none is known.",
                t -> claim.apply(t).key().groupId()),
            text("claimant", "Who made the statement.", t -> claim.apply(t).statement().claimant()),
            text(
                "claimant_role",
                "The claimant's office; empty when not given.",
                t -> claim.apply(t).statement().role()),
            date("statement_date", "When it was made.", t -> claim.apply(t).statement().date()),
            text(
                "stated_where",
                "Where it can be read; empty when not given.",
                t -> claim.apply(t).statement().place()),
            text("side", "Whose ground it is of.", t -> claim.apply(t).subject().side())),
        RegionColumns.of(t -> claim.apply(t).subject().region()),
        List.of(
            orNull(
                km2(
                    "denominator_km2",
                    "What percent are of: the area the config states, or the region's; null for ALL and UNASSIGNED.",
                    t ->
                        Optional.of(claim.apply(t).subject().region().denominator().areaM2())
                            .filter(area -> area > 0))),
            orNull(
                text(
                    "speaks_of_source",
                    "The source of maps it speaks of; null for none.",
                    t -> claim.apply(t).subject().sourceId())),
            orNull(
                text(
                    "stated_layer_set",
                    "The layer set it states; null for none.",
                    t -> claim.apply(t).subject().layerSet())),
            text(
                "includes_contested",
                "yes, no, or empty when it does not say.",
                t -> claim.apply(t).subject().contested().word()),
            flag(
                "verified",
                "Whether it was verified independently, as the file has it.",
                t -> claim.apply(t).subject().verified()),
            text(
                "quantity_type",
                "control_stock, gross_gain, gross_loss, net_change, rate_per_day, advance_distance, settlement_count.",
                t -> claim.apply(t).amount().quantity().word()),
            text(
                "stated",
                "The number as it was given, with its digits; or two of them.",
                t -> claim.apply(t).amount().stated().toString()),
            number(
                "value_low",
                "",
                "The number as it was given, or the lower of two.",
                t -> claim.apply(t).amount().stated().low().doubleValue()),
            number(
                "value_high",
                "",
                "The number as it was given, or the higher of two.",
                t -> claim.apply(t).amount().stated().high().doubleValue()),
            text(
                "unit",
                "The unit it was given in: km2, sq_mi, ha, percent, km, mi, count.",
                t -> claim.apply(t).amount().unit().word()),
            integer(
                "significant_digits",
                "How many digits it was given with.",
                t -> claim.apply(t).amount().stated().significantDigits()),
            text(
                "qualifier",
                "How it is hedged; see the list of qualifiers.",
                t -> claim.apply(t).amount().qualifier().word()),
            orNull(
                date(
                    "first_day",
                    "First day it speaks of; null for what is held on a day.",
                    t -> claim.apply(t).time().firstDay())),
            date(
                "last_day",
                "Last day it speaks of, or the day at whose end it is held.",
                t -> claim.apply(t).time().lastDay()),
            texts(
                "inferred",
                "Which of first_day, last_day and as_of nobody stated.",
                t ->
                    claim.apply(t).time().inferred().stream()
                        .map(ClaimTime.Inferred::word)
                        .toArray()),
            orNull(
                text(
                    "supersedes",
                    "The claim whose place it takes; null for none.",
                    t -> claim.apply(t).supersedes())),
            text(
                "reckoned_in",
                "The unit of the following numbers: km2, km or count.",
                t -> claim.apply(t).amount().quantity().dimension().reckonedIn().word()),
            orNull(
                number(
                    "claimed_low",
                    "",
                    "Least that the number stands for; see the qualifiers. Null where it is open.",
                    t -> low(claim.apply(t).range()))),
            orNull(
                number(
                    "claimed_value",
                    "",
                    "The number; halfway between two.",
                    t -> value(claim.apply(t).range()))),
            orNull(
                number(
                    "claimed_high",
                    "",
                    "Most that the number stands for; null where it is open.",
                    t -> high(claim.apply(t).range())))));
  }

  private ClaimColumns() {}

  static Optional<Double> low(Optional<ValueRange> range) {
    return part(range, ValueRange::low);
  }

  static Optional<Double> value(Optional<ValueRange> range) {
    return part(range, ValueRange::value);
  }

  static Optional<Double> high(Optional<ValueRange> range) {
    return part(range, ValueRange::high);
  }

  /** Tables have no infinite numbers: an open end is null. */
  private static Optional<Double> part(
      Optional<ValueRange> range, ToDoubleFunction<ValueRange> part) {
    return range.map(part::applyAsDouble).filter(number -> !number.isInfinite());
  }

  /** Low, value and high under a common start of their names. */
  static Optional<ValueRange> range(Row row, String start) {
    return RowValues.optionalNumber(row, start + "_value")
        .map(
            value ->
                new ValueRange(
                    RowValues.optionalNumber(row, start + "_low").orElse(NEGATIVE_INFINITY),
                    value,
                    RowValues.optionalNumber(row, start + "_high").orElse(POSITIVE_INFINITY)));
  }

  private static RegionFacts region(Row row) {
    RegionFacts region = RegionColumns.region(row);
    long whole = RowValues.optionalM2(row, "denominator_km2").orElse(0L);
    return whole == region.areaM2() ? region : region.with(new Denominator(whole, "config"));
  }

  static Claim claim(Row row) {
    var statement =
        new Claim.Statement(
            RowValues.text(row, "claimant"),
            RowValues.text(row, "claimant_role"),
            RowValues.date(row, "statement_date"),
            RowValues.text(row, "stated_where"));
    var subject =
        new Claim.Subject(
            RowValues.text(row, "side"),
            region(row),
            RowValues.optionalText(row, "speaks_of_source"),
            RowValues.optionalText(row, "stated_layer_set"),
            Claim.Contested.parse(RowValues.text(row, "includes_contested")),
            row.getAs("verified"));
    var amount =
        new Claim.Amount(
            QuantityType.parse(RowValues.text(row, "quantity_type")),
            StatedValue.parse(RowValues.text(row, "stated")),
            MeasureUnit.named(RowValues.text(row, "unit")).orElseThrow(),
            Qualifier.parse(RowValues.text(row, "qualifier")));
    List<String> inferred = row.getList(row.fieldIndex("inferred"));
    return new Claim(
        new Claim.Key(RowValues.text(row, "claim_id"), RowValues.text(row, "group_id")),
        statement,
        subject,
        amount,
        new ClaimTime(
            RowValues.optionalDate(row, "first_day"),
            RowValues.date(row, "last_day"),
            inferred.stream().map(ClaimTime.Inferred::parse).collect(Collectors.toSet())),
        RowValues.optionalText(row, "supersedes"));
  }
}
