package org.territorydelta.timeline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Two map dates of one source whose snapshots are compared.
 *
 * @param opening not after {@code closing}
 */
public record DatePair(LocalDate opening, LocalDate closing)
    implements Comparable<DatePair>, Serializable {
  private static final Comparator<DatePair> ORDER =
      Comparator.comparing(DatePair::opening).thenComparing(DatePair::closing);

  public DatePair {
    if (closing.isBefore(opening)) {
      throw new IllegalArgumentException(
          "Cannot build pair: opening=" + opening + ", closing=" + closing);
    }
  }

  /** Whether both dates are one map's, so that nothing can have changed. */
  public boolean isSame() {
    return opening.equals(closing);
  }

  @Override
  public int compareTo(DatePair other) {
    return ORDER.compare(this, other);
  }
}
