package org.territorydelta.job;

import org.territorydelta.report.Emphasis;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours that a terminal shows. There are none when the output goes to a file or a pipe, or where
 * the environment says {@code NO_COLOR}.
 */
record TerminalEmphasis(Ansi ansi) implements Emphasis {
  @Override
  public String heading(String text) {
    return styled(text, "bold");
  }

  @Override
  public String good(String text) {
    return styled(text, "bold,fg(green)");
  }

  @Override
  public String warning(String text) {
    return styled(text, "bold,fg(yellow)");
  }

  /** The text is no markup: what comes from data stays what it is. */
  private String styled(String text, String words) {
    IStyle[] styles = Style.parse(words);
    // Not each style's own end: many terminals take the end of bold for a double underline.
    return ansi.enabled() ? Style.on(styles) + text + Style.reset.on() : text;
  }
}
