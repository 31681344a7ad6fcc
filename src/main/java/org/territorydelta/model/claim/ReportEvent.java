package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.territorydelta.model.map.RegionFacts;

/**
 * Something dated that was reported of a region: an emergency declared, people who left, prisoners
 * taken.
 *
 * @param kind an open vocabulary, as {@code emergency-declared}
 */
public record ReportEvent(
    String id, LocalDate day, RegionFacts region, String kind, Optional<Value> value, Report report)
    implements Comparable<ReportEvent>, Serializable {

  private static final Comparator<ReportEvent> ORDER =
      Comparator.comparing(ReportEvent::day).thenComparing(ReportEvent::id);

  /**
   * How many or how much.
   *
   * @param unit an open vocabulary, as {@code people}
   */
  public record Value(StatedValue stated, String unit, Qualifier qualifier)
      implements Serializable {}

  /**
   * Who reported it.
   *
   * @param verified whether anybody confirmed it independently
   * @param detail in words, may be empty
   * @param place where it can be read, may be empty
   */
  public record Report(String claimant, boolean verified, String detail, String place)
      implements Serializable {}

  @Override
  public int compareTo(ReportEvent other) {
    return ORDER.compare(this, other);
  }
}
