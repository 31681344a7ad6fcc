package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.change.Transition;

/** Whether two engines gave the same answer. */
final class EngineAgreement {
  /**
   * How far two answers may be apart in one (cell, from, to) of a small scene. Two engines cut the
   * same lines in other pieces, and each piece is rounded by up to half a square metre in either:
   * this is ten pieces.
   */
  static final long TOLERANCE_M2 = 10;

  private EngineAgreement() {}

  static void assertAgree(List<Transition> found, List<Transition> expected) {
    SortedMap<String, Long> differences = new TreeMap<>();
    found.forEach(t -> differences.merge(key(t), t.areaM2(), Long::sum));
    expected.forEach(t -> differences.merge(key(t), -t.areaM2(), Long::sum));
    differences.values().removeIf(difference -> Math.abs(difference) <= TOLERANCE_M2);
    assertThat(differences).as("square metres apart, by cell, from, to").isEmpty();
  }

  private static String key(Transition transition) {
    return transition.cell() + ", " + transition.from() + ", " + transition.to();
  }
}
