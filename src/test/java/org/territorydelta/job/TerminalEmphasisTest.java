package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalEmphasisTest {
  private static final String ESCAPE = "\u001b";

  @Test
  void aTerminalGetsColours() {
    var emphasis = new TerminalEmphasis(Ansi.ON);

    // Bold, and back to plain (ECMA-48, select graphic rendition 1 and 0).
    assertThat(emphasis.heading("survey")).isEqualTo(ESCAPE + "[1msurvey" + ESCAPE + "[0m");
    assertThat(emphasis.good("All laws hold.")).endsWith("All laws hold." + ESCAPE + "[0m");
    assertThat(emphasis.warning("3 rejected")).isNotEqualTo(emphasis.good("3 rejected"));
  }

  @Test
  void aFileGetsNone() {
    var emphasis = new TerminalEmphasis(Ansi.OFF);

    assertThat(emphasis.heading("survey")).isEqualTo("survey");
    assertThat(emphasis.good("survey") + emphasis.warning("survey")).isEqualTo("surveysurvey");
  }

  @Test
  void markupInDataStaysText() {
    assertThat(new TerminalEmphasis(Ansi.ON).heading("@|red x|@")).contains("@|red x|@");
  }
}
