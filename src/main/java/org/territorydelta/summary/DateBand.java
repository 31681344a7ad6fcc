package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.ShiftedEnds;

/**
 * How far a net may be off because of its dates. The ground at every map date is known, so the net
 * between any two is the difference of two stocks, exactly.
 */
final class DateBand {
  private DateBand() {}

  /**
   * The parts by a common lag and by each end's own.
   *
   * @param compares whether two maps tell the ground in the same way; no end is shifted to where
   *     they do not. The unshifted ones must
   * @param stockM2 ground at a map date
   */
  static NetBand of(
      ShiftedEnds ends, Predicate<DatePair> compares, ToLongFunction<LocalDate> stockM2) {
    Map<LocalDate, Long> stocks = new HashMap<>();
    Stream.of(ends.openings(), ends.closings())
        .flatMap(shifted -> shifted.values().stream())
        .forEach(mapDate -> stocks.computeIfAbsent(mapDate, stockM2::applyAsLong));
    return new NetBand(
        ends.days(),
        ends.daysWithoutMap(),
        new TreeMap<>(
            Map.of(
                BandPart.LAG, nets(ends.together(), compares, stocks),
                BandPart.JITTER, nets(ends.apart(), compares, stocks))));
  }

  /** Never of nothing: unshifted ends are among the pairs. */
  private static AreaRange nets(
      Collection<DatePair> pairs, Predicate<DatePair> compares, Map<LocalDate, Long> stocks) {
    return pairs.stream()
        .filter(compares)
        .map(pair -> AreaRange.of(stocks.get(pair.closing()) - stocks.get(pair.opening())))
        .reduce(AreaRange::around)
        .orElseThrow();
  }
}
