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

  void equalKm2(Object row, String law, long foundDm2, long expectedDm2) {
    holds(
        foundDm2 == expectedDm2,
        row,
        law
            + ": found "
            + SquareKm.fromDm2(foundDm2)
            + " km², expected "
            + SquareKm.fromDm2(expectedDm2));
  }

  void atMostKm2(Object row, String law, long foundDm2, long mostDm2) {
    holds(
        foundDm2 <= mostDm2,
        row,
        law
            + ": found "
            + SquareKm.fromDm2(foundDm2)
            + " km², at most "
            + SquareKm.fromDm2(mostDm2));
  }
}
