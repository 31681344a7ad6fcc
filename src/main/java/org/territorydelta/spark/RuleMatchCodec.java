package org.territorydelta.spark;

import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.territorydelta.model.RuleMatch;
import org.territorydelta.model.SnapshotId;

/** {@link RuleMatch} as a row; values of properties and what the rule asks for are not in it. */
final class RuleMatchCodec implements RowCodec<RuleMatch> {
  @Override
  public Table table() {
    return RuleTables.RULE_MATCH;
  }

  @Override
  public Row toRow(RuleMatch match) {
    RuleMatch.Decision decision = match.decision();
    return new RowValues(table())
        .add(match.map().sourceId())
        .add(match.map().mapDate())
        .add(match.map().fileDate())
        .add(match.map().contentHash())
        .add(match.file())
        .add(decision.rule())
        .add(decision.outcome().word())
        .add(decision.meaning())
        .add(match.polygons())
        .km2(Optional.of(match.areaM2()).filter(area -> decision.outcome().isMeasured()))
        .toRow();
  }

  @Override
  public RuleMatch fromRow(Row row) {
    return new RuleMatch(
        new SnapshotId(
            RowValues.text(row, "source_id"),
            RowValues.date(row, "map_date"),
            RowValues.date(row, "file_date"),
            RowValues.text(row, "content_hash")),
        RowValues.text(row, "file"),
        new RuleMatch.Decision(
            RowValues.text(row, "rule"),
            RuleMatch.Outcome.parse(RowValues.text(row, "outcome")),
            RowValues.text(row, "meaning"),
            false),
        RowValues.count(row, "polygons"),
        RowValues.optionalM2(row, "area_km2").orElse(0L),
        new TreeSet<>());
  }
}
