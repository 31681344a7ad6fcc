package org.territorydelta.job;

import java.time.Clock;
import org.territorydelta.config.ConfigException;
import org.territorydelta.model.InputException;
import org.territorydelta.model.LawBrokenException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program. Any failure ends it with a code other than 0; see {@link ExitCode}. */
@Command(
    name = "territory-delta",
    version = "territory-delta " + CodeVersion.VERSION,
    description = "How much ground changed hands, where, when, according to whom.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done; 1 unexpected failure; 2 wrong usage or config; 3 input",
      "missing or unreadable, or more maps of a source set aside than",
      "max-set-aside-share; 4 a law does not hold on the output, which is then kept",
      "beside the place it was for.",
      "",
      "Examples:",
      "  territory-delta init 'my maps' --to my",
      "  territory-delta run --config my/config.yaml --report",
      "  territory-delta cite out/my --region ALL --period 2024-08",
      "",
      "'territory-delta COMMAND --help' says more; 'completion' makes a shell complete."
    })
public final class TerritoryDelta implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  private boolean version;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private TerritoryDelta() {}

  public static void main(String[] args) {
    QuietLog.useUnlessConfigured();
    Interruption.watch();
    int code = execute(args, Clock.systemUTC());
    Interruption.ended();
    // Under a cluster's application master, leaving main is the good end.
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  /** Runs one command and tells how it ended. */
  static int execute(String[] args, Clock clock) {
    return new CommandLine(new TerritoryDelta())
        .addSubcommand(new InspectCommand())
        .addSubcommand(new InitCommand())
        .addSubcommand(new ExtractCommand())
        .addSubcommand(new RunCommand(clock))
        .addSubcommand(new CheckCommand())
        .addSubcommand(new CompareCommand())
        .addSubcommand(new ExportCommand())
        .addSubcommand(new ReportCommand())
        .addSubcommand(new CiteCommand())
        .addSubcommand(new CompletionCommand())
        .setParameterExceptionHandler((wrong, words) -> WrongUsage.told(wrong))
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e))
        .execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing COMMAND");
  }

  private static int failure(Exception e) {
    if (Interruption.isStopping()) {
      return ExitCode.UNEXPECTED;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException || cause instanceof UsageException) {
        return failure(cause, ExitCode.USAGE);
      }
      if (cause instanceof InputException) {
        return failure(cause, ExitCode.INPUT);
      }
      if (cause instanceof LawBrokenException) {
        return failure(cause, ExitCode.LAW);
      }
    }
    System.err.println(UnexpectedFailure.text(e));
    return ExitCode.UNEXPECTED;
  }

  private static int failure(Throwable cause, int code) {
    System.err.println(cause.getMessage());
    return code;
  }
}
