package org.territorydelta.spark.tables;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.internal.io.FileNameSpec;
import org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol;

/**
 * Spark's own way to commit files, with names that say the same in every run: the table's name and
 * the number of the file, without the id of the job.
 */
public final class TableCommitProtocol extends SQLHadoopMapReduceCommitProtocol {
  private static final long serialVersionUID = 1;

  /** The table's name, in the options of a write. */
  static final String TABLE = "territorydelta.table.name";

  /** Spark's number of a file among those that a task writes into a folder, in any digits. */
  private static final Pattern COUNTER = Pattern.compile("^[-.]c(\\p{Nd}+)");

  /** As Spark makes it. */
  public TableCommitProtocol(String job, String path, boolean overwritesPartitions) {
    super(job, path, overwritesPartitions);
  }

  @Override
  public String getFilename(TaskAttemptContext task, FileNameSpec file) {
    String table = task.getConfiguration().get(TABLE, "part");
    int number = task.getTaskAttemptID().getTaskID().getId();
    Matcher counter = COUNTER.matcher(file.suffix());
    int further = counter.find() ? Integer.parseInt(counter.group(1)) : 0;
    String more = further == 0 ? "" : String.format(Locale.ROOT, "-c%03d", further);
    return String.format(Locale.ROOT, "%s-%05d%s.parquet", table, number, more);
  }
}
