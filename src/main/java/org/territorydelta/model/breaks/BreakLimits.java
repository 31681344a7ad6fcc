package org.territorydelta.model.breaks;

import java.io.Serializable;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.ChangedBlock;

/**
 * From where on the rules tell of a break: how much ground, how far, in how few days. They cannot
 * be derived, since they part what a front does from what a publisher does; the config may set each
 * of them. {@link #DEFAULT} was chosen on daily maps of one war, with fronts that move some tens of
 * square kilometres a day. Where fronts move faster or maps are rarer, ordinary change is told as a
 * break; where they are slower, a small break is not told. What is told is told with its area, so a
 * reader can see either.
 *
 * @param reclassifiedM2 least of one flow between two statuses. ISW moves 200 to 1,100 km² from
 *     advances to control at once, twelve times in 26 months; DeepState's grey ground moves by 15
 *     to 40 km² a week
 * @param settledMaps on how many maps in a row a rule must have matched, or not, for its stopping,
 *     or starting, to be told as a change of vocabulary. A week of daily maps: more finds what was
 *     renamed soon after it was first drawn not at all, fewer tells of words that come and go
 */
public record BreakLimits(
    Base base,
    Reversal reversal,
    Misplaced misplaced,
    Implausible implausible,
    Batch batch,
    long reclassifiedM2,
    int settledMaps)
    implements Serializable {
  public static final BreakLimits DEFAULT =
      new BreakLimits(
          new Base(SquareKm.toM2(300), 30, new Rear(50, 10)),
          new Reversal(SquareKm.toM2(100), 7),
          new Misplaced(SquareKm.toM2(10), 100),
          new Implausible(2, SquareKm.toM2(10_000)),
          new Batch(new Jump(5, SquareKm.toM2(50)), new Jump(2, SquareKm.toM2(20))),
          SquareKm.toM2(100),
          7);

  /**
   * Of a base redefined.
   *
   * @param leastM2 of a block; at least {@link ChangedBlock#REAR_TOLD_FROM_M2}. The largest that
   *     came at once on 551 pairs of real maps, of a front that moved, has 112 km²
   * @param apartKm from the side's other ground; new fronts opened 17 km away
   */
  public record Base(long leastM2, double apartKm, Rear rear) implements Serializable {}

  /**
   * Where a side's rear is.
   *
   * @param rearKm how far behind the front it begins
   * @param borderKm how near to a border of the regions ground counts as ending at it and not at a
   *     front; publishers' borders lie up to some kilometres from those of a generalised regions
   *     file
   */
  public record Rear(double rearKm, double borderKm) implements Serializable {}

  /**
   * Of dropouts and spikes.
   *
   * @param leastM2 that goes and comes back. On 551 pairs of real maps the front itself gave back
   *     at most 47 km² of blocks within a week (Kursk, September 2024); the one map that lacked a
   *     stretch of front lacked 237
   * @param mostDays within which it does; publishers have left a bad map standing for most of a
   *     week
   */
  public record Reversal(long leastM2, int mostDays) implements Serializable {}

  /**
   * Of misplaced ground.
   *
   * @param leastM2 of a block, or outside the scope and its band; at least {@link
   *     ChangedBlock#TOLD_FROM_M2}. Less lies beyond the band where two coasts are drawn
   *     differently
   * @param remoteKm from any ground of the map before and from the side's own country. Fronts newly
   *     opened in 14 months of real maps lay up to 17 km away, one that came back after a dropout
   *     89
   */
  public record Misplaced(long leastM2, double remoteKm) implements Serializable {}

  /**
   * Of a map with more ground than there can be.
   *
   * @param times what the largest of the maps before showed; no side doubled all ground on a map in
   *     a day, and the first week of 2022 came nearest
   * @param leastM2 more than that map, since a map of little ground may well double
   */
  public record Implausible(double times, long leastM2) implements Serializable {}

  /**
   * Of batches.
   *
   * @param anyway whatever went before. Of 417 daily maps of DeepState three have so much; one is
   *     the day of 2025-07-02 that is known for a batch
   * @param afterQuiet after quiet days
   */
  public record Batch(Jump anyway, Jump afterQuiet) implements Serializable {}

  /**
   * @param times the usual movement of a day
   * @param leastM2 of movement
   */
  public record Jump(double times, long leastM2) implements Serializable {}
}
