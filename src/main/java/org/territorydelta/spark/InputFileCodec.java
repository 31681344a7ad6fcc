package org.territorydelta.spark;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.territorydelta.model.FileRole;
import org.territorydelta.model.InputFile;
import org.territorydelta.model.MapFile;
import org.territorydelta.model.Tally;

/** {@link InputFile} as a row. Of several dates in one file only their number is kept. */
final class InputFileCodec implements RowCodec<InputFile> {
  @Override
  public Table table() {
    return Tables.INPUT_FILE;
  }

  @Override
  public Row toRow(InputFile input) {
    MapFile file = input.file();
    Object[] ignored =
        file.ignoredByRule().entrySet().stream()
            .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
            .toArray();
    return new RowValues(table())
        .add(file.sourceId())
        .add(file.path())
        .add(file.content().sha256())
        .add(file.content().bytes())
        .add(only(file.fileDates()))
        .add(only(file.mapDates()))
        .add((long) file.mapDates().size())
        .add(input.role().word())
        .add(file.features().read())
        .add(file.features().used())
        .add(file.features().ignored())
        .add(file.features().rejected())
        .add(file.parts().read())
        .add(file.parts().used())
        .add(file.parts().ignored())
        .add(file.parts().rejected())
        .add((Object) ignored)
        .add(only(file.dates().fileTimes()))
        .toRow();
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
