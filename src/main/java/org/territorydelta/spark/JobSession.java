package org.territorydelta.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.territorydelta.config.RunConfig;
import org.territorydelta.extract.Proposals;
import org.territorydelta.model.Violation;
import org.territorydelta.report.ComparePlan;
import org.territorydelta.report.OutputComparison;
import org.territorydelta.report.PageInput;
import org.territorydelta.report.RunManifest;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.TableRows;
import org.territorydelta.spark.inputs.SourceFile;
import org.territorydelta.spark.laws.Law;
import org.territorydelta.spark.output.OutputAudit;
import org.territorydelta.spark.output.OutputComparator;
import org.territorydelta.spark.output.PageReader;
import org.territorydelta.spark.output.TableExport;
import org.territorydelta.spark.session.OpenSession;
import org.territorydelta.spark.tables.CatalogCopy;

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
    return TerritoryRun.run(session.spark(), request);
  }

  /** Reads reports and proposes what they say; see {@link ExtractStage}. */
  public List<Proposals> extract(List<SourceFile> files) {
    return ExtractStage.read(spark, files);
  }

  /** Proves some laws on a written output; see {@link OutputAudit#violations}. */
  public List<Violation> check(String folder, List<TableFile> listed, List<Law> laws)
      throws IOException {
    return new OutputAudit(session.spark(), folder).violations(listed, laws);
  }

  /** Reads what the page shows; see {@link PageReader#read}. */
  public PageInput page(String folder, RunManifest run) throws IOException {
    return PageReader.read(session.spark(), folder, run);
  }

  /** Some tables of an output by some of their columns; see {@link PageReader#tables}. */
  public Map<String, TableRows> tables(
      String folder, RunManifest run, Map<String, List<String>> columns) throws IOException {
    return PageReader.tables(session.spark(), folder, run, columns);
  }

  /** Writes an output's exports; see {@link TableExport#write}. */
  public TableExport.Written export(String folder, RunManifest manifest) throws IOException {
    return TableExport.write(session.spark(), folder, manifest);
  }

  /** Compares two written outputs; see {@link OutputComparator}. */
  public OutputComparison compare(String before, String after, ComparePlan plan)
      throws IOException {
    return new OutputComparator(session.spark(), before, after).compare(plan);
  }

  /** Refuses a catalog that Spark's settings do not name. */
  public void requireKnown(RunConfig.Catalog catalog) {
    CatalogCopy.requireKnown(session.spark(), catalog);
  }

  /** Copies the tables of an output into a catalog; see {@link CatalogCopy#write}. */
  public int copy(String folder, RunConfig.Catalog catalog) {
    return CatalogCopy.write(session.spark(), folder, catalog);
  }

  /** Stops the session, unless it was there before. */
  @Override
  public void close() {
    session.close();
  }
}
