package org.territorydelta.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;
import org.territorydelta.spark.laws.Law;
import org.territorydelta.spark.laws.Laws;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: proves what can be proved on written tables. */
@Command(
    name = "check",
    description = "Prove the laws on written tables: hashes, keys, sums, and stocks against flows.",
    footer = {
      "",
      "Each law is a query for the rows that break it. --list names them all; --show",
      "prints one, to be read or run elsewhere (DuckDB takes it as it is):",
      "",
      "  check --show net-is-closing-minus-opening",
      "  check out/mine --law net-is-closing-minus-opening",
      "",
      "Exits 0 when all hold, 4 when one breaks; each break names table and row. Of an",
      "output that a run rejected, the breaks are those that the run found.",
      "",
      "Examples:",
      "  territory-delta check out/sample"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN_VIOLATIONS = 50;

  @Parameters(paramLabel = "DIR", arity = "0..1", description = "an output folder")
  private String folder = "";

  @Option(
      names = "--law",
      paramLabel = "NAME",
      description = "try this law only; may be given several times")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--show",
      paramLabel = "NAME",
      description = "print a law: its sentence and query")
  private String shown = "";

  @Option(names = "--list", description = "print the name and sentence of every law")
  private boolean list;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    if (list) {
      Laws.all().forEach(law -> System.out.println(law.name() + ": " + law.says()));
      return ExitCode.DONE;
    }
    if (!shown.isEmpty()) {
      System.out.print(text(named(shown)));
      return ExitCode.DONE;
    }
    if (folder.isEmpty()) {
      throw new UsageException("Cannot check: DIR is missing, expected an output folder");
    }
    return check();
  }

  private int check() throws IOException {
    List<Law> laws =
        names.isEmpty() ? Laws.all() : names.stream().map(CheckCommand::named).toList();
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
      List<Violation> violations = spark.check(folder, listed, laws);
      if (violations.isEmpty()) {
        long rows = listed.stream().mapToLong(RunManifest.TableFile::rows).sum();
        System.out.printf(
            "%s on %d rows in %s%n",
            names.isEmpty() ? "All laws hold" : "Holds: " + String.join(", ", names), rows, folder);
        return ExitCode.DONE;
      }
      System.err.println(Violation.text(violations, SHOWN_VIOLATIONS));
      return ExitCode.LAW;
    }
  }

  private static String text(Law law) {
    return "-- "
        + law.says()
        + "\n-- Reads: "
        + String.join(", ", law.reads())
        + "\n"
        + law.sql()
        + "\n";
  }

  private static Law named(String name) {
    return Laws.named(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "Cannot find law: name='" + name + "', expected one of 'check --list'"));
  }
}
