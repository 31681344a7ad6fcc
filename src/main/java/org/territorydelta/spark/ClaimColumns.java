package org.territorydelta.spark;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.territorydelta.spark.Column.date;
import static org.territorydelta.spark.Column.flag;
import static org.territorydelta.spark.Column.integer;
import static org.territorydelta.spark.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Claim;
import org.territorydelta.model.ClaimTime;
import org.territorydelta.model.Denominator;
import org.territorydelta.model.MeasureUnit;
import org.territorydelta.model.Qualifier;
import org.territorydelta.model.QuantityType;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.StatedValue;
import org.territorydelta.model.ValueRange;

/** The columns that a claim has in every table whose rows are of one. */
final class ClaimColumns {
  static final List<Column<Row>> ALL =
      Column.joined(
          List.of(
              text("claim_id", "The claim."),
              text(
                  "group_id",
                  "The statement it is a form or reprint of; its own id where none is known."),
              text("claimant", "Who made the statement."),
              text("claimant_role", "The claimant's office; empty when not given."),
              date("statement_date", "When it was made."),
              text("stated_where", "Where it can be read; empty when not given."),
              text("side", "Whose ground it is of.")),
          RegionColumns.ALL,
          List.of(
              Column.km2(
                      "denominator_km2",
                      "What percent are of: the area the config states, or the region's; null for ALL and UNASSIGNED.")
                  .orNull(),
              text("speaks_of_source", "The source of maps it speaks of; null for none.").orNull(),
              text("stated_layer_set", "The layer set it states; null for none.").orNull(),
              text("includes_contested", "yes, no, or empty when it does not say."),
              flag("verified", "Whether it was verified independently, as the file has it."),
              text(
                  "quantity_type",
                  "control_stock, gross_gain, gross_loss, net_change, rate_per_day, advance_distance, settlement_count."),
              text("stated", "The number as it was given, with its digits; or two of them."),
              Column.number("value_low", "", "The number as it was given, or the lower of two."),
              Column.number("value_high", "", "The number as it was given, or the higher of two."),
              text("unit", "The unit it was given in: km2, sq_mi, ha, percent, km, mi, count."),
              integer("significant_digits", "How many digits it was given with."),
              text("qualifier", "How it is hedged; see the list of qualifiers."),
              date("first_day", "First day it speaks of; null for what is held on a day.").orNull(),
              date("last_day", "Last day it speaks of, or the day at whose end it is held."),
              Column.texts("inferred", "Which of first_day, last_day and as_of nobody stated."),
              text("supersedes", "The claim whose place it takes; null for none.").orNull(),
              text("reckoned_in", "The unit of the following numbers: km2, km or count."),
              Column.number(
                      "claimed_low",
                      "",
                      "Least that the number stands for; see the qualifiers. Null where it is open.")
                  .orNull(),
              Column.number("claimed_value", "", "The number; halfway between two.").orNull(),
              Column.number(
                      "claimed_high", "", "Most that the number stands for; null where it is open.")
                  .orNull()));

  private ClaimColumns() {}

  static void add(RowValues row, Claim claim) {
    Claim.Subject subject = claim.subject();
    Claim.Amount amount = claim.amount();
    Optional<ValueRange> range = claim.range();
    row.add(claim.key().id())
        .add(claim.key().groupId())
        .add(claim.statement().claimant())
        .add(claim.statement().role())
        .add(claim.statement().date())
        .add(claim.statement().place())
        .add(subject.side());
    RegionColumns.add(row, subject.region())
        .km2(Optional.of(subject.region().denominator().areaM2()).filter(area -> area > 0))
        .add(subject.sourceId())
        .add(subject.layerSet())
        .add(subject.contested().word())
        .add(subject.verified())
        .add(amount.quantity().word())
        .add(amount.stated().toString())
        .add(amount.stated().low().doubleValue())
        .add(amount.stated().high().doubleValue())
        .add(amount.unit().word())
        .add(amount.stated().significantDigits())
        .add(amount.qualifier().word())
        .add(claim.time().firstDay())
        .add(claim.time().lastDay())
        .add((Object) claim.time().inferred().stream().map(ClaimTime.Inferred::word).toArray())
        .add(claim.supersedes())
        .add(amount.quantity().dimension().reckonedIn().word());
    addRange(row, range);
  }

  /** Low, value and high. */
  static void addRange(RowValues row, Optional<ValueRange> range) {
    row.add(part(range, ValueRange::low))
        .add(part(range, ValueRange::value))
        .add(part(range, ValueRange::high));
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
