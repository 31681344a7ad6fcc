package org.territorydelta.model.map;

/** How a source stands to a day. */
public enum DayState {
  /** It has a map of that very day. */
  MAPPED("mapped"),
  /** An earlier map stands for it, no older than the config allows. */
  CARRIED("carried"),
  /** There is no map up to it, or only one that is too old. */
  MISSING("missing");

  private final String word;

  DayState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
