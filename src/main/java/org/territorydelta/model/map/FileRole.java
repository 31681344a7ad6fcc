package org.territorydelta.model.map;

import org.territorydelta.model.Words;

/** What an input file is to a run. */
public enum FileRole {
  /** At least one of its maps speaks for its day. */
  USED("used"),
  /** Its maps are all on record under other files. */
  DUPLICATE("duplicate"),
  /** For each of its maps a later file has another one. */
  SUPERSEDED("superseded"),
  /** Its maps are part of breaks in the series that the config leaves out of all figures. */
  EXCLUDED("excluded"),
  /** None of its maps is one: too much of them was rejected, or nothing of them was used. */
  SET_ASIDE("set-aside"),
  /** It is one of several files of a map, which is on record under the largest of them. */
  LAYER("layer"),
  /** It cannot be read or dated; nothing of it is used. */
  FAILED("failed"),
  /** It holds no maps but claims, events or places. */
  REPORT("report");

  private final String word;

  FileRole(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static FileRole parse(String word) {
    return Words.parse("file role", values(), FileRole::word, word);
  }
}
