package org.territorydelta.job;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.territorydelta.report.ComparePlan;
import org.territorydelta.report.ComparisonText;
import org.territorydelta.report.OutputComparison;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: shows what moved between two outputs. */
@Command(
    name = "compare",
    description = "Show what moved between two outputs: code, config, input, tables and rows.",
    footer = {
      "",
      "OLD and NEW are folders that 'run' wrote. Keep the former output, run again",
      "with another map, config or version into another folder, and see what that",
      "did to the figures:",
      "",
      "  run --config config.yaml --out out/before",
      "  run --config config.yaml --out out/after",
      "  compare out/before out/after --table area_delta --top 20",
      "",
      "Files with the same hash in both are not read. Rows of the others are matched",
      "by their table's key (see data-dictionary.md) and compared to the last digit,",
      "on the columns that both have. Differences are new less old.",
      "",
      "Exits 0 when compared, whether or not something moved; 2 when a folder holds",
      "no _run.json; 3 when a file in it is missing, damaged or unreadable."
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "an output folder")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "another")
  private String after;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "compare the rows of this table alone")
  private String table = "";

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "name at most so many rows a table, and input files (default: 10)")
  private int top;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new UsageException("Cannot name rows: --top=" + top + ", expected 0 or more");
    }
    RunManifest old = manifest(before);
    RunManifest now = manifest(after);
    ComparePlan plan = plan(old, now);
    System.out.print(
        ComparisonText.text(
            new ComparisonText.Side(before, old),
            new ComparisonText.Side(after, now),
            compared(plan),
            top,
            new TerminalEmphasis(CommandLine.Help.Ansi.AUTO)));
    return ExitCode.DONE;
  }

  private static RunManifest manifest(String folder) throws IOException {
    RunManifest manifest = Manifests.of("compare", folder, JobSession.hadoop());
    if (!manifest.laws().hold()) {
      System.err.println(
          folder
              + " was rejected: "
              + manifest.laws().breaks()
              + " of its figures or files break a law, and tables may be missing.");
    }
    return manifest;
  }

  private ComparePlan plan(RunManifest old, RunManifest now) {
    ComparePlan all = ComparePlan.of(old, now, top);
    if (table.isEmpty()) {
      return all;
    }
    if (!all.tables().contains(table)) {
      throw new UsageException(
          "Cannot compare: --table=" + table + ", expected one of " + all.tables());
    }
    return all.only(table);
  }

  private OutputComparison compared(ComparePlan plan) throws IOException {
    if (plan.isAnswered()) {
      return OutputComparison.ofManifests(plan);
    }
    try (JobSession spark = JobSession.open()) {
      return spark.compare(before, after, plan);
    }
  }
}
