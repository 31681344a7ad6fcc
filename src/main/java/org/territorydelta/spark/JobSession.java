package org.territorydelta.spark;

import org.apache.spark.sql.SparkSession;

/** The Spark session of the job: what spark-submit gives, or a local one. */
public final class JobSession {
  private JobSession() {}

  /** A session with the settings the tables need; the caller stops it. */
  public static SparkSession open() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("territory-delta")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.adaptive.enabled", "false");
    builder.config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    if (System.getProperty("spark.master") == null) {
      builder
          .master("local[*]")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.ui.showConsoleProgress", "true");
    }
    return builder.getOrCreate();
  }
}
