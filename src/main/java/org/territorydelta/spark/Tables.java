package org.territorydelta.spark;

import java.util.stream.Stream;

/** Every table a run writes. A new one is an entry here and a {@link Table} of its own. */
final class Tables {
  static final InputFileTable INPUT_FILE = new InputFileTable();
  static final SnapshotTable SNAPSHOT = new SnapshotTable();
  static final MapDayTable MAP_DAY = new MapDayTable();
  static final RegionTable REGION = new RegionTable();
  static final LayerSetTable LAYER_SET = new LayerSetTable();
  static final ControlAreaTable CONTROL_AREA = new ControlAreaTable();
  static final TransitionTable TRANSITION = new TransitionTable();
  static final AreaDeltaTable AREA_DELTA = new AreaDeltaTable();
  static final ChangePolygonTable CHANGE_POLYGON = new ChangePolygonTable();
  static final SourceAgreementTable SOURCE_AGREEMENT = new SourceAgreementTable();
  static final DisagreementPolygonTable DISAGREEMENT_POLYGON = new DisagreementPolygonTable();
  static final SeriesBreakTable SERIES_BREAK = new SeriesBreakTable();
  static final RuleMatchTable RULE_MATCH = new RuleMatchTable();
  static final QuarantineTable QUARANTINE = new QuarantineTable();
  static final ClaimAssessmentTable CLAIM_ASSESSMENT = new ClaimAssessmentTable();
  static final ClaimSummaryTable CLAIM_SUMMARY = new ClaimSummaryTable();
  static final ComparisonTable COMPARISON = new ComparisonTable();
  static final ReproductionTable REPRODUCTION = new ReproductionTable();
  static final ReportEventTable REPORT_EVENT = new ReportEventTable();
  static final RegionTimelineTable REGION_TIMELINE = new RegionTimelineTable();
  static final SettlementChangeTable SETTLEMENT_CHANGE = new SettlementChangeTable();

  /** Of rejected outputs alone. */
  static final ViolationTable VIOLATION = new ViolationTable();

  private Tables() {}

  static Table<?> named(String name) {
    return all().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<Table<?>> all() {
    return Stream.concat(maps(), reports());
  }

  /** Of claims, events and settlements. */
  static Stream<Table<?>> reports() {
    return Stream.of(
        CLAIM_ASSESSMENT,
        CLAIM_SUMMARY,
        COMPARISON,
        REPRODUCTION,
        REPORT_EVENT,
        REGION_TIMELINE,
        SETTLEMENT_CHANGE);
  }

  private static Stream<Table<?>> maps() {
    return Stream.of(
        INPUT_FILE,
        SNAPSHOT,
        MAP_DAY,
        REGION,
        LAYER_SET,
        CONTROL_AREA,
        TRANSITION,
        AREA_DELTA,
        CHANGE_POLYGON,
        SOURCE_AGREEMENT,
        DISAGREEMENT_POLYGON,
        SERIES_BREAK,
        RULE_MATCH,
        QUARANTINE);
  }
}
