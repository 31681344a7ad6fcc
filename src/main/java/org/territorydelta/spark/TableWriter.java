package org.territorydelta.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.territorydelta.model.Sha256;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * Writes tables as Parquet: rows sorted by key, one file a table (or a partition folder), its name
 * without anything random in it. So the same rows give the same bytes, whatever the number of
 * tasks.
 */
final class TableWriter {
  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;

  TableWriter(SparkSession spark, String folder) throws IOException {
    this.spark = spark;
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(configuration());
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }

  List<TableFile> write(Table table, List<Row> rows) throws IOException {
    return write(table, spark.createDataFrame(rows, table.schema()));
  }

  List<TableFile> write(Table table, JavaRDD<Row> rows) throws IOException {
    return write(table, spark.createDataFrame(rows, table.schema()));
  }

  private List<TableFile> write(Table table, Dataset<Row> rows) throws IOException {
    var target = new Path(folder, table.name());
    org.apache.spark.sql.Column[] order =
        Stream.concat(table.partitionBy().stream(), table.key().stream())
            .distinct()
            .map(functions::col)
            .toArray(org.apache.spark.sql.Column[]::new);
    spark.sparkContext().setJobDescription("writing " + table.name());
    rows.coalesce(1)
        .sortWithinPartitions(order)
        .write()
        .partitionBy(table.partitionBy().toArray(String[]::new))
        .parquet(target.toString());
    return named(table, target);
  }

  /** Gives every file a name that follows from its place alone. */
  private List<TableFile> named(Table table, Path target) throws IOException {
    List<Path> found = new ArrayList<>();
    for (RemoteIterator<LocatedFileStatus> all = files.listFiles(target, true); all.hasNext(); ) {
      FileStatus file = all.next();
      if (file.getPath().getName().endsWith(".parquet")) {
        found.add(file.getPath());
      }
    }
    found.sort(Comparator.comparing(Path::toString));
    List<TableFile> written = new ArrayList<>();
    Path parent = target;
    int number = 0;
    for (Path file : found) {
      number = file.getParent().equals(parent) ? number : 0;
      parent = file.getParent();
      var name =
          new Path(parent, String.format(Locale.ROOT, "%s-%05d.parquet", table.name(), number++));
      long rows = CanonicalParquet.copy(files, file, name);
      files.delete(file, false);
      written.add(new TableFile(table.name(), below(name), rows, sha256(files, name)));
    }
    return written;
  }

  private String below(Path file) {
    String root = files.makeQualified(folder).toUri().getPath();
    return files.makeQualified(file).toUri().getPath().substring(root.length() + 1);
  }

  static String sha256(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return Sha256.of(in);
    }
  }
}
