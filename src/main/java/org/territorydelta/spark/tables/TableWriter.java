package org.territorydelta.spark.tables;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.territorydelta.geo.SpatialOrder;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * Writes tables as Parquet: rows sorted by key, those with a place in spatial order. How many files
 * a table has follows from how many rows it has, never from how many tasks there are.
 */
public final class TableWriter {
  /** Above that a table, or a folder of it, has a second file: some 50 to 200 MB of our columns. */
  static final long ROWS_PER_FILE = 2_000_000;

  /** Where a shape lies on a curve through the plane; no column of the table. */
  private static final String PLACE = "_place";

  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;

  public TableWriter(SparkSession spark, String folder) throws IOException {
    this.spark = spark;
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(hadoop());
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** Writes few rows, from here. */
  public List<TableFile> write(Table<?> table, List<Row> rows) throws IOException {
    List<Row> placed = new ArrayList<>(rows.size());
    Placing placing = Placing.of(table);
    rows.forEach(row -> placed.add(placing.place(row)));
    return write(table, spark.createDataFrame(placed, placing.schema()).coalesce(1));
  }

  /**
   * Writes many rows, from the tasks that make them.
   *
   * @param atMost how many there can be; only if that is more than one file takes, they are counted
   */
  public List<TableFile> write(Table<?> table, JavaRDD<Row> rows, long atMost) throws IOException {
    spark.sparkContext().setJobDescription("writing " + table.name());
    Placing placing = Placing.of(table);
    Dataset<Row> placed = spark.createDataFrame(rows.map(placing::place), placing.schema());
    long count = atMost <= ROWS_PER_FILE ? atMost : rows.count();
    int parts = Math.toIntExact(Math.max(1, (count + ROWS_PER_FILE - 1) / ROWS_PER_FILE));
    return write(
        table, parts == 1 ? placed.repartition(1) : placed.repartitionByRange(parts, order(table)));
  }

  private List<TableFile> write(Table<?> table, Dataset<Row> rows) throws IOException {
    var path = new Path(folder, table.name());
    Dataset<Row> sorted = rows.sortWithinPartitions(order(table)).drop(PLACE);
    writer(table, sorted)
        .partitionBy(table.partitionBy().toArray(String[]::new))
        .save(path.toString());
    if (!table.partitionBy().isEmpty() && TableReader.files(files, folder, table).isEmpty()) {
      writeNone(table);
    }
    return written(table);
  }

  /** What the manifest says of a table that has just been written. */
  private List<TableFile> written(Table<?> table) throws IOException {
    var root = files.makeQualified(folder).toUri();
    List<TableFile> written = new ArrayList<>();
    for (Path file : TableReader.files(files, folder, table)) {
      Map<String, String> footer;
      try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop()))) {
        footer = reader.getFileMetaData().getKeyValueMetaData();
      }
      written.add(
          new TableFile(
              table.name(),
              root.relativize(files.makeQualified(file).toUri()).getPath(),
              Long.parseLong(footer.get(TableWriteSupport.ROWS)),
              TableReader.sha256(files, file),
              footer.get(TableWriteSupport.CONTENT)));
    }
    return written;
  }

  /** A table without rows has a file all the same, which readers learn its columns from. */
  private void writeNone(Table<?> table) {
    var none = new StringBuilder(folder + "/" + table.name());
    table.partitionBy().forEach(column -> none.append('/').append(column).append("=none"));
    Dataset<Row> empty = spark.createDataFrame(List.<Row>of(), table.schema());
    writer(table, empty.drop(table.partitionBy().toArray(String[]::new)).coalesce(1))
        .save(none.toString());
  }

  private static DataFrameWriter<Row> writer(Table<?> table, Dataset<Row> rows) {
    return rows.write()
        .format(TableFormat.class.getName())
        .mode(SaveMode.Append)
        .option(TableCommitProtocol.TABLE, table.name())
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", false);
  }

  private static Column[] order(Table<?> table) {
    Stream<String> place = GeoParquet.isSpatial(table) ? Stream.of(PLACE) : Stream.of();
    return Stream.of(place, table.partitionBy().stream(), table.key().stream())
        .flatMap(columns -> columns)
        .distinct()
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** Removes every table that was written. */
  public void forgetAll() throws IOException {
    files.delete(folder, true);
    files.mkdirs(folder);
  }

  /**
   * Puts beside a row with a shape where that lies.
   *
   * @param box place of the box among the columns; negative for a table without shapes
   */
  private record Placing(StructType schema, int box) implements Serializable {
    static Placing of(Table<?> table) {
      StructType schema = table.schema();
      return GeoParquet.isSpatial(table)
          ? new Placing(schema.add(PLACE, DataTypes.LongType), schema.fieldIndex(GeoParquet.BOX))
          : new Placing(schema, -1);
    }

    Row place(Row row) {
      if (box < 0) {
        return row;
      }
      Object[] values = new Object[row.size() + 1];
      for (int i = 0; i < row.size(); i++) {
        values[i] = row.get(i);
      }
      Row sides = row.getAs(box);
      values[row.size()] =
          SpatialOrder.code(
              sides == null
                  ? new Envelope()
                  : new Envelope(
                      sides.getDouble(0),
                      sides.getDouble(2),
                      sides.getDouble(1),
                      sides.getDouble(3)));
      return RowFactory.create(values);
    }
  }
}
