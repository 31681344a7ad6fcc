package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.summary.RegionLaws;
import org.territorydelta.summary.SourceLaws;
import org.territorydelta.summary.SourceTables;
import scala.Tuple2;

/**
 * Proves the laws on a written output: the files are the ones the manifest lists, the schemas are
 * the tables', derived columns follow from the others, and the figures of each source agree with
 * each other. Sources are checked side by side.
 */
public final class LawCheck {
  /** Tables with a row for a source. */
  private static final List<RowCodec<?>> BY_SOURCE =
      List.of(
          new InputFileCodec(),
          new SnapshotCodec(),
          new MapDayCodec(),
          new ControlAreaCodec(),
          new TransitionCodec(),
          new AreaDeltaCodec(),
          new QuarantineCodec());

  /** Columns that one row alone does not determine. */
  private static final List<String> FROM_OTHER_TABLES =
      List.of(
          "opening_share", "closing_share", "file_date", "map_date", "maps", "outcome", "state");

  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;

  public LawCheck(SparkSession spark, String folder) throws IOException {
    this.spark = spark;
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  /**
   * @param listed the files the manifest lists
   * @param layerSets as the run was configured
   */
  public List<Violation> check(List<TableFile> listed, List<LayerSet> layerSets)
      throws IOException {
    List<Violation> violations = new ArrayList<>(hashes(listed));
    violations.addAll(schemas());
    if (violations.stream().anyMatch(v -> v.law().startsWith("the schema"))) {
      return violations;
    }
    List<RegionFacts> regions = new ArrayList<>();
    for (Row row : read(Tables.REGION).collectAsList()) {
      regions.add(new RegionCodec().fromRow(row));
    }
    violations.addAll(RegionLaws.check(regions));
    violations.addAll(laws(regions, layerSets));
    return violations.stream().distinct().toList();
  }

  private List<Violation> hashes(List<TableFile> listed) throws IOException {
    List<Violation> violations = new ArrayList<>();
    for (TableFile file : listed) {
      var path = new Path(folder, file.path());
      if (!files.exists(path)) {
        violations.add(new Violation(file.table(), file.path(), "every listed file is there"));
      } else if (!TableWriter.sha256(files, path).equals(file.sha256())) {
        violations.add(
            new Violation(file.table(), file.path(), "the file's hash is the one in _run.json"));
      }
    }
    return violations;
  }

  private List<Violation> schemas() throws IOException {
    List<Violation> violations = new ArrayList<>();
    for (Table table : Tables.all().toList()) {
      var path = new Path(folder, table.name());
      if (!files.exists(path)) {
        violations.add(new Violation(table.name(), table.name(), "the schema has this table"));
        continue;
      }
      List<String> found = new ArrayList<>(table.partitionBy());
      Optional<Path> file = anyFile(path);
      if (file.isEmpty()) {
        continue;
      }
      found.addAll(columns(file.get()));
      for (String column : table.schema().fieldNames()) {
        if (!found.contains(column)) {
          violations.add(new Violation(table.name(), column, "the schema has this column"));
        }
      }
    }
    return violations;
  }

  private Optional<Path> anyFile(Path table) throws IOException {
    for (var all = files.listFiles(table, true); all.hasNext(); ) {
      Path file = all.next().getPath();
      if (file.getName().endsWith(".parquet")) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** From the file's footer; asking Spark would cost a job. */
  private List<String> columns(Path file) throws IOException {
    var input = HadoopInputFile.fromPath(file, spark.sparkContext().hadoopConfiguration());
    try (var reader = ParquetFileReader.open(input)) {
      return reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
    }
  }

  private Dataset<Row> read(Table table) {
    return spark.read().schema(table.schema()).parquet(new Path(folder, table.name()).toString());
  }

  private List<Violation> laws(List<RegionFacts> regions, List<LayerSet> layerSets) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<ArrayList<RegionFacts>> allRegions = context.broadcast(new ArrayList<>(regions));
    Broadcast<ArrayList<LayerSet>> allSets = context.broadcast(new ArrayList<>(layerSets));
    JavaPairRDD<String, Tuple2<Integer, Row>> rows =
        context.<Tuple2<String, Tuple2<Integer, Row>>>emptyRDD().mapToPair(t -> t);
    for (int i = 0; i < BY_SOURCE.size(); i++) {
      int table = i;
      rows =
          rows.union(
              read(BY_SOURCE.get(i).table())
                  .toJavaRDD()
                  .mapToPair(
                      row -> new Tuple2<>(row.getAs("source_id"), new Tuple2<>(table, row))));
    }
    spark.sparkContext().setJobDescription("checking the laws");
    return rows.groupByKey(Math.max(1, spark.sparkContext().defaultParallelism()))
        .flatMap(source -> check(source._2(), allRegions.value(), allSets.value()).iterator())
        .collect();
  }

  private static List<Violation> check(
      Iterable<Tuple2<Integer, Row>> rows, List<RegionFacts> regions, List<LayerSet> layerSets) {
    List<Violation> violations = new ArrayList<>();
    Map<String, List<Object>> records = new HashMap<>();
    for (Tuple2<Integer, Row> row : rows) {
      RowCodec<?> codec = BY_SOURCE.get(row._1());
      decode(codec, row._2(), violations)
          .ifPresent(
              value ->
                  records
                      .computeIfAbsent(codec.table().name(), table -> new ArrayList<>())
                      .add(value));
    }
    var tables =
        new SourceTables(
            new SourceTables.Maps(
                list(records, Tables.INPUT_FILE),
                list(records, Tables.SNAPSHOT),
                list(records, Tables.MAP_DAY),
                list(records, Tables.QUARANTINE)),
            new SourceTables.Areas(
                list(records, Tables.CONTROL_AREA),
                list(records, Tables.TRANSITION),
                list(records, Tables.AREA_DELTA)),
            regions,
            layerSets);
    violations.addAll(SourceLaws.check(tables));
    return violations;
  }

  /** The record behind a row, if it is one; and whether its derived columns follow from it. */
  private static <T> Optional<T> decode(RowCodec<T> codec, Row row, List<Violation> violations) {
    T value;
    try {
      value = codec.fromRow(row);
    } catch (IllegalArgumentException e) {
      violations.add(new Violation(codec.table().name(), key(codec.table(), row), e.getMessage()));
      return Optional.empty();
    }
    Row again = codec.toRow(value);
    for (int i = 0; i < codec.table().columns().size(); i++) {
      String column = codec.table().columns().get(i).name();
      Object found = row.getAs(column);
      boolean scalar = !column.equals("ignored_by_rule") && !FROM_OTHER_TABLES.contains(column);
      if (scalar && !Objects.equals(found, again.get(i))) {
        violations.add(
            new Violation(
                codec.table().name(),
                key(codec.table(), row),
                column
                    + " follows from the other columns: found "
                    + found
                    + ", expected "
                    + again.get(i)));
      }
    }
    return Optional.of(value);
  }

  private static String key(Table table, Row row) {
    List<String> parts = new ArrayList<>();
    table.key().forEach(column -> parts.add(String.valueOf(row.<Object>getAs(column))));
    return String.join(" ", parts);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Map<String, List<Object>> records, Table table) {
    return (List<T>) (List<?>) records.getOrDefault(table.name(), List.of());
  }
}
