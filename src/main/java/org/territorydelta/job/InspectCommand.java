package org.territorydelta.job;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.territorydelta.inspect.Survey;
import org.territorydelta.inspect.SurveyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: says what files are, before anything is written about them. */
@Command(
    name = "inspect",
    description =
        "Say what files hold: format, reference system, properties and their values, dates and gaps,"
            + " extent, validity, overlaps, and which built-in profile fits.",
    footer = {
      "",
      "Folders are looked through with all folders in them. 'init' goes on from here.",
      "",
      "Examples:",
      "  territory-delta inspect 'my maps'"
    })
final class InspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILES", arity = "1..*", description = "files, folders or globs")
  private List<String> files;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    System.out.print(SurveyText.of(Survey.of(FoundInputs.of(files, ""))));
    return ExitCode.DONE;
  }
}
