package org.territorydelta.spark;

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
import org.apache.spark.sql.types.StructType;
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
final class OutputComparator {
  private static final String SQUARE_KM = "km²";
  private static final int SHOWN_VIOLATIONS = 5;

  private final JavaSparkContext spark;
  private final String before;
  private final String after;

  OutputComparator(JavaSparkContext spark, String before, String after) {
    this.spark = spark;
    this.before = before;
    this.after = after;
  }

  /**
   * A file to read.
   *
   * @param part which part of a table it is of, by its place in {@link Shared}
   */
  private record Piece(int part, String path) implements Serializable {}

  /** What every task needs to know. */
  private record Shared(ArrayList<String> tables, ArrayList<ComparedColumns> columns, int top)
      implements Serializable {}

  /** What a task found out of a part of a table. */
  private record PartTally(int part, RowTally tally) implements Serializable {}

  /**
   * @throws InputException when a file is missing or damaged, or a table's rows cannot be matched
   */
  OutputComparison compare(ComparePlan plan) throws IOException {
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
    List<Violation> violations = OutputFiles.of(folder, spark.hadoopConfiguration()).hashes(listed);
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

  private List<InputFileChanges.Listed> inputs(String folder, List<TableFile> listed)
      throws IOException {
    Table table = only(Tables.INPUT_FILE, List.of("source_id", "path", "sha256", "role"));
    List<InputFileChanges.Listed> files = new ArrayList<>();
    for (TableFile file : listed) {
      TableReader.read(
          table,
          new Path(folder, file.path()),
          spark.hadoopConfiguration(),
          row ->
              files.add(
                  new InputFileChanges.Listed(
                      (String) row[0], (String) row[1], (String) row[2], (String) row[3])));
    }
    return files;
  }

  private Map<TablePart, RowTally> tallies(List<TablePart> parts, int top) throws IOException {
    Map<TablePart, RowTally> tallies = new HashMap<>();
    if (parts.isEmpty()) {
      return tallies;
    }
    var shared = new Shared(new ArrayList<>(), new ArrayList<>(), top);
    List<Piece> old = new ArrayList<>();
    List<Piece> now = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      TablePart part = parts.get(i);
      ComparedColumns columns = columns(part);
      shared.tables.add(part.table());
      shared.columns.add(columns);
      tallies.put(part, new RowTally(columns, top));
      for (TableFile file : part.before()) {
        old.add(new Piece(i, new Path(before, file.path()).toString()));
      }
      for (TableFile file : part.after()) {
        now.add(new Piece(i, new Path(after, file.path()).toString()));
      }
    }
    Broadcast<Shared> all = spark.broadcast(shared);
    spark.sc().setJobDescription("comparing tables");
    rows(old, all)
        .fullOuterJoin(rows(now, all), Math.max(1, spark.defaultParallelism()))
        .mapPartitions(rows -> tally(rows, all.value()))
        .collect()
        .forEach(found -> tallies.get(parts.get(found.part)).addAll(found.tally));
    tallies.forEach((part, tally) -> refuseAmbiguous(part, tally.counts()));
    return tallies;
  }

  private ComparedColumns columns(TablePart part) throws IOException {
    Table table =
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

  private List<String> columns(Table table, String folder, List<TableFile> listed)
      throws IOException {
    var file = new Path(folder, listed.get(0).path());
    List<String> columns = new ArrayList<>(TableReader.columns(file, spark.hadoopConfiguration()));
    columns.addAll(table.partitionBy());
    return columns;
  }

  /** Rows by their key, before which stands the part, so that all parts are joined at once. */
  private JavaPairRDD<List<Object>, List<Object>> rows(
      List<Piece> pieces, Broadcast<Shared> shared) {
    return spark
        .parallelize(pieces, Math.max(1, pieces.size()))
        .flatMapToPair(piece -> read(piece, shared.value()).iterator());
  }

  private static List<Tuple2<List<Object>, List<Object>>> read(Piece piece, Shared shared)
      throws IOException {
    ComparedColumns columns = shared.columns.get(piece.part);
    List<String> wanted = new ArrayList<>(columns.key());
    wanted.addAll(columns.values());
    Table table = only(Tables.named(shared.tables.get(piece.part)), wanted);
    StructType schema = table.schema();
    int[] keys = columns.key().stream().mapToInt(schema::fieldIndex).toArray();
    int[] values = columns.values().stream().mapToInt(schema::fieldIndex).toArray();
    List<Tuple2<List<Object>, List<Object>>> rows = new ArrayList<>();
    TableReader.read(
        table,
        new Path(piece.path),
        TaskHadoop.configuration(),
        row -> {
          List<Object> key = new ArrayList<>(List.of(piece.part));
          key.addAll(picked(row, keys));
          rows.add(new Tuple2<>(key, picked(row, values)));
        });
    return rows;
  }

  /** The table with some of its columns only. */
  private static Table only(Table table, List<String> columns) {
    return new Table(
        table.name(),
        table.meaning(),
        table.key(),
        table.partitionBy(),
        table.columns().stream().filter(column -> columns.contains(column.name())).toList());
  }

  private static List<Object> picked(Object[] row, int[] places) {
    List<Object> values = new ArrayList<>(places.length);
    for (int place : places) {
      values.add(
          row[place] instanceof Seq<?> list ? CollectionConverters.asJava(list) : row[place]);
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
