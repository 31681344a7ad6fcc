package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.territorydelta.model.InputException;
import org.territorydelta.report.ComparePlan;
import org.territorydelta.report.ComparedColumns;
import org.territorydelta.report.InputFileChanges;
import org.territorydelta.report.OutputComparison;
import org.territorydelta.report.RowCounts;
import org.territorydelta.report.RowTally;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.TablePart;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Compares the tables of two outputs row by row, and reads only what differs by its hash. Rows are
 * matched by their table's key in a full outer join; what two matched rows say to each other is for
 * {@link RowTally} to decide, in the tasks, so that the driver gets a few rows of each table.
 *
 * <p>A file that is not the one its manifest lists is refused: its figures are nobody's.
 */
final class OutputComparator {
  private static final String SQUARE_KM = "km²";

  /** Spark's default of 200 makes 200 tasks of a handful of rows. */
  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  private static final String KEY = "key";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final SparkSession spark;
  private final Path before;
  private final Path after;

  OutputComparator(SparkSession spark, String before, String after) {
    this.spark = spark.newSession();
    this.spark.conf().set(SHUFFLE_PARTITIONS, spark.sparkContext().defaultParallelism());
    this.before = new Path(before);
    this.after = new Path(after);
  }

  /**
   * @throws InputException when a file is missing or damaged, or a table's rows cannot be matched
   */
  OutputComparison compare(ComparePlan plan) throws IOException {
    List<TablePart> different =
        plan.parts().stream()
            .filter(part -> part.standing() == TablePart.Standing.DIFFERENT)
            .toList();
    for (TablePart part : different) {
      refuseDamaged(before, part.before());
      refuseDamaged(after, part.after());
    }
    spark.sparkContext().setJobDescription("comparing tables");
    InputFileChanges inputs = inputs(plan.inputFiles());
    List<Callable<List<RowTally>>> tasks = new ArrayList<>();
    different.forEach(part -> tasks.add(() -> List.of(tally(part, plan.top()))));
    List<RowTally> tallies = Concurrently.all(tasks);
    Map<TablePart, RowTally> read = new HashMap<>();
    for (int i = 0; i < tallies.size(); i++) {
      read.put(different.get(i), tallies.get(i));
    }
    return OutputComparison.of(plan, inputs, read);
  }

  private void refuseDamaged(Path folder, List<TableFile> listed) throws IOException {
    FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    for (TableFile file : listed) {
      var path = new Path(folder, file.path());
      if (!files.exists(path)) {
        throw new InputException("Cannot compare " + folder + ": " + file.path() + " is not there");
      }
      if (!TableReader.sha256(files, path).equals(file.sha256())) {
        throw new InputException(
            "Cannot compare "
                + folder
                + ": "
                + file.path()
                + " is not the file that was written, its hash is not the one in _run.json");
      }
    }
  }

  private InputFileChanges inputs(TablePart part) throws IOException {
    if (part.standing() == TablePart.Standing.IDENTICAL) {
      return InputFileChanges.none(part.rowsAfter());
    }
    return InputFileChanges.between(inputs(before, part.before()), inputs(after, part.after()));
  }

  private List<InputFileChanges.Listed> inputs(Path folder, List<TableFile> listed)
      throws IOException {
    refuseDamaged(folder, listed);
    List<InputFileChanges.Listed> files = new ArrayList<>();
    for (Row row :
        read(folder, Tables.INPUT_FILE, listed)
            .select("source_id", "path", "sha256", "role")
            .collectAsList()) {
      files.add(
          new InputFileChanges.Listed(
              row.getString(0), row.getString(1), row.getString(2), row.getString(3)));
    }
    return files;
  }

  private Dataset<Row> read(Path folder, Table table, List<TableFile> listed) {
    String[] paths =
        listed.stream()
            .map(file -> new Path(folder, file.path()).toString())
            .toArray(String[]::new);
    return spark
        .read()
        .option("basePath", new Path(folder, table.name()).toString())
        .parquet(paths);
  }

  private RowTally tally(TablePart part, int top) {
    Table table = table(part);
    Dataset<Row> old = read(before, table, part.before());
    Dataset<Row> now = read(after, table, part.after());
    ComparedColumns columns =
        ComparedColumns.of(
            table.name(),
            table.key(),
            areas(table),
            Arrays.asList(old.columns()),
            Arrays.asList(now.columns()));
    var tally = new RowTally(columns, top);
    keyed(old, columns, BEFORE)
        .join(keyed(now, columns, AFTER), new String[] {KEY}, "full_outer")
        .toJavaRDD()
        .mapPartitions(rows -> tally(rows, columns, top))
        .collect()
        .forEach(tally::addAll);
    refuseAmbiguous(part, tally.counts());
    return tally;
  }

  private static Table table(TablePart part) {
    return Tables.all()
        .filter(table -> table.name().equals(part.table()))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "Cannot compare table "
                        + part.table()
                        + ": this version of the program does not know what names its rows"));
  }

  private static List<String> areas(Table table) {
    return table.columns().stream()
        .filter(column -> column.unit().equals(SQUARE_KM))
        .map(Column::name)
        .toList();
  }

  /** The key and the row as one column each; keys with a null in the same place are equal so. */
  private static Dataset<Row> keyed(Dataset<Row> rows, ComparedColumns columns, String row) {
    return rows.select(struct(columns.key()).as(KEY), struct(columns.values()).as(row));
  }

  private static org.apache.spark.sql.Column struct(List<String> columns) {
    return functions.struct(
        columns.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new));
  }

  private static Iterator<RowTally> tally(Iterator<Row> rows, ComparedColumns columns, int top) {
    var tally = new RowTally(columns, top);
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.isNullAt(row.fieldIndex(BEFORE))) {
        tally.added();
      } else if (row.isNullAt(row.fieldIndex(AFTER))) {
        tally.removed();
      } else {
        tally.matched(values(row, KEY), values(row, BEFORE), values(row, AFTER));
      }
    }
    return List.of(tally).iterator();
  }

  private static List<Object> values(Row row, String column) {
    Row struct = row.getStruct(row.fieldIndex(column));
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < struct.length(); i++) {
      Object value = struct.get(i);
      values.add(value instanceof Seq<?> sequence ? CollectionConverters.asJava(sequence) : value);
    }
    return values;
  }

  /** The manifests' counts come out only if no key names two rows. */
  private static void refuseAmbiguous(TablePart part, RowCounts counts) {
    if (counts.before() != part.rowsBefore() || counts.after() != part.rowsAfter()) {
      throw new InputException(
          "Cannot compare "
              + part
              + ": matching gives "
              + counts.before()
              + " old and "
              + counts.after()
              + " new rows, expected "
              + part.rowsBefore()
              + " and "
              + part.rowsAfter()
              + "; does a key name two rows?");
    }
  }
}
