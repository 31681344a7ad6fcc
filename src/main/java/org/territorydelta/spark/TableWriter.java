package org.territorydelta.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.geo.SpatialOrder;
import org.territorydelta.model.Sha256;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * Writes tables as Parquet: rows sorted by key, those with a place in spatial order, one file a
 * table (or a partition folder), its name without anything random in it. So the same rows give the
 * same bytes, whatever the number of tasks.
 */
final class TableWriter {
  /** Where an attempt of a task writes; the driver puts the one that counts in its place. */
  static final String ATTEMPTS = "_attempts";

  private final Path folder;
  private final FileSystem files;

  TableWriter(Configuration hadoop, String folder) throws IOException {
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(hadoop);
  }

  /**
   * A file as an attempt made it.
   *
   * @param made where it lies
   * @param place where it belongs, below the output folder
   */
  private record Made(String made, String place, long rows, String sha256)
      implements Serializable {}

  /** Writes few rows, from here. */
  List<TableFile> write(Table table, List<Row> rows) throws IOException {
    return placed(table, make(table, rows.iterator(), folder.toString(), "driver"));
  }

  /** Writes many rows, from one task. */
  List<TableFile> write(Table table, JavaRDD<Row> rows) throws IOException {
    String name = table.name();
    String root = folder.toString();
    rows.context().setJobDescription("writing " + name);
    List<Made> made =
        rows.coalesce(1)
            .mapPartitions(
                task ->
                    make(
                            Tables.named(name),
                            task,
                            root,
                            Long.toString(TaskContext.get().taskAttemptId()))
                        .iterator())
            .collect();
    return placed(table, made);
  }

  private List<TableFile> placed(Table table, List<Made> made) throws IOException {
    List<TableFile> written = new ArrayList<>();
    for (Made file : made) {
      place(file.made(), new Path(folder, file.place()));
      written.add(new TableFile(table.name(), file.place(), file.rows(), file.sha256()));
    }
    return written;
  }

  /** Puts a file that an attempt made where it belongs. */
  void place(String made, Path place) throws IOException {
    files.mkdirs(place.getParent());
    if (!files.rename(new Path(made), place)) {
      throw new IOException("Cannot put " + made + " in its place: " + place);
    }
  }

  /** A folder that an attempt of a task has for itself. */
  static Path attempt(String folder, String name) {
    return new Path(new Path(folder, ATTEMPTS), name);
  }

  /** Removes every table that was written. */
  void forgetAll() throws IOException {
    files.delete(folder, true);
    files.mkdirs(folder);
  }

  /** Removes what attempts left behind that did not count. */
  void finish() throws IOException {
    files.delete(new Path(folder, ATTEMPTS), true);
  }

  private static List<Made> make(Table table, Iterator<Row> rows, String root, String attempt)
      throws IOException {
    Map<String, List<Row>> byFolder = new TreeMap<>();
    StructType schema = table.schema();
    while (rows.hasNext()) {
      Row row = rows.next();
      byFolder.computeIfAbsent(folder(table, schema, row), name -> new ArrayList<>()).add(row);
    }
    if (byFolder.isEmpty()) {
      byFolder.put(folderOfNone(table), new ArrayList<>());
    }
    Comparator<Row> order = order(table, schema);
    List<Made> made = new ArrayList<>();
    for (Map.Entry<String, List<Row>> entry : byFolder.entrySet()) {
      entry.getValue().sort(order);
      String name = String.format(Locale.ROOT, "%s-%05d.parquet", table.name(), 0);
      made.add(
          make(
              table,
              entry.getValue(),
              new Path(attempt(root, attempt), entry.getKey().replace('/', '-')),
              entry.getKey() + "/" + name));
    }
    return made;
  }

  /** A table without rows has a file all the same, which readers learn its columns from. */
  private static String folderOfNone(Table table) {
    var folder = new StringBuilder(table.name());
    table.partitionBy().forEach(column -> folder.append('/').append(column).append("=none"));
    return folder.toString();
  }

  private static String folder(Table table, StructType schema, Row row) {
    var folder = new StringBuilder(table.name());
    for (String column : table.partitionBy()) {
      folder.append('/').append(column).append('=').append(row.get(schema.fieldIndex(column)));
    }
    return folder.toString();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Comparator<Row> order(Table table, StructType schema) {
    int[] places =
        Stream.concat(table.partitionBy().stream(), table.key().stream())
            .distinct()
            .mapToInt(schema::fieldIndex)
            .toArray();
    Comparator<Comparable> nullsFirst = Comparator.nullsFirst(Comparator.naturalOrder());
    Comparator<Row> byKey =
        (a, b) -> {
          for (int place : places) {
            int order = nullsFirst.compare((Comparable) a.get(place), (Comparable) b.get(place));
            if (order != 0) {
              return order;
            }
          }
          return 0;
        };
    return GeoParquet.isSpatial(table)
        ? Comparator.comparingLong((Row row) -> SpatialOrder.code(GeoParquet.box(schema, row)))
            .thenComparing(byKey)
        : byKey;
  }

  private static Made make(Table table, List<Row> rows, Path file, String place)
      throws IOException {
    Configuration hadoop = TaskHadoop.configuration();
    var raw = file.suffix(".raw");
    try (ParquetWriter<Row> writer =
        new RowWriteSupport.Builder(HadoopOutputFile.fromPath(raw, hadoop), table)
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withExtraMetaData(GeoParquet.entries(table, rows))
            .build()) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    FileSystem files = file.getFileSystem(hadoop);
    MessageDigest sha256 = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(files.create(file, true), sha256)) {
      CanonicalParquet.copy(files, raw, out);
    }
    files.delete(raw, false);
    return new Made(file.toString(), place, rows.size(), Sha256.hex(sha256));
  }
}
