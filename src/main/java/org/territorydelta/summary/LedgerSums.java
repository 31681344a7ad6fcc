package org.territorydelta.summary;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/**
 * Proves that the ledgers of a level's regions, its unassigned ground among them, add up to the
 * ledger of the whole, without holding them all. Of each ledger one number is taken that is the sum
 * of all its figures, each times a weight that looks like chance (modulo 2 to the 64): it adds up
 * as the ledgers do, and any figure that is counted twice, left out or put elsewhere changes it. A
 * level whose regions overlap has no such sum and is left aside.
 */
public final class LedgerSums implements Serializable {
  private static final long serialVersionUID = 1;

  private final TreeMap<Integer, Long> byLevel = new TreeMap<>();

  /** Adds the ledger of a region; each region goes in once. */
  public LedgerSums add(RegionId region, RegionLedger ledger) {
    byLevel.merge(region.level(), ledger.weightedSum(), Long::sum);
    return this;
  }

  public LedgerSums add(LedgerSums other) {
    other.byLevel.forEach((level, sum) -> byLevel.merge(level, sum, Long::sum));
    return this;
  }

  /**
   * @param whole the sum over all cells, come by in another way
   * @param regions every region there is
   * @throws LawBrokenException when the regions of a level do not add up to the whole
   */
  public void prove(String sourceId, RegionLedger whole, Collection<RegionFacts> regions) {
    Set<Integer> levels = new TreeSet<>();
    regions.forEach(region -> levels.add(region.id().level()));
    regions.stream()
        .filter(RegionFacts::overlapping)
        .forEach(region -> levels.remove(region.id().level()));
    long expected = whole.weightedSum();
    for (int level : levels) {
      if (byLevel.getOrDefault(level, 0L) != expected) {
        throw new LawBrokenException(
            "Cannot sum up source "
                + sourceId
                + ": the regions of level "
                + level
                + " do not add up to all its ground");
      }
    }
  }
}
