package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A polygon as it is written to a file.
 *
 * @param shell its last position is not the first again
 * @param holes as the shell
 */
record Outline(List<Position> shell, List<List<Position>> holes) {
  static Outline of(List<Position> shell) {
    return new Outline(shell, List.of());
  }

  /** Shell and holes. */
  List<List<Position>> rings() {
    List<List<Position>> rings = new ArrayList<>();
    rings.add(shell);
    rings.addAll(holes);
    return rings;
  }
}
