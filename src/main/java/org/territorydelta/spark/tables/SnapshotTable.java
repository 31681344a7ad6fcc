package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.count;
import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.time;

import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.SourceTimeline;

/** A recorded snapshot as a row; the ground of its holdings is in control_area. */
public final class SnapshotTable extends Table<SourceTimeline.Recorded> {
  SnapshotTable() {
    super(
        "snapshot",
        "Every distinct map of every source. Of several for one map date, the current one speaks.",
        List.of("source_id", "map_date", "file_date", "content_hash"),
        List.of(),
        List.of(
            text("source_id", "The source.", recorded -> recorded.facts().id().sourceId()),
            date(
                "map_date",
                "Day whose end the map shows.",
                recorded -> recorded.facts().id().mapDate()),
            date(
                "file_date",
                "When it could be known.",
                recorded -> recorded.facts().id().fileDate()),
            text(
                "content_hash",
                "Hash of the ground it shows, to 1e-7 degree.",
                recorded -> recorded.facts().id().contentHash()),
            text(
                "file",
                "The file that showed it first; input_file.path.",
                recorded -> recorded.facts().path()),
            flag("current", "Whether it speaks for its map date.", recorded -> recorded.current()),
            count(
                "polygons",
                "Polygons of its partition.",
                recorded -> recorded.facts().size().polygons()),
            count(
                "vertices",
                "Vertices of its partition.",
                recorded -> recorded.facts().size().vertices()),
            count(
                "repaired",
                "Polygons that were invalid and were repaired.",
                recorded -> recorded.facts().mended().repaired()),
            km2(
                "repaired_km2",
                "How much repair changed their areas, without sign.",
                recorded -> recorded.facts().mended().repairedM2()),
            km2(
                "overlap_km2",
                "Ground that two polygons covered; the firmer holding has it.",
                recorded -> recorded.facts().mended().overlapM2()),
            orNull(
                time(
                    "file_time",
                    "When it could be known, where file_date has a time of day; of several for one file_date the latest speaks. Null for one without.",
                    recorded -> recorded.facts().fileTime()))));
  }

  @Override
  public SourceTimeline.Recorded fromRow(Row row) {
    SnapshotId id = RowValues.snapshot(row);
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
