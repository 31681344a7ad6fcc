package org.territorydelta.model.claim;

import org.territorydelta.model.Words;

/** Which files a claim is weighed with. */
public enum AsKnown {
  /** Those dated up to the day of the statement. */
  THEN("as_known_then"),
  /** All of them. */
  NOW("as_known_now");

  private final String word;

  AsKnown(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static AsKnown parse(String word) {
    return Words.parse("what is known", values(), AsKnown::word, word);
  }
}
