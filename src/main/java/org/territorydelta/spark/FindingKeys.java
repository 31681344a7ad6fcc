package org.territorydelta.spark;

import java.io.Serializable;
import java.util.TreeSet;
import org.territorydelta.spark.inputs.MapKey;

/**
 * Names of findings on one source: which pairs were compared, which maps measured, and so on.
 *
 * @param pairs whose flows are named
 * @param withPieces those of them whose pieces are, too
 * @param steps pairs whose larger blocks are
 * @param stocks maps whose stocks are
 * @param chains of maps that were looked through for ground that changed hands more than once
 * @param surveys on which maps the holders of which places are
 */
record FindingKeys(
    TreeSet<MapKey.Pair> pairs,
    TreeSet<MapKey.Pair> withPieces,
    TreeSet<MapKey.Pair> steps,
    TreeSet<MapKey> stocks,
    TreeSet<String> chains,
    TreeSet<MapKey.Survey> surveys)
    implements Serializable {
  static FindingKeys none() {
    return new FindingKeys(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  FindingKeys addAll(FindingKeys other) {
    pairs.addAll(other.pairs);
    withPieces.addAll(other.withPieces);
    steps.addAll(other.steps);
    stocks.addAll(other.stocks);
    chains.addAll(other.chains);
    surveys.addAll(other.surveys);
    return this;
  }

  FindingKeys removeAll(FindingKeys other) {
    pairs.removeAll(other.pairs);
    withPieces.removeAll(other.withPieces);
    steps.removeAll(other.steps);
    stocks.removeAll(other.stocks);
    chains.removeAll(other.chains);
    surveys.removeAll(other.surveys);
    return this;
  }

  /** The same, to be changed without changing this. */
  FindingKeys copy() {
    return none().addAll(this);
  }

  /** Whether anything of the one is in the other. */
  boolean meets(FindingKeys other) {
    return pairs.stream().anyMatch(other.pairs::contains)
        || steps.stream().anyMatch(other.steps::contains)
        || stocks.stream().anyMatch(other.stocks::contains)
        || chains.stream().anyMatch(other.chains::contains)
        || surveys.stream().anyMatch(other.surveys::contains);
  }

  /** How many figures' worth of findings there are; blocks come with their pairs. */
  long count() {
    return (long) pairs.size() + stocks.size() + chains.size() + surveys.size();
  }
}
