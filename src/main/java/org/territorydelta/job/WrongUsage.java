package org.territorydelta.job;

import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** A command line that cannot be read: what is wrong with it, the nearest right word, the usage. */
final class WrongUsage {
  private WrongUsage() {}

  static int told(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    var text = new StringBuilder(wrong.getMessage());
    for (String word : unmatched(wrong)) {
      List<String> known = new ArrayList<>();
      if (word.startsWith("-")) {
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
      } else {
        known.addAll(command.getSubcommands().keySet());
      }
      text.append(NearestName.hint(word.split("=", 2)[0], known));
    }
    text.append(System.lineSeparator()).append(command.getUsageMessage(Help.Ansi.AUTO));
    command.getErr().println(text);
    return ExitCode.USAGE;
  }

  private static List<String> unmatched(CommandLine.ParameterException wrong) {
    List<String> words = new ArrayList<>(wrong.getCommandLine().getUnmatchedArguments());
    if (wrong instanceof CommandLine.UnmatchedArgumentException of && words.isEmpty()) {
      words.addAll(of.getUnmatched());
    }
    return words;
  }
}
