package org.territorydelta.model;

/** What kind of day no ground truth explains, by the words of config and tables. */
public enum BreakKind {
  /** Much ground appears or goes at once, away from the front: the map means other ground now. */
  BASE_REDEFINED("base-redefined", false),
  /** Ground goes and comes back within days, as if part of a map had been missing. */
  DROPOUT("dropout", true),
  /** Ground comes and goes again within days. */
  SPIKE("spike", true),
  /** Ground on another continent, or outside the source's scope and its border band. */
  MISPLACED("misplaced", false),
  /** A map shows more ground than there can be. */
  IMPLAUSIBLE_AREA("implausible-area", true),
  /** The change of several days, published on one. */
  BATCH_RELEASE("batch-release", false),
  /**
   * A block of ground goes from one status to another of the same side, or is no longer disputed.
   */
  BLOCK_RECLASSIFICATION("block-reclassification", false);

  private final String word;
  private final boolean excludable;

  BreakKind(String word, boolean excludable) {
    this.word = word;
    this.excludable = excludable;
  }

  public String word() {
    return word;
  }

  /**
   * Whether single maps can be left out to be rid of it. Of the other kinds every later map is part
   * as well; they are for the reader to judge.
   */
  public boolean isExcludable() {
    return excludable;
  }

  /**
   * @throws IllegalArgumentException when no kind has that word
   */
  public static BreakKind parse(String word) {
    return Words.parse("kind of break", values(), BreakKind::word, word);
  }
}
