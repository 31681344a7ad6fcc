package org.territorydelta.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.territorydelta.config.ConfigSchema;
import org.territorydelta.inspect.Drafts;
import org.territorydelta.inspect.Series;
import org.territorydelta.inspect.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: writes a config, profiles and a region that run as they are. */
@Command(
    name = "init",
    description =
        "Write a config, a profile where no built-in one fits, and a region for files, to run as"
            + " they are. Guesses are marked; nothing is asked, nothing overwritten.",
    footer = {
      "",
      "Exits 3 with what has to be decided first where no map can be dated.",
      "",
      "Examples:",
      "  territory-delta init 'my maps' --to my"
    })
final class InitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILES", arity = "1..*", description = "files, folders or globs")
  private List<String> files;

  @Option(names = "--to", paramLabel = "DIR", description = "where to write; by default here")
  private Path folder = Path.of("");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Survey survey = Survey.of(FoundInputs.of(files, target.toString()));
    Map<String, String> texts = new LinkedHashMap<>(Drafts.of(survey));
    List<String> questions =
        survey.series().stream().map(Series::questions).flatMap(List::stream).toList();
    if (texts.isEmpty()) {
      System.err.println("Cannot write a config: to be decided first is");
      questions.forEach(question -> System.err.println("  " + question));
      survey.files().stream()
          .filter(file -> file.problem().isPresent())
          .limit(10)
          .forEach(file -> System.err.println("  " + file.path() + ": " + file.problem().get()));
      return ExitCode.INPUT;
    }
    texts.put("config.schema.json", ConfigSchema.ofConfig());
    texts.put("profile.schema.json", ConfigSchema.ofProfile());
    for (String name : texts.keySet()) {
      if (Files.exists(target.resolve(name))) {
        throw new UsageException(
            "Cannot write " + target.resolve(name) + ": it is there already; name another --to");
      }
    }
    Files.createDirectories(target);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(target.resolve(text.getKey()), text.getValue());
      System.out.println("wrote " + target.resolve(text.getKey()));
    }
    questions.forEach(question -> System.out.println("to be decided: " + question));
    System.out.println("Now: run --config " + target.resolve("config.yaml"));
    return ExitCode.DONE;
  }
}
