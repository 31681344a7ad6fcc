package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.Claim.Amount;
import org.territorydelta.model.claim.Claim.Contested;
import org.territorydelta.model.claim.Claim.Statement;
import org.territorydelta.model.claim.Claim.Subject;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RejectionReason;

/**
 * Reads claims, one row a statement. Columns, with the other names they may go by: {@code
 * claim_id}, {@code group_id}, {@code claimant} ({@code publisher}), {@code claimant_role} ({@code
 * role}), {@code side}, {@code statement_date}, {@code source_url} ({@code where_published}),
 * {@code source_id}, {@code quantity_type}, {@code value} (or {@code value_low} and {@code
 * value_high}), {@code significant_digits}, {@code unit}, {@code qualifier}, {@code region_id}
 * ({@code region}), {@code first_day}, {@code last_day}, {@code as_of}, {@code layer_set}, {@code
 * includes_contested}, {@code verified}, {@code supersedes}. Days that are absent are put in as
 * {@link ClaimTime#of} says; a number without a qualifier is one that nobody called exact.
 */
public final class ClaimReader extends ReportReader<Claim> {
  private final Plausibility plausibility;

  /**
   * @param maxClaimedShare how many times a region's area a claim of ground in it may give
   */
  public ClaimReader(Collection<RegionFacts> regions, double maxClaimedShare) {
    this(regions, maxClaimedShare, RunConfig.Proposals.NONE);
  }

  /**
   * @param maxClaimedShare how many times a region's area a claim of ground in it may give
   * @param proposals which rows count that are only proposed
   */
  public ClaimReader(
      Collection<RegionFacts> regions, double maxClaimedShare, RunConfig.Proposals proposals) {
    super(RunConfig.Reports.CLAIMS, regions, proposals);
    this.plausibility = new Plausibility(maxClaimedShare);
  }

  @Override
  List<List<String>> neededColumns() {
    return List.of(
        List.of("claim_id"),
        List.of("claimant", "publisher"),
        List.of("side"),
        List.of("statement_date"),
        List.of("quantity_type"),
        List.of("value", "value_low"),
        List.of("unit"),
        List.of("region_id", "region"));
  }

  @Override
  String hint(Set<String> columns) {
    boolean dated = columns.stream().anyMatch(c -> c.matches("date|day|datum|time|timestamp"));
    boolean ofAreas = columns.stream().anyMatch(c -> c.matches("(.*_)?area(_.*)?|.*km2.*|.*km²"));
    return dated && ofAreas && !columns.contains("claim_id")
        ? "; it looks like a series of areas by day. A claim is a statement: give each figure a row"
            + " of its own, with quantity_type control_stock, the day as as_of, the area as value and"
            + " km2 as unit, the publisher as claimant, and a claim_id"
        : "";
  }

  @Override
  String id(Claim claim) {
    return claim.key().id();
  }

  @Override
  Optional<Claim> value(RowJudge row) {
    String id = row.text("claim_id");
    Optional<LocalDate> stated = row.date("statement_date");
    var statement =
        new Statement(
            row.text("claimant", "publisher"),
            row.optionalText("claimant_role", "role").orElse(""),
            stated.orElse(LocalDate.MIN),
            row.optionalText("source_url", "where_published").orElse(""));
    Optional<RegionFacts> region = row.region(regions());
    var subject =
        new Subject(
            row.text("side"),
            region.orElse(RegionFacts.ALL),
            row.optionalText("source_id"),
            row.optionalText("layer_set"),
            contested(row),
            row.flag("verified"));
    Optional<Amount> amount = amount(row);
    if (amount.isEmpty() || stated.isEmpty()) {
      // The reader asks a sound row only, and neither is absent from one.
      return Optional.empty();
    }
    region.ifPresent(known -> plausibility.check(row, amount.get(), known));
    Optional<ClaimTime> time = time(row, amount.get().quantity(), stated.get());
    return time.map(
        days ->
            new Claim(
                new Claim.Key(id, row.optionalText("group_id").orElse(id)),
                statement,
                subject,
                amount.get(),
                days,
                row.optionalText("supersedes")));
  }

  private static Contested contested(RowJudge row) {
    if (row.optionalText("includes_contested").isEmpty()) {
      return Contested.NOT_STATED;
    }
    return row.flag("includes_contested") ? Contested.INCLUDED : Contested.EXCLUDED;
  }

  private static Optional<Amount> amount(RowJudge row) {
    Optional<QuantityType> quantity =
        row.neededWord(
            "quantity_type",
            RejectionReason.UNKNOWN_WORD,
            text -> QuantityType.parse(RowJudge.oneSpelling(text, "_")));
    row.text("value", "value_low");
    Optional<StatedValue> value = row.statedValue();
    String unitWord = row.text("unit");
    Optional<MeasureUnit> unit = MeasureUnit.named(unitWord);
    if (unit.isEmpty() && !unitWord.isEmpty()) {
      row.fault(
          RejectionReason.UNKNOWN_UNIT,
          "unit='" + unitWord + "', expected one of " + MeasureUnit.words());
    }
    Qualifier qualifier = row.qualifier();
    if (quantity.isEmpty() || value.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    if (unit.get().dimension() != quantity.get().dimension()) {
      row.fault(
          RejectionReason.UNKNOWN_UNIT,
          "unit='" + unitWord + "' is none of " + quantity.get().word());
      return Optional.empty();
    }
    if (value.get().isNegative() && !quantity.get().isSigned()) {
      row.fault(RejectionReason.NEGATIVE_VALUE, quantity.get().word() + "='" + value.get() + "'");
      return Optional.empty();
    }
    return Optional.of(new Amount(quantity.get(), value.get(), unit.get(), qualifier));
  }

  private static Optional<ClaimTime> time(
      RowJudge row, QuantityType quantity, LocalDate statementDate) {
    var stated =
        new ClaimTime.Stated(
            row.optionalDate("first_day"), row.optionalDate("last_day"), row.optionalDate("as_of"));
    Optional<LocalDate> first = stated.firstDay();
    LocalDate last = stated.lastDay().or(stated::asOf).orElse(statementDate);
    if (first.isPresent() && last.isBefore(first.get())) {
      row.fault(
          RejectionReason.IMPOSSIBLE_DATE,
          "first_day " + first.get() + " is after " + last + ", the last");
      return Optional.empty();
    }
    ClaimTime time = ClaimTime.of(quantity, stated, statementDate);
    if (statementDate.isBefore(time.firstDay().orElse(time.lastDay()))) {
      row.fault(
          RejectionReason.IMPOSSIBLE_DATE,
          "statement_date " + statementDate + " is before what it speaks of");
    }
    return Optional.of(time);
  }
}
