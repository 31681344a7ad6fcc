package org.territorydelta.extract;

/**
 * A part of a text, in UTF-16 units.
 *
 * @param end exclusive
 */
record Span(int start, int end) {
  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  boolean holds(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Units of text between the two; 0 where they touch or overlap. */
  int gap(Span other) {
    return Math.max(0, Math.max(other.start - end, start - other.end));
  }
}
