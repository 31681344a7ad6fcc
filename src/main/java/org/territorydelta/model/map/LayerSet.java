package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * A named list of statuses that count as controlled. It is part of a figure's definition, so every
 * figure carries its name.
 */
public record LayerSet(String name, Set<String> statuses) implements Serializable {
  public LayerSet {
    statuses = new TreeSet<>(statuses);
  }

  /** Whether a holding counts as ground controlled by the side. */
  public boolean controls(String side, Holding holding) {
    return holding.side().equals(side) && statuses.contains(holding.status());
  }

  /** Whether any status counts in both. */
  public boolean overlaps(LayerSet other) {
    return statuses.stream().anyMatch(other.statuses::contains);
  }
}
