package org.territorydelta.model;

/** The kinds of period that figures are given for, by their words in config and tables. */
public enum PeriodKind {
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  QUARTER("quarter"),
  YEAR("year"),
  ROLLING_28_DAY("rolling-28-day"),
  ALL("all"),
  NAMED("named");

  private final String word;

  PeriodKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException when no kind has that word
   */
  public static PeriodKind parse(String word) {
    for (PeriodKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Cannot read period kind: word='" + word + "'");
  }
}
