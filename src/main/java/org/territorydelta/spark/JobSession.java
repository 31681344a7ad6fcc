package org.territorydelta.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/** The Spark session of the job: what spark-submit gives, or a local one. */
public final class JobSession {
  /** Local files without a checksum file beside each; the manifest holds their hashes. */
  private static final String LOCAL_FILES = "fs.file.impl";

  private JobSession() {}

  /** How files are reached before there is a session. */
  public static Configuration hadoop() {
    var hadoop = new Configuration();
    hadoop.set(LOCAL_FILES, RawLocalFileSystem.class.getName());
    return hadoop;
  }

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
    builder.config("spark.hadoop." + LOCAL_FILES, RawLocalFileSystem.class.getName());
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
