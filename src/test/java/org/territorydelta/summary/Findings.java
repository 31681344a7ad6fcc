package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Violation;

/** Collects what breaks a law in one table. */
final class Findings {
  private final String table;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<Object> keys = new HashSet<>();

  Findings(String table) {
    this.table = table;
  }

  List<Violation> violations() {
    return violations;
  }

  /** Notes a row whose key another row has. */
  void unique(Object key) {
    holds(keys.add(key), key, "no two rows have one key");
  }

  void holds(boolean holds, Object row, String law) {
    if (!holds) {
      violations.add(new Violation(table, row.toString(), law));
    }
  }

  void equalKm2(Object row, String law, long foundM2, long expectedM2) {
    holds(
        foundM2 == expectedM2,
        row,
        law
            + ": found "
            + SquareKm.fromM2(foundM2)
            + " km², expected "
            + SquareKm.fromM2(expectedM2));
  }

  void atMostKm2(Object row, String law, long foundM2, long mostM2) {
    holds(
        foundM2 <= mostM2,
        row,
        law + ": found " + SquareKm.fromM2(foundM2) + " km², at most " + SquareKm.fromM2(mostM2));
  }
}
