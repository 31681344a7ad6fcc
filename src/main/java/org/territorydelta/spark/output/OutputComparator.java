package org.territorydelta.spark.output;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.territorydelta.model.InputException;
import org.territorydelta.model.Violation;
import org.territorydelta.report.ComparePlan;
import org.territorydelta.report.ComparedColumns;
import org.territorydelta.report.InputFileChanges;
import org.territorydelta.report.OutputComparison;
import org.territorydelta.report.RowCounts;
import org.territorydelta.report.RowTally;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.TablePart;
import org.territorydelta.spark.tables.Column;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.TableReader;
import org.territorydelta.spark.tables.Tables;
import scala.Tuple2;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Compares the tables of two outputs row by row, and reads only what differs by its hash. Rows are
 * matched by their table's key in a full outer join; what two matched rows say to each other is for
 * {@link RowTally} to decide, in the tasks, so that the driver gets a few rows of each table.
 *
 * <p>A file that is not the one its manifest lists is refused: its figures are nobody's.
 */
public final class OutputComparator {
  private static final String SQUARE_KM = "km²";
  private static final int SHOWN_VIOLATIONS = 5;
  private static final List<String> INPUT_COLUMNS = List.of("source_id", "path", "sha256", "role");

  private final SparkSession spark;
  private final String before;
  private final String after;

  public OutputComparator(SparkSession spark, String before, String after) {
    this.spark = spark;
    this.before = before;
    this.after = after;
  }

  /** What every task needs to know. */
  private record Shared(ArrayList<ComparedColumns> columns, int top) implements Serializable {}

  /** What a task found out of a part of a table. */
  private record PartTally(int part, RowTally tally) implements Serializable {}

  /**
   * @throws InputException when a file is missing or damaged, or a table's rows cannot be matched
   */
  public OutputComparison compare(ComparePlan plan) throws IOException {
    List<TablePart> different =
        plan.parts().stream()
            .filter(part -> part.standing() == TablePart.Standing.DIFFERENT)
            .toList();
    Stream<TablePart> read = Stream.concat(different.stream(), Stream.of(plan.inputFiles()));
    List<TablePart> distinct = read.distinct().toList();
    refuseDamaged(before, distinct.stream().flatMap(part -> part.before().stream()).toList());
    refuseDamaged(after, distinct.stream().flatMap(part -> part.after().stream()).toList());
    return OutputComparison.of(plan, inputs(plan.inputFiles()), tallies(different, plan.top()));
  }

  private void refuseDamaged(String folder, List<TableFile> listed) throws IOException {
    List<Violation> violations =
        OutputFiles.of(folder, spark.sparkContext().hadoopConfiguration()).hashes(listed);
    if (!violations.isEmpty()) {
      throw new InputException(
          "Cannot compare " + folder + ": " + Violation.text(violations, SHOWN_VIOLATIONS));
    }
  }

  private InputFileChanges inputs(TablePart part) throws IOException {
    if (part.standing() == TablePart.Standing.IDENTICAL) {
      return InputFileChanges.none(part.rowsAfter());
    }
    return InputFileChanges.between(inputs(before, part.before()), inputs(after, part.after()));
  }

  private List<InputFileChanges.Listed> inputs(String folder, List<TableFile> listed) {
    return new TableReader(spark, folder)
            .rows(Tables.INPUT_FILE, listed.stream().map(TableFile::path), INPUT_COLUMNS)
            .collectAsList()
            .stream()
            .map(
                row ->
                    new InputFileChanges.Listed(
                        row.getString(0), row.getString(1), row.getString(2), row.getString(3)))
            .toList();
  }

  private Map<TablePart, RowTally> tallies(List<TablePart> parts, int top) throws IOException {
    Map<TablePart, RowTally> tallies = new HashMap<>();
    if (parts.isEmpty()) {
      return tallies;
    }
    var shared = new Shared(new ArrayList<>(), top);
    List<JavaPairRDD<List<Object>, List<Object>>> old = new ArrayList<>();
    List<JavaPairRDD<List<Object>, List<Object>>> now = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      TablePart part = parts.get(i);
      ComparedColumns columns = columns(part);
      shared.columns.add(columns);
      tallies.put(part, new RowTally(columns, top));
      old.add(rows(i, before, part.before(), part.table(), columns));
      now.add(rows(i, after, part.after(), part.table(), columns));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Shared> all = context.broadcast(shared);
    context.sc().setJobDescription("comparing tables");
    union(context, old)
        .fullOuterJoin(union(context, now), Math.max(1, context.defaultParallelism()))
        .mapPartitions(rows -> tally(rows, all.value()))
        .collect()
        .forEach(found -> tallies.get(parts.get(found.part)).addAll(found.tally));
    tallies.forEach((part, tally) -> refuseAmbiguous(part, tally.counts()));
    return tallies;
  }

  private ComparedColumns columns(TablePart part) throws IOException {
    Table<?> table =
        Tables.all()
            .filter(known -> known.name().equals(part.table()))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "Cannot compare table "
                            + part.table()
                            + ": this version of the program does not know what names its rows"));
    return ComparedColumns.of(
        new ComparedColumns.Known(
            table.name(),
            table.key(),
            List.of(table.schema().fieldNames()),
            table.columns().stream()
                .filter(column -> column.unit().equals(SQUARE_KM))
                .map(Column::name)
                .toList()),
        columns(table, before, part.before()),
        columns(table, after, part.after()));
  }

  private List<String> columns(Table<?> table, String folder, List<TableFile> listed)
      throws IOException {
    var file = new Path(folder, listed.get(0).path());
    List<String> columns =
        new ArrayList<>(TableReader.columns(file, spark.sparkContext().hadoopConfiguration()));
    columns.addAll(table.partitionBy());
    return columns;
  }

  /** Rows by their key, before which stands the part, so that all parts are joined at once. */
  private JavaPairRDD<List<Object>, List<Object>> rows(
      int part, String folder, List<TableFile> listed, String table, ComparedColumns columns) {
    List<String> wanted = new ArrayList<>(columns.key());
    wanted.addAll(columns.values());
    int keys = columns.key().size();
    return new TableReader(spark, folder)
        .rows(Tables.named(table), listed.stream().map(TableFile::path), wanted)
        .toJavaRDD()
        .mapToPair(
            row -> {
              List<Object> key = new ArrayList<>(List.of(part));
              key.addAll(picked(row, 0, keys));
              return new Tuple2<>(key, picked(row, keys, row.size()));
            });
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static JavaPairRDD<List<Object>, List<Object>> union(
      JavaSparkContext context, List<JavaPairRDD<List<Object>, List<Object>>> parts) {
    return context.union(parts.toArray(JavaPairRDD[]::new));
  }

  private static List<Object> picked(Row row, int from, int to) {
    List<Object> values = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      Object value = row.get(i);
      values.add(value instanceof Seq<?> list ? CollectionConverters.asJava(list) : value);
    }
    return values;
  }

  private static Iterator<PartTally> tally(
      Iterator<Tuple2<List<Object>, Tuple2<Optional<List<Object>>, Optional<List<Object>>>>> rows,
      Shared shared) {
    Map<Integer, RowTally> tallies = new HashMap<>();
    while (rows.hasNext()) {
      var row = rows.next();
      int part = (Integer) row._1().get(0);
      Optional<List<Object>> old = row._2()._1();
      Optional<List<Object>> now = row._2()._2();
      RowTally tally =
          tallies.computeIfAbsent(
              part, place -> new RowTally(shared.columns.get(place), shared.top));
      if (!old.isPresent()) {
        tally.added();
      } else if (!now.isPresent()) {
        tally.removed();
      } else {
        tally.matched(row._1().subList(1, row._1().size()), old.get(), now.get());
      }
    }
    return tallies.entrySet().stream()
        .map(entry -> new PartTally(entry.getKey(), entry.getValue()))
        .iterator();
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
