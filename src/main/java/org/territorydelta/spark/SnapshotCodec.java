package org.territorydelta.spark;

import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.timeline.SourceTimeline;

/** A recorded snapshot as a row; the ground of its holdings is in control_area. */
final class SnapshotCodec implements RowCodec<SourceTimeline.Recorded> {
  @Override
  public Table table() {
    return Tables.SNAPSHOT;
  }

  @Override
  public Row toRow(SourceTimeline.Recorded recorded) {
    SnapshotFacts facts = recorded.facts();
    return new RowValues(table())
        .add(facts.id().sourceId())
        .add(facts.id().mapDate())
        .add(facts.id().fileDate())
        .add(facts.id().contentHash())
        .add(facts.path())
        .add(recorded.current())
        .add(facts.size().polygons())
        .add(facts.size().vertices())
        .add(facts.mended().repaired())
        .km2(facts.mended().repairedM2())
        .km2(facts.mended().overlapM2())
        .add(facts.fileTime())
        .toRow();
  }

  @Override
  public SourceTimeline.Recorded fromRow(Row row) {
    var id =
        new SnapshotId(
            RowValues.text(row, "source_id"),
            RowValues.date(row, "map_date"),
            RowValues.date(row, "file_date"),
            RowValues.text(row, "content_hash"));
    var facts =
        new SnapshotFacts(
            id,
            new SnapshotFacts.Origin(
                RowValues.text(row, "file"),
                RowValues.optionalTime(row, "file_time").orElse(SnapshotFacts.Origin.NO_TIME)),
            new SnapshotFacts.Size(
                RowValues.count(row, "polygons"), RowValues.count(row, "vertices")),
            new SnapshotFacts.Mended(
                RowValues.count(row, "repaired"),
                RowValues.m2(row, "repaired_km2"),
                RowValues.m2(row, "overlap_km2")),
            new TreeMap<>());
    return new SourceTimeline.Recorded(facts, row.<Boolean>getAs("current"));
  }
}
