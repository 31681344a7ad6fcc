package org.territorydelta.spark.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map;

/**
 * Spark's own Parquet format, with more in each file's footer: how many rows it has and their
 * {@link ContentSum}, and, where the table has shapes, what makes the file GeoParquet. So what is
 * said of the rows is known from the files that were committed, whatever attempts there were.
 */
public final class TableFormat extends ParquetFileFormat {
  private static final long serialVersionUID = 1;

  /** Values of the partition columns of the file that is being opened, one a line. */
  static final String FOLDER = "territorydelta.table.folder";

  @Override
  public OutputWriterFactory prepareWrite(
      SparkSession spark, Job job, Map<String, String> options, StructType columns) {
    OutputWriterFactory parquet = super.prepareWrite(spark, job, options, columns);
    ParquetOutputFormat.setWriteSupportClass(job, TableWriteSupport.class);
    return new Files(parquet);
  }

  @Override
  public String shortName() {
    return "territory-delta-table";
  }

  @Override
  public String toString() {
    return "Parquet";
  }

  /** Tells the writer of a file in which folder it lies. */
  private static final class Files extends OutputWriterFactory {
    private static final long serialVersionUID = 1;

    private final OutputWriterFactory parquet;

    Files(OutputWriterFactory parquet) {
      this.parquet = parquet;
    }

    @Override
    public String getFileExtension(TaskAttemptContext context) {
      return parquet.getFileExtension(context);
    }

    @Override
    public OutputWriter newInstance(String path, StructType columns, TaskAttemptContext context) {
      Configuration settings = context.getConfiguration();
      settings.set(FOLDER, String.join("\n", folder(new Path(path))));
      return parquet.newInstance(path, columns, context);
    }
  }

  /** Values of the partition columns, from the folders a file lies in. */
  static List<String> folder(Path file) {
    Deque<String> values = new ArrayDeque<>();
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      int equals = folder.getName().indexOf('=');
      if (equals < 0) {
        break;
      }
      values.addFirst(folder.getName().substring(equals + 1));
    }
    return new ArrayList<>(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableFormat;
  }

  @Override
  public int hashCode() {
    return TableFormat.class.getName().hashCode();
  }
}
