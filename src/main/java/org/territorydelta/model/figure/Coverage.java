package org.territorydelta.model.figure;

import org.territorydelta.model.Words;

/**
 * How far a source's maps cover a period. {@link #FULL}: both states exist and neither is staler on
 * its day than the config allows. {@link #PARTIAL}: two distinct snapshots, but one is staler, or
 * the first inside the period stands in for a missing opening. {@link #NONE}: anything else, and
 * then no figure is given; so are days after a source's last map, which are never a zero.
 */
public enum Coverage {
  FULL("full"),
  PARTIAL("partial"),
  NONE("none");

  private final String word;

  Coverage(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Coverage parse(String word) {
    return Words.parse("coverage", values(), Coverage::word, word);
  }
}
