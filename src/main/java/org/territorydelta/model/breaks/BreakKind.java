package org.territorydelta.model.breaks;

import org.territorydelta.model.Words;

/**
 * What kind of day no ground truth explains, by the words of config and tables.
 *
 * <p>Most kinds break the figures across them: what changed there is the map, or a mistake in it,
 * and a net that includes it is no ground taken or lost. Two kinds do not: in a batch release the
 * ground did move and only its days are unknown, and a reclassification is what the source says of
 * who holds the ground, told by {@code reclassified_in_km2} and {@code reclassified_out_km2} where
 * a side's own statuses are concerned.
 */
public enum BreakKind {
  /** Much ground appears or goes at once, away from the front: the map means other ground now. */
  BASE_REDEFINED("base-redefined", false, true),
  /** Ground goes and comes back within days, as if part of a map had been missing. */
  DROPOUT("dropout", true, true),
  /** Ground comes and goes again within days. */
  SPIKE("spike", true, true),
  /** Ground on another continent, or outside the source's scope and its border band. */
  MISPLACED("misplaced", false, true),
  /** A map shows more ground than there can be. */
  IMPLAUSIBLE_AREA("implausible-area", true, true),
  /** The change of several days, published on one. */
  BATCH_RELEASE("batch-release", false, false),
  /**
   * A block of ground goes from one status to another of the same side, or is no longer disputed.
   */
  BLOCK_RECLASSIFICATION("block-reclassification", false, false),
  /** The publisher calls things differently, and rules that knew them by name no longer do. */
  VOCABULARY("vocabulary", false, true);

  private final String word;
  private final boolean excludable;
  private final boolean breaksFigures;

  BreakKind(String word, boolean excludable, boolean breaksFigures) {
    this.word = word;
    this.excludable = excludable;
    this.breaksFigures = breaksFigures;
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

  /** Whether a figure across it does not compare like with like. */
  public boolean breaksFigures() {
    return breaksFigures;
  }

  /**
   * @throws IllegalArgumentException when no kind has that word
   */
  public static BreakKind parse(String word) {
    return Words.parse("kind of break", values(), BreakKind::word, word);
  }
}
