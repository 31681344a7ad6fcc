package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.count;
import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.time;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.Tally;

/** {@link InputFile} as a row. Of several dates in one file only their number is kept. */
public final class InputFileTable extends Table<InputFile> {
  InputFileTable() {
    super(
        "input_file",
        "Every file that was read, and what became of what is in it.",
        List.of("source_id", "path"),
        List.of(),
        List.of(
            text(
                "source_id",
                "The source, by its id in the config.",
                input -> input.file().sourceId()),
            text(
                "path",
                "The file, relative to the config where it can be.",
                input -> input.file().path()),
            text(
                "sha256",
                "Hash of its bytes; empty when it could not be read.",
                input -> input.file().content().sha256()),
            count(
                "bytes",
                "Its size; 0 when it could not be read.",
                input -> input.file().content().bytes()),
            orNull(
                date(
                    "file_date",
                    "When its map could be known; null for a failed file or one with several.",
                    input -> only(input.file().fileDates()))),
            orNull(
                date(
                    "map_date",
                    "Day whose end its map shows; null for a failed file or one with several.",
                    input -> only(input.file().mapDates()))),
            count(
                "maps",
                "How many map dates it holds.",
                input -> (long) input.file().mapDates().size()),
            text(
                "role",
                "used: a map of it speaks for its day; duplicate: all its maps are on record under other files; superseded: later files replace them; failed: nothing of it is used; set-aside: none of its maps is one, see quarantine for why; excluded: all its maps are left out as breaks; report: it holds claims, events or places.",
                input -> input.role().word()),
            count(
                "features_read", "Features in the file.", input -> input.file().features().read()),
            count(
                "features_used",
                "Features of which at least one polygon is used.",
                input -> input.file().features().used()),
            count(
                "features_ignored",
                "Others of which at least one polygon is ignored by a rule.",
                input -> input.file().features().ignored()),
            count("features_rejected", "All others.", input -> input.file().features().rejected()),
            count(
                "parts_read",
                "Polygons in the file; a feature without any counts as one.",
                input -> input.file().parts().read()),
            count(
                "parts_used",
                "Polygons used, or fit to be, where their map is set aside.",
                input -> input.file().parts().used()),
            count(
                "parts_ignored",
                "Polygons a rule of the profile leaves out.",
                input -> input.file().parts().ignored()),
            count(
                "parts_rejected",
                "Polygons in quarantine.",
                input -> input.file().parts().rejected()),
            new Column<>(
                "ignored_by_rule",
                DataTypes.createArrayType(
                    DataTypes.createStructType(
                        List.of(
                            DataTypes.createStructField("rule", DataTypes.StringType, false),
                            DataTypes.createStructField("parts", DataTypes.LongType, false))),
                    false),
                false,
                "",
                "Polygons left out, by the name of the rule.",
                input ->
                    input.file().ignoredByRule().entrySet().stream()
                        .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
                        .toArray()),
            orNull(
                time(
                    "file_time",
                    "When its map could be known, where file_date has a time of day: read by the zone of the profile's date rule, UTC unless it says so; null for one without, a failed file or one with several.",
                    input -> only(input.file().dates().fileTimes())))));
  }

  private static <T> Optional<T> only(List<T> dates) {
    return dates.size() == 1 ? Optional.of(dates.get(0)) : Optional.empty();
  }

  @Override
  public InputFile fromRow(Row row) {
    SortedMap<String, Long> ignored = new TreeMap<>();
    for (Row entry : row.<Row>getList(row.fieldIndex("ignored_by_rule"))) {
      ignored.put(entry.getString(0), entry.getLong(1));
    }
    var file =
        new MapFile(
            RowValues.text(row, "source_id"),
            RowValues.text(row, "path"),
            new MapFile.Content(RowValues.text(row, "sha256"), RowValues.count(row, "bytes")),
            new MapFile.Dates(
                RowValues.optionalDate(row, "file_date").stream().toList(),
                RowValues.optionalTime(row, "file_time").stream().toList(),
                RowValues.optionalDate(row, "map_date").stream().toList()),
            tally(row, "features"),
            tally(row, "parts"),
            ignored);
    return new InputFile(file, FileRole.parse(RowValues.text(row, "role")));
  }

  private static Tally tally(Row row, String what) {
    return new Tally(
        RowValues.count(row, what + "_read"),
        RowValues.count(row, what + "_used"),
        RowValues.count(row, what + "_ignored"),
        RowValues.count(row, what + "_rejected"));
  }
}
