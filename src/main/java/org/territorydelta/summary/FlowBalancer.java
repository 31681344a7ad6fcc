package org.territorydelta.summary;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.map.Holding;

/**
 * Closes the last square metres between measured flows and the stocks at both ends, as a surveyor
 * closes a traverse. Pieces are rounded one by one, so the flows of a pair and the stocks carried
 * along the chain of maps differ by some roundings; here the difference is put into the flows to
 * and from ground held by nobody (first by shrinking one, then by growing the other), so that
 * afterwards, exactly,
 *
 * <pre>closing(A) - opening(A) = flows into A - flows out of A, and flows out of A <= opening(A)
 * </pre>
 *
 * for every holding A. Swapping opening with closing swaps every flow.
 */
final class FlowBalancer {
  private final SortedMap<Flow, Long> flows;
  private long movedM2;

  private FlowBalancer(SortedMap<Flow, Long> measured) {
    this.flows = new TreeMap<>(measured);
  }

  /**
   * @param flows all more than zero
   * @param movedM2 how much was moved to close
   */
  record Balanced(SortedMap<Flow, Long> flows, long movedM2) {}

  static Balanced balance(
      SortedMap<Flow, Long> measured, Map<Holding, Long> openingM2, Map<Holding, Long> closingM2) {
    var balancer = new FlowBalancer(measured);
    SortedSet<Holding> holdings = new TreeSet<>(openingM2.keySet());
    holdings.addAll(closingM2.keySet());
    for (Flow flow : measured.keySet()) {
      holdings.add(flow.from());
      holdings.add(flow.to());
    }
    holdings.remove(Holding.NONE);
    for (Holding holding : holdings) {
      balancer.limit(holding, openingM2.getOrDefault(holding, 0L), true);
      balancer.limit(holding, closingM2.getOrDefault(holding, 0L), false);
    }
    for (Holding holding : holdings) {
      long opening = openingM2.getOrDefault(holding, 0L);
      long closing = closingM2.getOrDefault(holding, 0L);
      balancer.close(holding, opening, closing);
    }
    balancer.flows.values().removeIf(area -> area == 0);
    return new Balanced(balancer.flows, balancer.movedM2);
  }

  /** No more leaves a holding than it had, and no more comes than it has. */
  private void limit(Holding holding, long stock, boolean leaving) {
    long excess = total(holding, leaving) - stock;
    while (excess > 0) {
      Flow largest = largest(holding, leaving).orElseThrow();
      long cut = Math.min(excess, flows.get(largest));
      add(largest, -cut);
      excess -= cut;
    }
  }

  private void close(Holding holding, long opening, long closing) {
    long missing = (closing - opening) - (total(holding, false) - total(holding, true));
    Flow in = new Flow(Holding.NONE, holding);
    Flow out = new Flow(holding, Holding.NONE);
    Flow shrinking = missing > 0 ? out : in;
    Flow growing = missing > 0 ? in : out;
    long rest = Math.abs(missing);
    long cut = Math.min(rest, flows.getOrDefault(shrinking, 0L));
    add(shrinking, -cut);
    add(growing, rest - cut);
  }

  private void add(Flow flow, long areaM2) {
    if (areaM2 != 0) {
      flows.merge(flow, areaM2, Long::sum);
      movedM2 += Math.abs(areaM2);
    }
  }

  private long total(Holding holding, boolean leaving) {
    return flows.entrySet().stream()
        .filter(flow -> touches(flow.getKey(), holding, leaving))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Optional<Flow> largest(Holding holding, boolean leaving) {
    return flows.entrySet().stream()
        .filter(flow -> touches(flow.getKey(), holding, leaving))
        .max(
            Map.Entry.<Flow, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private static boolean touches(Flow flow, Holding holding, boolean leaving) {
    return (leaving ? flow.from() : flow.to()).equals(holding);
  }
}
