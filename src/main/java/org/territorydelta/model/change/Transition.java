package org.territorydelta.model.change;

import java.io.Serializable;
import java.util.Comparator;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

/**
 * Ground of one cell that went from one holding to another between two snapshots. Only change is
 * recorded: {@code from} and {@code to} differ.
 *
 * @param areaM2 more than zero
 */
public record Transition(Cell cell, Holding from, Holding to, long areaM2)
    implements Comparable<Transition>, Serializable {
  private static final Comparator<Transition> ORDER =
      Comparator.comparing(Transition::cell)
          .thenComparing(Transition::from)
          .thenComparing(Transition::to);

  public Transition {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "Cannot build a transition: from=" + from + ", to=" + to + ", expected two holdings");
    }
    if (areaM2 <= 0) {
      throw new IllegalArgumentException(
          "Cannot build a transition: area=" + areaM2 + " m2, expected more than zero");
    }
  }

  @Override
  public int compareTo(Transition other) {
    return ORDER.compare(this, other);
  }
}
