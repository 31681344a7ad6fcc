package org.territorydelta.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Violation;
import org.territorydelta.report.ComparePlan;
import org.territorydelta.report.OutputComparison;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * The door to Spark for the commands: a session as spark-submit gives it, or a local one, with the
 * settings the tables need.
 */
public final class JobSession implements AutoCloseable {
  /** Local files without a checksum file beside each; the manifest holds their hashes. */
  private static final String LOCAL_FILES = "fs.file.impl";

  private static final String MASTER = "spark.master";

  /** Marks a context that was opened here, and is to be stopped here. */
  private static final String OURS = "spark.territorydelta.opened";

  private final JavaSparkContext spark;

  private final boolean joined;

  private JobSession(JavaSparkContext spark, boolean joined) {
    this.spark = spark;
    this.joined = joined;
  }

  /** How files are reached before there is a session, with what spark-submit was given for it. */
  public static Configuration hadoop() {
    var hadoop = new Configuration(SparkHadoopUtil.get().conf());
    hadoop.set(LOCAL_FILES, RawLocalFileSystem.class.getName());
    return hadoop;
  }

  /** Whether spark-submit, or a user who set its properties, has chosen where to run. */
  public static boolean isSubmitted() {
    return System.getProperty(MASTER) != null;
  }

  /**
   * Opens the session, or joins the one there is. Without Spark SQL, whose loading takes a second
   * and which no table needs to be written or checked.
   */
  public static JobSession open() {
    var conf =
        new SparkConf()
            .setIfMissing("spark.app.name", "territory-delta")
            .set(OURS, "true")
            .set("spark.sql.session.timeZone", "UTC")
            .set("spark.sql.datetime.java8API.enabled", "true")
            .set("spark.hadoop." + LOCAL_FILES, RawLocalFileSystem.class.getName());
    if (!isSubmitted()) {
      conf.setMaster("local[*]")
          .set("spark.ui.enabled", "false")
          .set("spark.driver.bindAddress", "127.0.0.1")
          .set("spark.driver.host", "127.0.0.1")
          // A progress bar redraws its line, which makes a mess of a log file.
          .set("spark.ui.showConsoleProgress", Boolean.toString(System.console() != null));
    }
    SparkContext context = SparkContext.getOrCreate(conf);
    boolean joined = context.getConf().getOption(OURS).isEmpty();
    return new JobSession(JavaSparkContext.fromSparkContext(context), joined);
  }

  public String sparkVersion() {
    return spark.version();
  }

  /** Runs the job; see {@link TerritoryRun#run}. */
  public TerritoryRun.Outcome run(TerritoryRun.Request request) throws IOException {
    return TerritoryRun.run(spark, request);
  }

  /** Proves the laws on a written output; see {@link LawCheck#check}. */
  public List<Violation> check(String folder, List<TableFile> listed, List<LayerSet> layerSets)
      throws IOException {
    return new LawCheck(spark, folder).check(listed, layerSets);
  }

  /** Compares two written outputs; see {@link OutputComparator}. */
  public OutputComparison compare(String before, String after, ComparePlan plan)
      throws IOException {
    return new OutputComparator(spark, before, after).compare(plan);
  }

  /** Stops the session, unless it was there before. */
  @Override
  public void close() {
    if (!joined) {
      spark.stop();
    }
  }
}
