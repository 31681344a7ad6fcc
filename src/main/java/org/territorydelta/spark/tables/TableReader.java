package org.territorydelta.spark.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.territorydelta.model.Sha256;

/**
 * Reads the tables of an output. A table that the output does not have is without rows, a column
 * that its files do not have is null in every row.
 */
public final class TableReader {
  private final SparkSession spark;
  private final Path folder;

  public TableReader(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = new Path(folder);
  }

  /** All rows, in any order. */
  public Dataset<Row> rows(Table<?> table) throws IOException {
    return rows(table, List.of(table.schema().fieldNames()), "");
  }

  /** Some columns of all rows, in any order. */
  public Dataset<Row> rows(Table<?> table, List<String> columns) throws IOException {
    return rows(table, columns, "");
  }

  /** Some columns of all rows, in the order in which they were written. */
  public List<Row> inOrder(Table<?> table, List<String> columns) throws IOException {
    return rows(table, columns, "_metadata.file_path").collectAsList();
  }

  private Dataset<Row> rows(Table<?> table, List<String> columns, String order) throws IOException {
    var path = new Path(folder, table.name());
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    if (files(files, folder, table).isEmpty()) {
      return spark.createDataFrame(List.<Row>of(), table.schema()).select(columns(columns));
    }
    Dataset<Row> rows = spark.read().schema(table.schema()).parquet(path.toString());
    if (!order.isEmpty()) {
      rows = rows.orderBy(functions.col(order), functions.col("_metadata.row_index"));
    }
    return rows.select(columns(columns));
  }

  /** Some columns of the rows of some files of a table. */
  public Dataset<Row> rows(Table<?> table, Stream<String> paths, List<String> columns) {
    return spark
        .read()
        .schema(table.schema())
        .option("basePath", new Path(folder, table.name()).toString())
        .parquet(paths.map(path -> new Path(folder, path).toString()).toArray(String[]::new))
        .select(columns(columns));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }

  /** The table's Parquet files below an output folder, sorted; none when there is no such table. */
  public static List<Path> files(FileSystem files, Path folder, Table<?> table) throws IOException {
    var root = new Path(folder, table.name());
    List<Path> found = new ArrayList<>();
    if (files.exists(root)) {
      for (RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true); all.hasNext(); ) {
        Path file = all.next().getPath();
        if (file.getName().endsWith(".parquet")) {
          found.add(file);
        }
      }
    }
    found.sort(null);
    return found;
  }

  /** The hash of a file's bytes, as the manifest has it. */
  public static String sha256(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return Sha256.of(in);
    }
  }

  /** The columns of a file, from its footer. */
  public static List<String> columns(Path file, Configuration hadoop) throws IOException {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      return reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
    }
  }
}
