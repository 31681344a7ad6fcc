package org.territorydelta.model.figure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.change.Turnover;

/**
 * What changed hands more than once along a chain of maps.
 *
 * @param turnovers by cell and by what befell the ground
 * @param boundM2 how far their areas may be off, all together, by roundings and noding
 */
public record Churned(List<Turnover> turnovers, long boundM2) implements Serializable {
  /** Nothing did. */
  public static final Churned NOTHING = new Churned(List.of(), 0);

  public Churned {
    turnovers = new ArrayList<>(turnovers);
    if (boundM2 < 0) {
      throw new IllegalArgumentException(
          "Cannot build churned ground: bound=" + boundM2 + " m2, expected zero or more");
    }
  }
}
