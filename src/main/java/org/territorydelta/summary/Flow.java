package org.territorydelta.summary;

import java.io.Serializable;
import java.util.Comparator;
import org.territorydelta.model.map.Holding;

/** From whom to whom ground went. */
public record Flow(Holding from, Holding to) implements Comparable<Flow>, Serializable {
  private static final Comparator<Flow> ORDER =
      Comparator.comparing(Flow::from).thenComparing(Flow::to);

  @Override
  public int compareTo(Flow other) {
    return ORDER.compare(this, other);
  }
}
