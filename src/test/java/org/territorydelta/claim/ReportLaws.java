package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.territorydelta.claim.RegionDays.DayChanges;
import org.territorydelta.model.Violation;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimSummary;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.ComparisonRow.End;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.RegionTimelineDay;
import org.territorydelta.model.claim.RegionTimelineDay.AreaChange;
import org.territorydelta.model.claim.RegionTimelineDay.ClaimLine;
import org.territorydelta.model.claim.RegionTimelineDay.EventLine;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.model.claim.SettlementChange;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.RegionId;

/** The laws of the reports' tables that the tables themselves can prove. */
public final class ReportLaws {
  /**
   * What was written.
   *
   * @param changes what changed by region and day, by the transitions that were written
   * @param breaks of every source's series
   */
  public record Written(
      List<ClaimAssessment> assessments,
      List<ClaimSummary> summaries,
      List<ComparisonRow> comparisons,
      List<Reproduction> reproductions,
      List<ReportEvent> events,
      List<RegionTimelineDay> days,
      List<SettlementChange> settlementChanges,
      List<DayChanges> changes,
      List<SeriesBreak> breaks) {}

  private final Written written;
  private final Map<String, Claim> claims = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  private ReportLaws(Written written) {
    this.written = written;
  }

  /** What breaks a law; nothing when all hold. */
  public static List<Violation> check(Written written) {
    var laws = new ReportLaws(written);
    laws.assessments();
    laws.summaries();
    laws.comparisons();
    laws.reproductions();
    laws.days();
    laws.settlementChanges();
    return laws.violations;
  }

  private void holds(boolean holds, String table, Object row, String law) {
    if (!holds) {
      violations.add(new Violation(table, row.toString(), law));
    }
  }

  private <T> void unique(Collection<T> rows, String table, Function<T, Object> key) {
    Set<Object> keys = new HashSet<>();
    rows.forEach(row -> holds(keys.add(key.apply(row)), table, key.apply(row), "one row a key"));
  }

  private void assessments() {
    String table = "claim_assessment";
    unique(written.assessments, table, ReportLaws::key);
    Map<List<Object>, String> counted = new HashMap<>();
    var breaks = new SourceBreaks(written.breaks);
    for (ClaimAssessment row : written.assessments) {
      String key = key(row);
      Claim claim = row.claim();
      holds(
          claims.computeIfAbsent(claim.key().id(), id -> claim).equals(claim),
          table,
          key,
          "a claim is the same in all its rows");
      holds(
          isLabelled(row),
          table,
          key,
          "the label follows from the intervals, the coverage and the reasons");
      boolean across = row.measurement().map(Measurement::acrossBreak).orElse(false);
      holds(
          row.reasons().contains(Incomparability.STALENESS)
              == row.measurement().map(m -> Assessor.isStale(claim, m)).orElse(false),
          table,
          key,
          "STALENESS is among the reasons where the maps show other days, and only there");
      holds(
          across == isAcross(row, breaks),
          table,
          key,
          "SERIES_BREAK is among the reasons where series_break has one there, and only there");
      if (row.counted()) {
        List<Object> statement =
            List.of(claim.key().groupId(), row.against().sourceId(), row.against().known());
        holds(
            claim.key().id().equals(counted.computeIfAbsent(statement, s -> claim.key().id()))
                && row.label() != ClaimLabel.SUPERSEDED,
            table,
            key,
            "of one statement one claim counts, and none that was superseded");
      }
    }
  }

  private void summaries() {
    String table = "claim_summary";
    Function<ClaimSummary, Object> id = row -> row.claim().key().id();
    unique(written.summaries, table, id);
    Set<ClaimSummary> expected = new HashSet<>(ClaimSummariser.of(written.assessments));
    for (ClaimSummary row : written.summaries) {
      holds(expected.remove(row), table, id.apply(row), "it is summed up from claim_assessment");
    }
    expected.forEach(row -> holds(false, table, id.apply(row), "every claim is summed up"));
  }

  private static boolean isAcross(ClaimAssessment row, SourceBreaks breaks) {
    return row.measurement()
        .filter(measured -> measured.states().coverage() != Coverage.NONE)
        .map(
            measured ->
                breaks.spoiling(
                    row.against().sourceId(),
                    row.measuredSide(),
                    row.claim().amount().quantity(),
                    measured.states()))
        .map(found -> !found.isEmpty())
        .orElse(false);
  }

  private static String key(ClaimAssessment row) {
    ClaimAssessment.Against against = row.against();
    return String.join(
        " ",
        row.claim().key().id(),
        against.sourceId(),
        against.layerSet(),
        against.known().word());
  }

  private static boolean isLabelled(ClaimAssessment row) {
    if (row.label() == ClaimLabel.SUPERSEDED) {
      return true;
    }
    if (row.label() == ClaimLabel.UNKNOWN) {
      return row.measurement().isEmpty();
    }
    return row.label()
        == Assessor.label(row.claim(), row.measurement(), row.beside().spread(), row.reasons());
  }

  private void comparisons() {
    String table = "comparison";
    unique(written.comparisons, table, ComparisonRow::id);
    for (ComparisonRow row : written.comparisons) {
      for (End end : List.of(row.left(), row.right())) {
        Claim claim = claims.get(end.reference());
        holds(
            end.kind() == EndKind.MEASUREMENT
                || claim != null
                    && end.range().equals(claim.range())
                    && end.days().equals(claim.time().days()),
            table,
            row.id(),
            "a claim's figure is the one it has among the claims");
      }
      ComparisonRow.Definition left = row.left().definition();
      ComparisonRow.Definition right = row.right().definition();
      reason(row, Incomparability.SIDE, !left.side().equals(right.side()));
      reason(
          row, Incomparability.COUNTRY, !left.region().country().equals(right.region().country()));
      if (left.quantity() == right.quantity()) {
        reason(row, Incomparability.QUANTITY_TYPE, false);
      }
    }
  }

  private void reason(ComparisonRow row, Incomparability reason, boolean applies) {
    holds(
        row.reasons().contains(reason) == applies,
        "comparison",
        row.id(),
        reason.name() + " is among the reasons where it applies, and only there");
  }

  private void reproductions() {
    String table = "reproduction";
    unique(written.reproductions, table, row -> row.claim().key().id() + " " + row.definition());
    Map<List<String>, List<Reproduction>> figures =
        written.reproductions.stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.claim().key().id(), row.definition().sourceId())));
    figures.forEach(
        (figure, rows) -> {
          holds(
              rows.stream().filter(row -> row.fit().ours()).count() == 1,
              table,
              figure,
              "one definition is ours");
          List<Reproduction> best = rows.stream().filter(row -> row.fit().best()).toList();
          double least =
              rows.stream()
                  .flatMapToDouble(row -> row.residual().stream())
                  .map(Math::abs)
                  .min()
                  .orElse(Double.NaN);
          holds(
              Double.isNaN(least)
                  ? best.isEmpty()
                  : best.size() == 1
                      && Math.abs(best.get(0).residual().orElse(Double.MAX_VALUE)) == least,
              table,
              figure,
              "the best definition comes nearest");
        });
  }

  private record Day(RegionId region, LocalDate day) {
    @Override
    public String toString() {
      return region + " " + day;
    }
  }

  /** What is told of the days is what the other tables say. */
  private void days() {
    String table = "region_timeline";
    unique(written.events, "report_event", ReportEvent::id);
    unique(written.days, table, day -> new Day(day.region().id(), day.day()));
    Map<Day, Set<AreaChange>> changes = new HashMap<>();
    Map<Day, Set<ClaimLine>> stated = new HashMap<>();
    Map<Day, Set<EventLine>> reported = new HashMap<>();
    for (DayChanges day : written.changes) {
      changes
          .computeIfAbsent(new Day(day.region(), day.day()), key -> new HashSet<>())
          .addAll(day.changes());
    }
    for (Claim claim : claims.values()) {
      var day = new Day(claim.subject().region().id(), claim.statement().date());
      stated.computeIfAbsent(day, key -> new HashSet<>()).add(ClaimLine.of(claim));
    }
    for (ReportEvent event : written.events) {
      var day = new Day(event.region().id(), event.day());
      reported.computeIfAbsent(day, key -> new HashSet<>()).add(EventLine.of(event));
    }
    for (RegionTimelineDay row : written.days) {
      var day = new Day(row.region().id(), row.day());
      same(day, row.changes(), changes.remove(day), "changes are those of transition");
      same(day, row.claims(), stated.remove(day), "claims are those of claim_assessment");
      same(day, row.events(), reported.remove(day), "events are those of report_event");
      holds(
          !(row.changes().isEmpty() && row.claims().isEmpty() && row.events().isEmpty()),
          table,
          day,
          "there is something on the day");
    }
    Set<Day> missing = new HashSet<>(changes.keySet());
    missing.addAll(stated.keySet());
    missing.addAll(reported.keySet());
    missing.forEach(day -> holds(false, table, day, "every day with anything has its row"));
  }

  private <T> void same(Day day, List<T> found, Set<T> expected, String law) {
    Set<T> known = Objects.requireNonNullElse(expected, Set.of());
    holds(found.size() == known.size() && known.containsAll(found), "region_timeline", day, law);
  }

  private void settlementChanges() {
    String table = "settlement_change";
    unique(written.settlementChanges, table, ReportLaws::key);
    Map<List<String>, SettlementChange> before = new HashMap<>();
    written.settlementChanges.stream()
        .sorted(Comparator.comparing(SettlementChange::closingMapDate))
        .forEach(
            change -> {
              String key = key(change);
              holds(!change.from().equals(change.to()), table, key, "it goes to another holder");
              SettlementChange former =
                  before.put(List.of(change.sourceId(), change.settlement().id()), change);
              holds(
                  former == null || former.to().equals(change.from()),
                  table,
                  key,
                  "it goes from whom it went to before");
            });
  }

  private static String key(SettlementChange change) {
    return change.sourceId() + " " + change.settlement().id() + " " + change.closingMapDate();
  }
}
