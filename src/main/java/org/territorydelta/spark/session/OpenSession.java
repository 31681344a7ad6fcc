package org.territorydelta.spark.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * A session as spark-submit gives it, a local one, or one that was there before; with the settings
 * that the tables are written and read by. In a session that was there before they hold in a scope
 * of our own, which shares its context and executors and nothing else.
 *
 * @param joined whether it was there before, and is not ours to stop
 */
public record OpenSession(SparkSession spark, boolean joined) implements AutoCloseable {
  /** Local files without a checksum file beside each; the manifest holds the tables' hashes. */
  private static final String LOCAL_FILES = "fs.file.impl";

  private static final String MASTER = "spark.master";

  /**
   * What figures and files hang on, and how few rows are planned: queries over some thousand rows
   * are over before generated code is compiled, and have nothing to adapt.
   */
  private static final Map<String, String> SQL =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.datetime.java8API.enabled", "true",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.parquet.compression.codec", "zstd",
          "spark.sql.parquet.writeLegacyFormat", "false",
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          "spark.sql.sources.partitionColumnTypeInference.enabled", "false");

  /** Of a shuffle, where nobody says otherwise; most tables fit into one. */
  private static final String SHUFFLE_PARTITIONS = "8";

  /** Names the files of tables; a user's own, for an object store, say, names them its own way. */
  private static final String COMMIT_PROTOCOL = "spark.sql.sources.commitProtocolClass";

  private static final String COMMITTER = "org.territorydelta.spark.tables.TableCommitProtocol";

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

  /** Opens the session, or joins the one there is. */
  public static OpenSession open() {
    if (SparkEnv.get() != null) {
      return join(SparkSession.builder().getOrCreate());
    }
    SparkSession session = SparkSession.builder().config(settings()).getOrCreate();
    if (isSubmitted() && isLoggedAsSparkDoes()) {
      session.sparkContext().setLogLevel("WARN");
      Configurator.setLevel("org.territorydelta", Level.INFO);
    }
    return new OpenSession(session, false);
  }

  /**
   * Whether neither user nor cluster has set up a log, so that Spark's own would tell every task.
   */
  private static boolean isLoggedAsSparkDoes() {
    return System.getProperty("log4j2.configurationFile") == null
        && OpenSession.class.getResource("/log4j2.properties") == null;
  }

  private static OpenSession join(SparkSession there) {
    SparkSession own = there.newSession();
    var settings = new LinkedHashMap<String, String>();
    there.conf().getAll().foreach(setting -> settings.put(setting._1(), setting._2()));
    settings.putAll(SQL);
    settings.putIfAbsent(COMMIT_PROTOCOL, COMMITTER);
    settings.forEach(
        (key, value) -> {
          // Catalogs have names of their users' choice, which no list of settings has.
          if (own.conf().isModifiable(key) || key.startsWith("spark.sql.catalog.")) {
            own.conf().set(key, value);
          }
        });
    return new OpenSession(own, true);
  }

  private static SparkConf settings() {
    var conf =
        new SparkConf()
            .setIfMissing("spark.app.name", "territory-delta")
            .setIfMissing("spark.sql.shuffle.partitions", SHUFFLE_PARTITIONS)
            // No table is registered, so no folder is wanted where the user stands.
            .setIfMissing("spark.sql.catalogImplementation", "in-memory")
            .setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
            .set("spark.hadoop." + LOCAL_FILES, RawLocalFileSystem.class.getName());
    SQL.forEach(conf::set);
    conf.setIfMissing(COMMIT_PROTOCOL, COMMITTER);
    if (!isSubmitted()) {
      conf.setMaster("local[*]")
          .set("spark.ui.enabled", "false")
          // Kept for the page that nobody opens, and of wide tables large.
          .set("spark.sql.ui.retainedExecutions", "1")
          .set("spark.ui.retainedJobs", "10")
          .set("spark.ui.retainedStages", "10")
          .set("spark.ui.retainedTasks", "100")
          .set("spark.driver.bindAddress", "127.0.0.1")
          .set("spark.driver.host", "127.0.0.1")
          // A progress bar redraws its line, which makes a mess of a log file.
          .set("spark.ui.showConsoleProgress", Boolean.toString(System.console() != null));
    }
    return conf;
  }

  /** The context behind it, for work that is no query. */
  public JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Stops the session, unless it was there before. */
  @Override
  public void close() {
    if (!joined) {
      spark.stop();
    }
  }
}
