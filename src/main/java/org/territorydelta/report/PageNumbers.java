package org.territorydelta.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Numbers in the page's data: as short as they can be and still be right in all that is shown. */
final class PageNumbers {
  /** Shown is one; so no figure is rounded twice in a way that would be seen. */
  static final int DECIMALS = 4;

  private static final double STEPS = Math.pow(10, DECIMALS);

  private PageNumbers() {}

  /** Null for what is no number. */
  static JsonNode node(double number) {
    if (!Double.isFinite(number)) {
      return NullNode.getInstance();
    }
    double rounded = Math.rint(number * STEPS) / STEPS;
    return rounded == Math.rint(rounded)
        ? LongNode.valueOf((long) rounded)
        : DoubleNode.valueOf(rounded);
  }
}
