package org.territorydelta.spark.tables;

import java.util.stream.Stream;

/** Every table a run writes. A new one is an entry here and a {@link Table} of its own. */
public final class Tables {
  public static final InputFileTable INPUT_FILE = new InputFileTable();
  public static final SnapshotTable SNAPSHOT = new SnapshotTable();
  public static final MapDayTable MAP_DAY = new MapDayTable();
  public static final RegionTable REGION = new RegionTable();
  public static final LayerSetTable LAYER_SET = new LayerSetTable();
  public static final ControlAreaTable CONTROL_AREA = new ControlAreaTable();
  public static final TransitionTable TRANSITION = new TransitionTable();
  public static final AreaDeltaTable AREA_DELTA = new AreaDeltaTable();
  public static final ChangePolygonTable CHANGE_POLYGON = new ChangePolygonTable();
  public static final SourceAgreementTable SOURCE_AGREEMENT = new SourceAgreementTable();
  public static final DisagreementPolygonTable DISAGREEMENT_POLYGON =
      new DisagreementPolygonTable();
  public static final SeriesBreakTable SERIES_BREAK = new SeriesBreakTable();
  public static final RuleMatchTable RULE_MATCH = new RuleMatchTable();
  public static final QuarantineTable QUARANTINE = new QuarantineTable();
  public static final ClaimAssessmentTable CLAIM_ASSESSMENT = new ClaimAssessmentTable();
  public static final ClaimSummaryTable CLAIM_SUMMARY = new ClaimSummaryTable();
  public static final ComparisonTable COMPARISON = new ComparisonTable();
  public static final ReproductionTable REPRODUCTION = new ReproductionTable();
  public static final ReportEventTable REPORT_EVENT = new ReportEventTable();
  public static final RegionTimelineTable REGION_TIMELINE = new RegionTimelineTable();
  public static final SettlementChangeTable SETTLEMENT_CHANGE = new SettlementChangeTable();

  /** Of rejected outputs alone. */
  public static final ViolationTable VIOLATION = new ViolationTable();

  private Tables() {}

  public static Table<?> named(String name) {
    return all().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  public static Stream<Table<?>> all() {
    return Stream.concat(maps(), reports());
  }

  /** Of claims, events and settlements. */
  public static Stream<Table<?>> reports() {
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
