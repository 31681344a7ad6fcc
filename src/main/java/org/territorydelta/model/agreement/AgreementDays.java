package org.territorydelta.model.agreement;

/** On which days sources are held against each other, by the words of the config. */
public enum AgreementDays {
  NEVER("never"),
  DAY("day"),
  /** The last day of each ISO week that both sources cover. */
  WEEK("week"),
  /** The last day of each calendar month that both sources cover. */
  MONTH("month");

  private final String word;

  AgreementDays(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException when nothing has that word
   */
  public static AgreementDays parse(String word) {
    for (AgreementDays days : values()) {
      if (days.word.equals(word)) {
        return days;
      }
    }
    throw new IllegalArgumentException("expected never, day, week or month");
  }
}
