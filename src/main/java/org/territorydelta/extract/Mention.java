package org.territorydelta.extract;

/**
 * A place or a side that a sentence names.
 *
 * @param country what conflict it belongs to
 * @param id of the region or side; for a side, empty when the word stands for several
 */
record Mention(Kind kind, String id, String country, Span span, String text) {
  enum Kind {
    PLACE,
    SIDE
  }
}
