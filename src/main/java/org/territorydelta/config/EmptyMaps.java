package org.territorydelta.config;

import java.util.Locale;

/** What a map of which nothing is used means to a source: that nothing is known, or held. */
public enum EmptyMaps {
  /** Never a map: nothing is known of its day. */
  REFUSED("false"),
  /**
   * One without a polygon says that nobody holds ground; one whose polygons are ignored is none.
   */
  NOTHING_DRAWN("nothing-drawn"),
  /** One whose polygons are all ignored says so; one without a polygon is none. */
  NOTHING_HELD("nothing-held"),
  /** Both say that nobody holds ground. */
  ALLOWED("true");

  private final String word;

  EmptyMaps(String word) {
    this.word = word;
  }

  /** Whether a map without a single polygon is one. */
  public boolean allowNothingDrawn() {
    return this == NOTHING_DRAWN || this == ALLOWED;
  }

  /** Whether a map of whose polygons the rules give none to a holder is one. */
  public boolean allowNothingHeld() {
    return this == NOTHING_HELD || this == ALLOWED;
  }

  static EmptyMaps parse(String word) {
    for (EmptyMaps choice : values()) {
      if (choice.word.equals(word.toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    throw new IllegalArgumentException("expected false, nothing-drawn, nothing-held or true");
  }
}
