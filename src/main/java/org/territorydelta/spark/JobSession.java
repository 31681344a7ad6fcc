package org.territorydelta.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.territorydelta.extract.Proposals;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Violation;
import org.territorydelta.report.ComparePlan;
import org.territorydelta.report.OutputComparison;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.spark.session.OpenSession;

/** The door to Spark for the commands; see {@link OpenSession}. */
public final class JobSession implements AutoCloseable {
  private final OpenSession session;
  private final JavaSparkContext spark;

  private JobSession(OpenSession session) {
    this.session = session;
    this.spark = session.context();
  }

  /** How files are reached before there is a session, with what spark-submit was given for it. */
  public static Configuration hadoop() {
    return OpenSession.hadoop();
  }

  /** Whether spark-submit, or a user who set its properties, has chosen where to run. */
  public static boolean isSubmitted() {
    return OpenSession.isSubmitted();
  }

  /** Opens the session, or joins the one there is. */
  public static JobSession open() {
    return new JobSession(OpenSession.open());
  }

  public String sparkVersion() {
    return spark.version();
  }

  /** Runs the job; see {@link TerritoryRun#run}. */
  public TerritoryRun.Outcome run(TerritoryRun.Request request) throws IOException {
    return TerritoryRun.run(spark, request);
  }

  /** Reads reports and proposes what they say; see {@link ExtractStage}. */
  public List<Proposals> extract(List<SourceFile> files) {
    return ExtractStage.read(spark, files);
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
    session.close();
  }
}
