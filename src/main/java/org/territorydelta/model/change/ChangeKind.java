package org.territorydelta.model.change;

import org.territorydelta.model.Words;

/** Which way ground went, seen from one side. */
public enum ChangeKind {
  /** It came under the side's control. */
  GAINED("gained"),
  /** It went out of it. */
  LOST("lost");

  private final String word;

  ChangeKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static ChangeKind parse(String word) {
    return Words.parse("change kind", values(), ChangeKind::word, word);
  }
}
