package org.territorydelta.spark;

import org.apache.spark.sql.SparkSession;

/** The one local session of all Spark tests of a JVM; commands under test join it. */
public final class SharedSession {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .appName("tests")
          .master("local[2]")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.ui.retainedExecutions", "1")
          .config("spark.ui.retainedJobs", "10")
          .config("spark.ui.retainedStages", "10")
          .config("spark.ui.retainedTasks", "100")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.default.parallelism", "2")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.datetime.java8API.enabled", "true")
          .config("spark.sql.adaptive.enabled", "false")
          .config("spark.sql.parquet.compression.codec", "zstd")
          .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
          .config("spark.hadoop.fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem")
          .getOrCreate();

  private SharedSession() {}

  public static SparkSession get() {
    return SESSION;
  }
}
