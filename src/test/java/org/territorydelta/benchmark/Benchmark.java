package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark's command line. */
@Command(
    name = "benchmark",
    sortOptions = false,
    customSynopsis = "mvn -q test-compile exec:exec@benchmark [-Dbenchmark.args=\"OPTIONS\"]",
    description = {
      "",
      "Measure the job beside what others would do its work with, and the engine beside",
      "plain overlay, all in one call. Without options: 200 synthetic days, in a few",
      "minutes.",
      ""
    },
    footer = {
      "",
      "Examples: --runs 5 --one-more-file --maps archive/deepstate,archive/nzz",
      "          --runs 5 --one-more-file --days 1600",
      "          --runs 5 --maps archive/deepstate --peers geopandas,sedonadb,duckdb",
      "          --runs 5 --growth",
      "",
      "Sample, job, rerun and peers are processes of their own, timed from start to",
      "exit; they take turns. The job runs by its launcher. Memory is resident memory",
      "at its peak, as Linux counts it (VmHWM). Engines and growth are timed by the",
      "processor time of their one thread."
    })
public final class Benchmark implements Callable<Integer> {
  @Option(
      names = "--days",
      defaultValue = "200",
      paramLabel = "N",
      description = "synthetic maps of the first source, one a day (${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--vertices",
      defaultValue = "7300",
      paramLabel = "N",
      description = "of a synthetic map, about (${DEFAULT-VALUE})")
  private int vertices;

  @Option(
      names = "--sources",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "of synthetic maps; each but the first has a tenth of its days (${DEFAULT-VALUE})")
  private int sources;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "makes the same synthetic maps again (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--maps",
      split = ",",
      paramLabel = "DIR",
      description = "instead: folders with files of DeepState's or NZZ's archive; they are copied")
  private List<Path> maps = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "instead: a config of your own, as 'run' takes it")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--runs",
      defaultValue = "3",
      paramLabel = "N",
      description = "of which every figure is the median (${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--pairs",
      defaultValue = "500",
      paramLabel = "N",
      description = "of each source's first maps, for the engines; 0 for none (${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--one-more-file",
      description = "also run the job again after one file was added to a finished run")
  private boolean oneMoreFile;

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "NAME",
      description =
          "also let these do the work: ${COMPLETION-CANDIDATES}; fetched from PyPI at the first time")
  private List<Peer> peers = List.of();

  @Option(
      names = "--growth",
      description = "only: how reading and engine grow with days and vertices, four sizes each")
  private boolean growth;

  @Option(
      names = "--generate",
      paramLabel = "DIR",
      description = "only: write the synthetic maps and a config there")
  private Optional<Path> generate = Optional.empty();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "write the table there, too, as Markdown")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--work",
      defaultValue = "target/benchmark",
      paramLabel = "DIR",
      description = "for maps and tables; emptied first (${DEFAULT-VALUE})")
  private Path work;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Benchmark() {}

  public static void main(String[] arguments) {
    System.setProperty(
        "log4j2.configurationFile", "org/territorydelta/job/quiet-log4j2.properties");
    System.exit(execute(arguments));
  }

  /** Exit code of a call. */
  static int execute(String... arguments) {
    return new CommandLine(new Benchmark())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (generate.isPresent()) {
      Archive archive = Archive.of(synthetic(), Files.createDirectories(generate.get()));
      System.out.println("Run it with --config " + archive.config());
      return 0;
    }
    Folders.delete(work);
    Files.createDirectories(work);
    var figures = new Figures();
    figures.circumstance(Machine.description());
    if (growth) {
      new Growth(work, seed).tell(runs, figures);
    } else {
      measure(archive(), figures);
    }
    System.out.print(figures.text());
    if (markdown.isPresent()) {
      Files.writeString(markdown.get(), figures.markdown());
    }
    return 0;
  }

  private void measure(Archive archive, Figures figures) throws IOException, InterruptedException {
    if (archive.folders().isEmpty() && (oneMoreFile || !peers.isEmpty())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--one-more-file and --peers need --maps or synthetic maps");
    }
    Progress.say("counting what there is to read");
    ArchiveSize size = ArchiveSize.of(archive);
    figures.circumstance(archive.name());
    figures.circumstance(size.description());
    var processes = new WholeProcess(archive, work);
    Optional<PeerRace> race =
        peers.isEmpty() ? Optional.empty() : Optional.of(new PeerRace(peers, archive, work));
    processes.run(runs, oneMoreFile, race);
    processes.addTo(figures, size);
    if (race.isPresent()) {
      race.get().addTo(figures, processes);
    }
    if (pairs > 0) {
      EngineRace.tell(Chain.of(archive, pairs), runs, figures);
    }
  }

  private Archive archive() throws IOException {
    if (config.isPresent()) {
      return Archive.of(config.get());
    }
    Progress.say("putting the maps into " + work);
    return maps.isEmpty() ? Archive.of(synthetic(), work) : Archive.copied(maps, work);
  }

  private SyntheticArchive synthetic() {
    return new SyntheticArchive(days, vertices, sources, seed);
  }
}
