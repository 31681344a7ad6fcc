package org.territorydelta.model.figure;

import org.territorydelta.model.Words;

/** Why two snapshots were compared. */
public enum PairKind {
  /** One is the next map after the other. */
  CONSECUTIVE("consecutive"),
  /** They open and close a period. */
  PERIOD("period");

  private final String word;

  PairKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static PairKind parse(String word) {
    return Words.parse("pair kind", values(), PairKind::word, word);
  }
}
