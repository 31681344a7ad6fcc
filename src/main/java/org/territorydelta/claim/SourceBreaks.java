package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.map.MapState;

/**
 * Where the series of sources break, and which measurements that spoils. A break is of its side's
 * ground wherever it lies: where on the map it is, is not known, so it counts in every region.
 *
 * <p>A net, a rate or an advance is touched when a break has changed one of its two maps and not
 * the other; what was gained or lost, and a count of settlements over a period, by any break that
 * begins or ends between them, since on the way it counts for more than there was; what is held on
 * a day when that map is part of a break that is over again later.
 */
public final class SourceBreaks {
  /** No source has any. */
  public static final SourceBreaks NONE = new SourceBreaks(List.of());

  private final List<SeriesBreak> breaks;

  /**
   * @param breaks of any sources
   */
  public SourceBreaks(Collection<SeriesBreak> breaks) {
    this.breaks = breaks.stream().sorted().toList();
  }

  /** The breaks that spoil a measurement on these maps; none where it may be used. */
  public List<SeriesBreak> spoiling(
      String sourceId, String side, QuantityType quantity, AreaDelta.States states) {
    Optional<LocalDate> closing = states.closing().map(MapState::mapDate);
    if (closing.isEmpty()) {
      return List.of();
    }
    return states
        .opening()
        .map(MapState::mapDate)
        .map(
            opening -> of(sourceId, side, found -> spoils(found, quantity, opening, closing.get())))
        .orElseGet(
            () ->
                of(
                    sourceId,
                    side,
                    found -> found.key().kind().isExcludable() && found.shows(closing.get())));
  }

  private static boolean spoils(
      SeriesBreak found, QuantityType quantity, LocalDate opening, LocalDate closing) {
    return switch (quantity) {
      case NET_CHANGE, RATE_PER_DAY, ADVANCE_DISTANCE, CONTROL_STOCK ->
          found.parts(opening, closing);
      case GROSS_GAIN, GROSS_LOSS, SETTLEMENT_COUNT ->
          found.beginsBetween(opening, closing) || found.endsBetween(opening, closing);
    };
  }

  /** All that break figures of a side's ground. */
  List<SeriesBreak> of(String sourceId, String side) {
    return of(sourceId, side, found -> true);
  }

  private List<SeriesBreak> of(String sourceId, String side, Predicate<SeriesBreak> where) {
    return breaks.stream()
        .filter(found -> found.key().sourceId().equals(sourceId))
        .filter(found -> found.breaksFiguresOf(side))
        .filter(where)
        .toList();
  }
}
