package org.territorydelta.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: proves what can be proved on written tables. */
@Command(
    name = "check",
    description = "Prove the laws on written tables: hashes, keys, sums, and stocks against flows.",
    footer = {
      "",
      "Exits 0 when all hold, 4 when one breaks; each break names table and row. Of an",
      "output that a run rejected, the breaks are those that the run found.",
      "",
      "Examples:",
      "  territory-delta check out/sample"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN_VIOLATIONS = 50;

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
    RunManifest manifest = Manifests.of("check", folder, hadoop);
    if (!manifest.laws().hold()) {
      System.err.println(
          "The run rejected "
              + folder
              + " for "
              + Violation.text(manifest.laws().breaks(), manifest.laws().first())
              + "\nThe table violation in it has all of them.");
      return ExitCode.LAW;
    }
    List<RunManifest.TableFile> listed = manifest.tables();
    try (JobSession spark = JobSession.open()) {
      List<Violation> violations = spark.check(folder, listed, layerSets(manifest.config()));
      if (violations.isEmpty()) {
        long rows = listed.stream().mapToLong(RunManifest.TableFile::rows).sum();
        System.out.println("All laws hold on " + rows + " rows in " + folder);
        return ExitCode.DONE;
      }
      System.err.println(Violation.text(violations, SHOWN_VIOLATIONS));
      return ExitCode.LAW;
    }
  }

  private static List<LayerSet> layerSets(JsonNode config) {
    List<LayerSet> sets = new ArrayList<>();
    for (JsonNode set : config.path("layer-sets")) {
      Set<String> statuses = new TreeSet<>();
      set.path("statuses").forEach(status -> statuses.add(status.asText()));
      sets.add(new LayerSet(set.path("name").asText(), statuses));
    }
    return sets;
  }
}
