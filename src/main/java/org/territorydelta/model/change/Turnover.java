package org.territorydelta.model.change;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.map.Cell;

/**
 * Ground of one cell that changed hands more than once between two maps, all of it on the same
 * days, from and to the same holdings.
 *
 * @param handOvers at least two, by day; each takes over from the holder that the one before left
 */
public record Turnover(Cell cell, List<HandOver> handOvers, long areaM2) implements Serializable {
  public Turnover {
    handOvers = new ArrayList<>(handOvers);
    if (handOvers.size() < 2) {
      throw new IllegalArgumentException(
          "Cannot build turnover: hand-overs=" + handOvers.size() + ", expected at least 2");
    }
    for (int i = 1; i < handOvers.size(); i++) {
      if (!handOvers.get(i - 1).day().isBefore(handOvers.get(i).day())) {
        throw new IllegalArgumentException(
            "Cannot build turnover: hand-overs=" + handOvers + ", expected one day after another");
      }
    }
  }
}
