package org.territorydelta.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.territorydelta.report.HtmlPage;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: one HTML page of a written output. */
@Command(
    name = "report",
    description = "Write a written output as one HTML page that needs no network.",
    footer = {
      "",
      "The page holds its figures, scripts and styles and opens from anywhere: maps of",
      "net change by region, series with bands, transitions, claims, data quality and",
      "licences. Shapes are drawn only where their source's terms allow that.",
      "",
      "Exits 0 when written; 2 when DIR holds no _run.json; 3 when a table's file is",
      "missing or is not the one that _run.json lists; 4 when the run rejected DIR.",
      "",
      "Examples:",
      "  territory-delta report out/sample",
      "  territory-delta report out/sample --to page.html"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "an output folder")
  private String folder;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "where to write the page; otherwise " + HtmlPage.FILE_NAME + " in DIR")
  private String to = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = JobSession.hadoop();
    RunManifest run = Manifests.lawful("report on", folder, hadoop);
    String page;
    try (JobSession spark = JobSession.open()) {
      page = HtmlPage.of(spark.page(folder, run));
    }
    var file = to.isEmpty() ? new Path(folder, HtmlPage.FILE_NAME) : new Path(to);
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = file.getFileSystem(hadoop).create(file, true)) {
      out.write(bytes);
    }
    System.out.println(written(file.toString(), bytes.length));
    return ExitCode.DONE;
  }

  static String written(String file, int bytes) {
    return String.format(Locale.ROOT, "The page is %s, %.1f MB", file, bytes / 1e6);
  }
}
