package org.territorydelta.model.change;

import org.territorydelta.model.Words;

/** What the depth of a piece of changed ground is measured from. */
public enum DepthFrom {
  /** The outline of the ground that the side controlled on the opening map. */
  OWN_GROUND("own-ground"),
  /** The border of the side's country, where it controlled no ground nearby. */
  BORDER("border");

  private final String word;

  DepthFrom(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static DepthFrom parse(String word) {
    return Words.parse("what depth is from", values(), DepthFrom::word, word);
  }
}
