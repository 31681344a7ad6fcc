package org.territorydelta.job;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputException;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.map.Region;
import org.territorydelta.normalise.RegionReader;
import org.territorydelta.report.ConsoleSummary;
import org.territorydelta.report.HtmlPage;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.DryRun;
import org.territorydelta.spark.JobSession;
import org.territorydelta.spark.PreparedRegions;
import org.territorydelta.spark.TerritoryRun;
import org.territorydelta.spark.inputs.SourceFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: reads the maps a config names and writes the tables. */
@Command(
    name = "run",
    description = "Read the maps a config names, measure what changed hands, write the tables.",
    footer = {
      "",
      "The config is YAML. Its paths are relative to it, and may be globs or URIs:",
      "",
      "  sources:",
      "    - {id: deepstate, profile: deepstate-archive, path: \"maps/*.geojson\"}",
      "  regions: {path: regions.geojson, level: 1}",
      "  periods: {every: [day, week, month]}",
      "  out: out",
      "",
      "A map of which too much was rejected (max-rejected-share, 0.01 of its ground),",
      "or nothing was used, is set aside: its day is left to the map before. More such",
      "maps than max-set-aside-share (0.5) end the run with code 3.",
      "",
      "Built-in profiles: control-zones, deepstate, deepstate-archive, isw, isw-daily,",
      "liveuamap, nzz; 'inspect' says which fits, 'init' writes others in YAML",
      "beside the config; the README and data/sample show how they are written.",
      "",
      "A former output in the same folder is replaced when the new one is whole; its",
      "page and CSV are made anew. Files of your own beside its tables stay. A file of",
      "your own inside a table's folder is refused (exit 2) before any work begins. The",
      "names of tables, _run.json, _rerun, data-dictionary.md, report.html, csv and",
      "claim-review.jsonld are the program's.",
      "",
      "Where a law does not hold on what was computed (exit 4), it is kept in the",
      "folder DIR.rejected with the table 'violation', and DIR stays as it was.",
      "",
      "Examples:",
      "  territory-delta run --config data/sample/config.yaml --report",
      "  territory-delta run --config my/config.yaml --dry-run"
    })
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the config, a path or any Hadoop URI")
  private String configFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the tables go; otherwise the config's 'out'")
  private String out = "";

  @Option(
      names = "--full",
      description =
          "compute everything anew; otherwise what an earlier run on the same output found out, and still holds, is taken over")
  private boolean full;

  @Option(
      names = "--verify-inputs",
      description =
          "hash all files again; otherwise a file with the same path, size and time counts as unchanged")
  private boolean verifyInputs;

  @Option(
      names = "--dry-run",
      description = "say what would be read, taken over and written, and about how long it takes")
  private boolean dryRun;

  @Option(
      names = "--audit",
      description = "try the laws on the written tables before they are published; see 'check'")
  private boolean audit;

  @Option(
      names = "--csv",
      description =
          "write the tables as CSV for spreadsheets, too, and the claims as ClaimReview; see 'export'")
  private boolean csv;

  @Option(
      names = "--report",
      description = "write " + HtmlPage.FILE_NAME + " beside the tables, too; see 'report'")
  private boolean report;

  @Option(
      names = "--json",
      description = "say how it ended as one line of JSON on standard output, for machines")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  private final Clock clock;

  RunCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Configuration hadoop = JobSession.hadoop();
    Places places = Places.besideConfig(configFile, hadoop);
    RunConfig config = config(places);
    Path target = target(config, places);
    List<SourceFile> files = new ArrayList<>();
    for (RunConfig.Source source : config.sources()) {
      files.addAll(places.files(source));
    }
    List<SourceFile> reports = places.reports(config.reports());
    List<String> regionHashes = new ArrayList<>();
    List<Region> regions = regions(config, places, regionHashes);
    if (dryRun) {
      System.out.print(dryRun(config, files, target, regionHashes, hadoop));
      return ExitCode.DONE;
    }
    System.err.printf(
        Locale.ROOT,
        "%d files of %d sources, %d regions; starting Spark%n",
        files.size(),
        config.sources().size(),
        regions.size());
    try (OutputFolder folder = opened(target, hadoop)) {
      CompletableFuture<PreparedRegions> prepared =
          CompletableFuture.supplyAsync(() -> PreparedRegions.of(config, regions));
      try (JobSession spark = JobSession.open()) {
        spark.requireKnown(config.catalog());
        TerritoryRun.Outcome outcome =
            spark.run(
                new TerritoryRun.Request(
                    config,
                    files,
                    reports,
                    prepared::join,
                    folder.staging().toString(),
                    former(folder, regionHashes),
                    audit));
        Instant finished = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RunManifest manifest =
            Manifests.of(
                config,
                outcome,
                regionHashes,
                spark.sparkVersion(),
                new RunManifest.Times(started, finished, outcome.stageSeconds()));
        var making = new OutputMaking(folder, manifest, shown(target), spark, hadoop);
        if (!outcome.violations().isEmpty()) {
          throw new LawBrokenException(making.reject(outcome.violations()));
        }
        List<String> said = making.publish(csv, report);
        if (json) {
          System.out.println(RunJson.text(manifest, outcome, shown(target), said));
          return ExitCode.DONE;
        }
        double seconds = (finished.toEpochMilli() - started.toEpochMilli()) / 1e3;
        System.out.print(
            ConsoleSummary.text(
                outcome.sources(),
                outcome.reports(),
                manifest.runId(),
                shown(target),
                seconds,
                new TerminalEmphasis(CommandLine.Help.Ansi.AUTO)));
        said.forEach(System.out::println);
        if (!config.catalog().name().isEmpty()) {
          int tables = spark.copy(target.toString(), config.catalog());
          System.out.printf(
              "%d tables are copied to %s.%s%n",
              tables, config.catalog().name(), config.catalog().namespace());
        }
        System.out.println(next(config, outcome, shown(target)));
      }
    }
    return ExitCode.DONE;
  }

  private static OutputFolder opened(Path target, Configuration hadoop) {
    try {
      return OutputFolder.open(target, hadoop);
    } catch (IOException e) {
      throw new UsageException(
          "Cannot write to "
              + shown(target)
              + ": "
              + FileProblem.text(e)
              + ", expected a folder that can be made or written to; --out names another");
    }
  }

  /** What to look at, and what to type. */
  private String next(RunConfig config, TerritoryRun.Outcome outcome, String folder) {
    String breaks =
        outcome.sources().stream().anyMatch(source -> !source.breaks().isEmpty())
            ? "Look first at series_break: across a break two maps do not mean the same ground.\n"
            : "";
    String page = report ? "" : "territory-delta report " + folder + "\n      ";
    String more =
        config.periods().named().isEmpty()
            ? "territory-delta check " + folder
            : "territory-delta cite "
                + folder
                + " --region ALL --period "
                + config.periods().named().get(0).id();
    return breaks + "Next: " + page + more;
  }

  /** Takes no part in whose turn it is to write there. */
  private String dryRun(
      RunConfig config,
      List<SourceFile> files,
      Path target,
      List<String> regionHashes,
      Configuration hadoop)
      throws IOException {
    boolean former = !full && target.getFileSystem(hadoop).exists(target);
    var known =
        new TerritoryRun.Former(
            former ? Optional.of(target.toString()) : Optional.empty(),
            CodeVersion.fingerprint(),
            regionHashes,
            verifyInputs);
    int cores = Runtime.getRuntime().availableProcessors();
    return DryRun.text(config, files, known, cores, hadoop) + "to " + shown(target) + "\n";
  }

  private RunConfig config(Places places) throws IOException {
    String name = new Path(configFile).getName();
    String text;
    try {
      text = places.text(name);
    } catch (IOException e) {
      throw new UsageException(
          "Cannot read the config: path='" + configFile + "', " + FileProblem.text(e));
    }
    return ConfigReader.read(name, text, places::text);
  }

  private Path target(RunConfig config, Places places) {
    if (!out.isEmpty()) {
      return new Path(out);
    }
    if (config.out().isEmpty()) {
      throw new UsageException("Cannot tell where to write: expected --out or 'out' in the config");
    }
    return places.resolve(config.out());
  }

  private TerritoryRun.Former former(OutputFolder folder, List<String> regionHashes)
      throws IOException {
    return new TerritoryRun.Former(
        full ? Optional.empty() : folder.former().map(Path::toString),
        CodeVersion.fingerprint(),
        regionHashes,
        verifyInputs);
  }

  private static String shown(Path path) {
    return path.isAbsoluteAndSchemeAuthorityNull() || path.toUri().getScheme() == null
        ? path.toString()
        : path.toUri().getScheme().equals("file") ? path.toUri().getPath() : path.toString();
  }

  private static List<Region> regions(RunConfig config, Places places, List<String> hashes)
      throws IOException {
    List<Region> regions = new ArrayList<>();
    for (RunConfig.Regions level : config.regions()) {
      try (InputStream in = places.open(level.path())) {
        RegionReader.RegionFile file = RegionReader.read(level, in);
        regions.addAll(file.regions());
        file.notes().forEach(note -> System.err.println("Regions " + level.path() + ": " + note));
        hashes.add("regions " + level.level() + " " + file.sha256());
      } catch (IOException e) {
        throw new InputException(
            "Cannot read regions: path='" + level.path() + "', " + FileProblem.text(e), e);
      }
    }
    return regions;
  }
}
