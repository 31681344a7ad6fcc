package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.territorydelta.claim.MeasurementRequest.Ground;

/**
 * Finds sources that leave out ground which another one shows at all times, so that what a side
 * holds by them is of other ground. The other one shows more on every day of which both have a map,
 * and by more than that difference ever moved: it stands, while the front moves.
 */
final class BaseFinder {
  /** As long as ground has to stand to be a baseline where sources are held against each other. */
  private static final int LEAST_DAYS = 28;

  private final GroundBook book;
  private final Map<Ground, List<Ground>> others;
  private final Map<Asked, Boolean> found = new HashMap<>();

  private record Asked(Ground ground, LocalDate map) {}

  /**
   * @param others of each ground the same by other sources
   */
  BaseFinder(GroundBook book, Map<Ground, List<Ground>> others) {
    this.book = book;
    this.others = others;
  }

  /**
   * Whether the source leaves out some of the ground at all times.
   *
   * @param map that tells the ground; days beyond a break of the series are of other maps
   */
  boolean leavesOut(Ground ground, LocalDate map) {
    return found.computeIfAbsent(
        new Asked(ground, map),
        key ->
            others.getOrDefault(ground, List.of()).stream()
                .anyMatch(other -> showsMore(other, ground, map)));
  }

  private boolean showsMore(Ground other, Ground ground, LocalDate map) {
    GroundSeries more = book.series(other);
    GroundSeries less = book.series(ground);
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (LocalDate day : more.maps().keySet()) {
      if (less.maps().containsKey(day)
          && less.maps().containsKey(map)
          && less.isOneBase(day, map)) {
        first = day.isBefore(first) ? day : first;
        last = day;
        long apart = more.stockM2(day) - less.stockM2(day);
        least = Math.min(least, apart);
        most = Math.max(most, apart);
      }
    }
    boolean isLong = first.isBefore(last) && !first.plusDays(LEAST_DAYS).isAfter(last);
    return isLong && least > 0 && least > most - least;
  }
}
