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

  /** Of rejected outputs alone. */
  static final ViolationTable VIOLATION = new ViolationTable();

  private Tables() {}

  static Table<?> named(String name) {
    return all().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<Table<?>> all() {
    return Stream.concat(runs(), ReportTables.all());
  }

  private static Stream<Table<?>> runs() {
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
