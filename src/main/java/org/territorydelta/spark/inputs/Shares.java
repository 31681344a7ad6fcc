package org.territorydelta.spark.inputs;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Deals work out so that each share has as much as the next: the largest first, always to the
 * lightest share (R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969).
 */
public final class Shares {
  private record Load(int share, long weight) {}

  private Shares() {}

  /**
   * The share of each piece of work, from 0.
   *
   * @param count how many shares there are, at least 1
   */
  public static int[] of(List<Long> weights, int count) {
    var lightest =
        new PriorityQueue<Load>(Comparator.comparing(Load::weight).thenComparing(Load::share));
    IntStream.range(0, count).forEach(share -> lightest.add(new Load(share, 0)));
    int[] shares = new int[weights.size()];
    List<Integer> largestFirst =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(Comparator.<Integer, Long>comparing(weights::get).reversed())
            .toList();
    for (int piece : largestFirst) {
      Load load = lightest.remove();
      shares[piece] = load.share;
      lightest.add(new Load(load.share, load.weight + weights.get(piece)));
    }
    return shares;
  }
}
