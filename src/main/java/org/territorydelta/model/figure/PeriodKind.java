package org.territorydelta.model.figure;

import org.territorydelta.model.Words;

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
   * Whether nets of this kind come with a band: a month's and longer ones', and those of the
   * periods that a user named, whatever their length. Over a day or a week a shift by a day is most
   * of what there is to see.
   */
  public boolean isBanded() {
    return switch (this) {
      case DAY, WEEK -> false;
      case MONTH, QUARTER, YEAR, ROLLING_28_DAY, ALL, NAMED -> true;
    };
  }

  /** Whether periods of this kind are looked through for ground that changed hands repeatedly. */
  public boolean isChurned() {
    return switch (this) {
      case MONTH, NAMED -> true;
      case DAY, WEEK, QUARTER, YEAR, ROLLING_28_DAY, ALL -> false;
    };
  }

  /**
   * @throws IllegalArgumentException when no kind has that word
   */
  public static PeriodKind parse(String word) {
    return Words.parse("period kind", values(), PeriodKind::word, word);
  }
}
