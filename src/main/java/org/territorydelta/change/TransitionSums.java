package org.territorydelta.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

/** Adds up ground that changed hands, piece by piece, to one transition a cell and two holdings. */
final class TransitionSums {
  private record Kind(Cell cell, Holding from, Holding to) {}

  private final Map<Kind, Long> sums = new HashMap<>();

  void add(Holding from, Holding to, SortedMap<Cell, Long> areasM2) {
    areasM2.forEach((cell, areaM2) -> sums.merge(new Kind(cell, from, to), areaM2, Math::addExact));
  }

  /** Sorted. */
  List<Transition> transitions() {
    return sums.entrySet().stream()
        .map(
            sum ->
                new Transition(
                    sum.getKey().cell, sum.getKey().from, sum.getKey().to, sum.getValue()))
        .sorted()
        .toList();
  }
}
