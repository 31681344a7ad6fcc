package org.territorydelta.job;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = "Write a script by which bash and zsh complete commands and options.",
    footer = {"", "Example:", "  source <(territory-delta completion)"})
final class CompletionCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    System.out.print(AutoComplete.bash("territory-delta", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
