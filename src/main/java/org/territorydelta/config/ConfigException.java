package org.territorydelta.config;

import java.util.List;

/** Everything that is wrong with a config, in one message, each problem with its file and line. */
public class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public ConfigException(List<String> problems) {
    super(
        "Cannot use the config, "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + ":\n  "
            + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
