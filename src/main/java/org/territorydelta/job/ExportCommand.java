package org.territorydelta.job;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;
import org.territorydelta.spark.output.TableExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes an output's tables for spreadsheets, and its claims for the web. */
@Command(
    name = "export",
    description = "Write a finished output's tables as CSV, and its claims as ClaimReview.",
    footer = {
      "",
      "Into the output: csv/<table>.csv without shapes, for spreadsheets (UTF-8 with",
      "a mark, formulas made text), and claim-review.jsonld, the assessments of claims",
      "as schema.org has them. 'run --csv' does the same at once. The tables stay as",
      "they are, and 'check' looks at them alone.",
      "",
      "Exits 0 when written; 2 when DIR holds no _run.json; 3 when a table's file is",
      "missing or is not the one that _run.json lists; 4 when the run rejected DIR.",
      "",
      "Examples:",
      "  territory-delta export out/sample"
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "an output folder")
  private String folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = JobSession.hadoop();
    RunManifest manifest = Manifests.lawful("export", folder, hadoop);
    try (JobSession spark = JobSession.open()) {
      System.out.println(line(spark.export(folder, manifest)));
    }
    return ExitCode.DONE;
  }

  /** What was written, for the console. */
  static String line(TableExport.Written written) {
    String left =
        written.tooLong().isEmpty()
            ? ""
            : ", without "
                + String.join(", ", written.tooLong())
                + ", which is too long for a spreadsheet";
    return written.tables()
        + " tables are in csv/"
        + left
        + "; "
        + written.reviews()
        + " claim reviews in claim-review.jsonld";
  }
}
