package org.territorydelta.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Region;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * The door to Spark for the commands: a session as spark-submit gives it, or a local one, with the
 * settings the tables need.
 */
public final class JobSession implements AutoCloseable {
  /** Local files without a checksum file beside each; the manifest holds their hashes. */
  private static final String LOCAL_FILES = "fs.file.impl";

  private static final String MASTER = "spark.master";

  private final SparkSession spark;

  private final boolean joined;

  private JobSession(SparkSession spark, boolean joined) {
    this.spark = spark;
    this.joined = joined;
  }

  /** How files are reached before there is a session. */
  public static Configuration hadoop() {
    var hadoop = new Configuration();
    hadoop.set(LOCAL_FILES, RawLocalFileSystem.class.getName());
    return hadoop;
  }

  /** Whether spark-submit, or a user who set its properties, has chosen where to run. */
  public static boolean isSubmitted() {
    return System.getProperty(MASTER) != null;
  }

  /** Opens the session, or joins the one there is. */
  public static JobSession open() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("territory-delta")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
            .config("spark.hadoop." + LOCAL_FILES, RawLocalFileSystem.class.getName());
    if (!isSubmitted()) {
      builder
          .master("local[*]")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.ui.showConsoleProgress", "true");
    }
    boolean joined = SparkSession.getDefaultSession().isDefined();
    return new JobSession(builder.getOrCreate(), joined);
  }

  public String sparkVersion() {
    return spark.version();
  }

  /** Runs the job; see {@link TerritoryRun#run}. */
  public TerritoryRun.Outcome run(
      RunConfig config, List<SourceFile> files, List<Region> regions, String folder)
      throws IOException {
    return TerritoryRun.run(spark, config, files, regions, folder);
  }

  /** Proves the laws on a written output; see {@link LawCheck#check}. */
  public List<Violation> check(String folder, List<TableFile> listed, List<LayerSet> layerSets)
      throws IOException {
    return new LawCheck(spark, folder).check(listed, layerSets);
  }

  /** Stops the session, unless it was there before. */
  @Override
  public void close() {
    if (!joined) {
      spark.stop();
    }
  }
}
