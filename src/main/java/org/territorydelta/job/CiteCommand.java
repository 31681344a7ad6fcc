package org.territorydelta.job;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.territorydelta.model.NearestName;
import org.territorydelta.report.Citation;
import org.territorydelta.report.RunManifest;
import org.territorydelta.report.TableRows;
import org.territorydelta.spark.JobSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cite}: figures of a region and period with all that a reader needs to trace them. */
@Command(
    name = "cite",
    description = "Tell figures with their definition, files, hashes, run and BibTeX.",
    footer = {
      "",
      "Exits 0 when told; 2 when DIR holds no _run.json or no such figure; 3 when a",
      "table's file is missing or changed; 4 when the run rejected DIR.",
      "",
      "Examples:",
      "  territory-delta cite out/sample --region RU-KRS --period kursk-week-1",
      "  territory-delta cite out/sample --region ALL --period 2024-07 --side RU"
    })
final class CiteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "an output folder")
  private String folder;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      required = true,
      description = "id or name of a region, or ALL")
  private String region;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      required = true,
      description = "id of a period: 2024-08-12, 2024-W33, 2024-08, 2024, a name of the config")
  private String period;

  @Option(names = "--side", paramLabel = "ID", description = "one side; otherwise all")
  private String side = "";

  @Option(names = "--source", paramLabel = "ID", description = "one source; otherwise all")
  private String source = "";

  @Option(names = "--layer-set", paramLabel = "NAME", description = "one; otherwise all")
  private String layerSet = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = JobSession.hadoop();
    RunManifest run = Manifests.lawful("cite", folder, hadoop);
    Map<String, TableRows> tables;
    try (JobSession spark = JobSession.open()) {
      tables = spark.tables(folder, run, Citation.WANTED);
    }
    var asked = new Citation.Asked(region, period, side, source, layerSet);
    System.out.print(
        Citation.text(run, tables, asked).orElseThrow(() -> new UsageException(none(tables))));
    return ExitCode.DONE;
  }

  private String none(Map<String, TableRows> tables) {
    List<String> regions = Citation.known(tables, "region_id");
    List<String> periods = Citation.known(tables, "period_id");
    return "Cannot cite: region='"
        + region
        + "', period='"
        + period
        + "', expected rows of area_delta that have both"
        + (regions.contains(region) ? "" : NearestName.hint(region, regions))
        + (periods.contains(period) ? "" : NearestName.hint(period, periods));
  }
}
