package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

/**
 * How much ground two maps give to two holdings, by cell, carried along as either map changes.
 * Ground that both give to one holding is left out.
 */
final class JointStock {
  private record Place(Cell cell, Holding byA, Holding byB) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::cell).thenComparing(Place::byA).thenComparing(Place::byB);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final SortedMap<Place, Long> areas = new TreeMap<>();

  /** The stock that was measured as a whole. */
  static JointStock of(Collection<Transition> measured) {
    var stock = new JointStock();
    measured.forEach(t -> stock.add(t.cell(), t.from(), t.to(), t.areaM2()));
    return stock;
  }

  void add(Cell cell, Holding byA, Holding byB, long areaM2) {
    if (!byA.equals(byB)) {
      areas.merge(new Place(cell, byA, byB), areaM2, Math::addExact);
    }
  }

  /** Ground with two holders, sorted. What roundings have left below nothing is left out. */
  List<Transition> ground() {
    List<Transition> ground = new ArrayList<>();
    areas.forEach(
        (place, areaM2) -> {
          if (areaM2 > 0) {
            ground.add(new Transition(place.cell, place.byA, place.byB, areaM2));
          }
        });
    return ground;
  }

  /** The largest difference to another stock in one cell and pair of holders. */
  long driftM2(JointStock other) {
    Set<Place> places = new TreeSet<>(areas.keySet());
    places.addAll(other.areas.keySet());
    return places.stream()
        .mapToLong(place -> areas.getOrDefault(place, 0L) - other.areas.getOrDefault(place, 0L))
        .map(Math::abs)
        .max()
        .orElse(0);
  }
}
