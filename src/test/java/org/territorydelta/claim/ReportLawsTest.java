package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.NET_CHANGE;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.territorydelta.claim.RegionDays.DayChanges;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimSummary;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.RegionTimelineDay;
import org.territorydelta.model.claim.RegionTimelineDay.AreaChange;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.SettlementChange;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.ReportScene;
import org.territorydelta.scene.SceneBreaks;

/** BLUE has 4 cells, then 6; rows of that keep the laws, and a change to any of them breaks one. */
class ReportLawsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

  private final List<ClaimAssessment> assessments = new ArrayList<>();
  private final List<ClaimSummary> summaries = new ArrayList<>();
  private final List<ComparisonRow> comparisons = new ArrayList<>();
  private final List<Reproduction> reproductions = new ArrayList<>();
  private final List<ReportEvent> events = new ArrayList<>();
  private final List<RegionTimelineDay> days = new ArrayList<>();
  private final List<SettlementChange> settlementChanges = new ArrayList<>();
  private final List<DayChanges> changes = new ArrayList<>();

  @BeforeEach
  void write() {
    ReportPlan.Rows rows =
        ReportScene.of(
                ControlScene.of("alpha")
                    .day("2024-01-01")
                    .holds(BLUE, box(0, 0, 2, 2))
                    .day("2024-01-02")
                    .holds(BLUE, box(0, 0, 3, 2)))
            .config(
                """
                layer-sets: {controlled: [held]}
                comparisons:
                  - id: pair
                    left: {claim: stock}
                    right: {source: alpha, side: RED, quantity: control_stock, as-of: 2024-01-02}
                """)
            .claims(
                ClaimBuilder.held("stock", CONTROL_STOCK, "2024-01-02").cells(6).build(),
                ClaimBuilder.held("reprint", CONTROL_STOCK, "2024-01-02")
                    .group("stock")
                    .cells(6.1)
                    .build(),
                ClaimBuilder.over("net", NET_CHANGE, "2024-01-02", "2024-01-02")
                    .source("alpha")
                    .cells(2)
                    .build())
            .rows();
    assessments.addAll(rows.assessments());
    summaries.addAll(rows.summaries());
    comparisons.addAll(rows.comparisons());
    reproductions.addAll(rows.reproductions());
    events.add(
        new ReportEvent(
            "alarm",
            DAY,
            RegionFacts.ALL,
            "emergency-declared",
            Optional.empty(),
            new ReportEvent.Report("Somebody", false, "", "")));
    var change = new AreaChange("alpha", BLUE, "controlled", DAY.minusDays(1), new Change(2, 0));
    changes.add(new DayChanges(RegionId.ALL, DAY, new ArrayList<>(List.of(change))));
    days.addAll(
        new RegionDays(List.of(RegionFacts.ALL))
            .changed(changes)
            .claimed(assessments.stream().map(ClaimAssessment::claim).distinct().toList())
            .reported(events)
            .days());
    settlementChanges.add(settlement(DAY, held(BLUE), held(RED)));
    settlementChanges.add(settlement(DAY.plusDays(1), held(RED), Holding.NONE));
  }

  private static SettlementChange settlement(LocalDate closing, Holding from, Holding to) {
    var town = new Settlement("t", "Town", new Settlement.Position(30, 50), RegionFacts.ALL);
    return new SettlementChange("alpha", town, closing.minusDays(1), closing, from, to);
  }

  private final List<SeriesBreak> breaks = new ArrayList<>();

  private List<String> broken() {
    return ReportLaws.check(
            new ReportLaws.Written(
                assessments,
                summaries,
                comparisons,
                reproductions,
                events,
                days,
                settlementChanges,
                changes,
                breaks))
        .stream()
        .map(violation -> violation.table() + ": " + violation.law())
        .distinct()
        .toList();
  }

  private static <T> void change(List<T> rows, int at, UnaryOperator<T> to) {
    rows.set(at, to.apply(rows.get(at)));
  }

  @Test
  void whatWasWrittenKeepsThem() {
    assertThat(assessments).isNotEmpty();
    assertThat(reproductions).isNotEmpty();
    assertThat(broken()).isEmpty();
  }

  @Test
  void anotherLabelIsFound() {
    change(
        assessments,
        0,
        row ->
            new ClaimAssessment(
                row.claim(),
                row.counted(),
                row.against(),
                row.measurement(),
                ClaimLabel.HIGH,
                row.reasons()));

    assertThat(broken())
        .containsExactly(
            "claim_assessment: the label follows from the intervals, the coverage and the reasons");
  }

  @Test
  void aSummaryOfOtherRowsIsFound() {
    summaries.remove(0);

    assertThat(broken()).containsExactly("claim_summary: every claim is summed up");
  }

  @Test
  void aReprintThatCountsIsFound() {
    for (int i = 0; i < assessments.size(); i++) {
      change(assessments, i, row -> row.counted(true));
    }

    assertThat(broken())
        .containsExactly(
            "claim_assessment: of one statement one claim counts, and none that was superseded");
  }

  @Test
  void aRowTwiceIsFound() {
    assessments.add(assessments.get(0));
    reproductions.add(reproductions.get(0));

    assertThat(broken()).contains("claim_assessment: one row a key", "reproduction: one row a key");
  }

  @Test
  void aReasonLeftOutIsFound() {
    change(comparisons, 0, row -> new ComparisonRow(row.id(), row.left(), row.right(), Set.of()));

    assertThat(broken())
        .containsExactly("comparison: SIDE is among the reasons where it applies, and only there");
  }

  @Test
  void anotherFigureOfAClaimIsFound() {
    change(
        comparisons,
        0,
        row ->
            new ComparisonRow(
                row.id(),
                new ComparisonRow.End(
                    row.left().kind(),
                    row.left().reference(),
                    row.left().definition(),
                    Optional.of(ValueRange.exactly(7)),
                    row.left().days(),
                    row.left().coverage()),
                row.right(),
                Set.of(Incomparability.SIDE)));

    assertThat(broken())
        .containsExactly("comparison: a claim's figure is the one it has among the claims");
  }

  @Test
  void anotherBestDefinitionIsFound() {
    for (int i = 0; i < reproductions.size(); i++) {
      change(
          reproductions,
          i,
          row ->
              new Reproduction(
                  row.claim(),
                  row.definition(),
                  row.computed(),
                  new Reproduction.Fit(row.fit().ours(), !row.fit().best())));
    }

    assertThat(broken()).containsExactly("reproduction: the best definition comes nearest");
  }

  @Test
  void aDayThatTellsSomethingElseIsFound() {
    change(
        days,
        0,
        day ->
            new RegionTimelineDay(
                day.region(), day.day(), List.of(), day.claims().subList(1, 3), List.of()));

    assertThat(broken())
        .containsExactly(
            "region_timeline: changes are those of transition",
            "region_timeline: claims are those of claim_assessment",
            "region_timeline: events are those of report_event");
  }

  @Test
  void aMissingDayIsFound() {
    days.clear();

    assertThat(broken()).containsExactly("region_timeline: every day with anything has its row");
  }

  @Test
  void aTownThatComesFromWhomItWasNotIsFound() {
    settlementChanges.remove(1);
    settlementChanges.add(settlement(DAY.plusDays(1), held(BLUE), Holding.NONE));

    assertThat(broken()).containsExactly("settlement_change: it goes from whom it went to before");
  }

  @Test
  void aBreakThatNoClaimKnowsOfIsFound() {
    breaks.add(SceneBreaks.at("alpha", "2024-01-02", BreakKind.BASE_REDEFINED, BLUE));

    assertThat(broken())
        .containsExactly(
            "claim_assessment: SERIES_BREAK is among the reasons where series_break has one there,"
                + " and only there");
  }
}
