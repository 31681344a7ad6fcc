package org.territorydelta.report;

import java.util.List;

/**
 * A shape to be drawn: rings, each with the number of the polygon that it is of; the first of a
 * polygon is its shell. Positions are longitude and latitude in turn.
 *
 * @param rings degrees times {@link #STEPS_PER_DEGREE}: the first position, then the step to each
 *     next one; the last position is not repeated
 */
public record Outline(List<Ring> rings) {
  /** About 11 m a step. */
  public static final int STEPS_PER_DEGREE = 10_000;

  /** A closed line. */
  public record Ring(int polygon, List<Integer> steps) {}

  public Outline {
    rings = List.copyOf(rings);
  }
}
