package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.config.SourceSpreads;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.MeasureUnit.Dimension;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.map.MapState;
import org.territorydelta.timeline.DatePair;

/**
 * What sources tell of a claim beside the figure itself: how far apart they lie, whether they mean
 * the same ground, when a figure is reached, and which start would fit.
 */
final class ClaimFindings {
  private final GroundBook book;
  private final SpreadFinder spreads;
  private final BaseFinder bases;
  private final SettlementCounter settlements;

  /**
   * @param readings of all claims
   */
  ClaimFindings(
      GroundBook book,
      Collection<ClaimReading> readings,
      SourceSpreads configured,
      SettlementCounter settlements) {
    this.book = book;
    this.settlements = settlements;
    Map<Ground, List<Ground>> others = others(readings);
    this.spreads = new SpreadFinder(book, others, configured);
    this.bases = new BaseFinder(book, others);
  }

  /** By each ground the same of other sources, as the same claim reads it there. */
  private static Map<Ground, List<Ground>> others(Collection<ClaimReading> readings) {
    Map<Claim, List<Ground>> byClaim = new HashMap<>();
    readings.forEach(
        reading ->
            byClaim
                .computeIfAbsent(reading.claim(), claim -> new ArrayList<>())
                .add(reading.ground()));
    Map<Ground, List<Ground>> others = new HashMap<>();
    byClaim
        .values()
        .forEach(
            grounds -> {
              for (Ground ground : grounds) {
                List<Ground> known = others.computeIfAbsent(ground, key -> new ArrayList<>());
                grounds.stream()
                    .filter(other -> !other.sourceId().equals(ground.sourceId()))
                    .filter(other -> other.side().equals(ground.side()))
                    .filter(other -> !known.contains(other))
                    .forEach(known::add);
              }
            });
    return others;
  }

  /**
   * By how much a measured range is to be widened on both sides, since another source would give
   * another figure: of what changes in a period, unless the claim is of the source's own maps.
   */
  Spread spread(ClaimReading reading) {
    Claim claim = reading.claim();
    Optional<Integer> days = claim.time().days();
    if (reading.isOwn()
        || days.isEmpty()
        || claim.amount().quantity().dimension() != Dimension.AREA) {
      return Spread.NONE;
    }
    Spread km2 = spreads.km2(reading.ground(), days.get());
    return claim.amount().quantity() == QuantityType.RATE_PER_DAY
        ? km2.times(1.0 / days.get())
        : km2;
  }

  /** Whether what is held is of other ground than another source's. */
  boolean isOfOtherGround(ClaimReading reading, Measurement measured) {
    return reading.claim().amount().quantity() == QuantityType.CONTROL_STOCK
        && !reading.isOwn()
        && measured.states().closing().isPresent()
        && bases.leavesOut(reading.ground(), measured.states().closing().get().mapDate());
  }

  /** Whether more settlements are claimed than are listed there. */
  boolean hasTooFewPlaces(ClaimReading reading) {
    Claim claim = reading.claim();
    return claim.amount().quantity() == QuantityType.SETTLEMENT_COUNT
        && claim.range().orElseThrow().value() > settlements.listed(claim.subject().region().id());
  }

  /**
   * Day of the first map after the closing one on which what is measured reaches the least that is
   * claimed: what is held, or the net since the period's opening.
   */
  Optional<LocalDate> reachedOn(ClaimReading reading, Measurement measured) {
    ValueRange claimed = reading.claim().range().orElseThrow();
    GroundSeries series = book.series(reading.ground());
    Optional<LocalDate> opening = measured.states().opening().map(MapState::mapDate);
    boolean isLoss = isLoss(reading);
    if (!opening.map(series.maps()::containsKey).orElse(true)) {
      return Optional.empty();
    }
    LocalDate closing = measured.states().closing().orElseThrow().mapDate();
    for (LocalDate map : series.maps().tailMap(closing, false).keySet()) {
      long reachedM2 =
          switch (reading.claim().amount().quantity()) {
            case CONTROL_STOCK -> series.stockM2(map);
            case NET_CHANGE, GROSS_GAIN, GROSS_LOSS -> {
              long net = series.netM2(new DatePair(opening.orElse(map), map));
              yield isLoss ? -net : net;
            }
            case RATE_PER_DAY, ADVANCE_DISTANCE, SETTLEMENT_COUNT -> Long.MIN_VALUE;
          };
      if (reachedM2 != Long.MIN_VALUE && SquareKm.fromM2(reachedM2) >= claimed.low()) {
        return Optional.of(map);
      }
    }
    return Optional.empty();
  }

  /** Whether what is claimed is what the measured side lost. */
  private static boolean isLoss(ClaimReading reading) {
    return reading.isMirrored() != (reading.claim().amount().quantity() == QuantityType.GROSS_LOSS);
  }

  /** The day after the map since which the net comes nearest to the claim. */
  Optional<LocalDate> bestStart(ClaimReading reading) {
    double claimed = reading.claim().range().orElseThrow().value();
    GroundSeries series = book.series(reading.ground());
    LocalDate closing = series.maps().floorKey(reading.claim().time().lastDay());
    if (closing == null
        || reading.claim().amount().quantity().dimension() != Dimension.AREA
        || reading.claim().amount().quantity() == QuantityType.RATE_PER_DAY) {
      return Optional.empty();
    }
    int sign = isLoss(reading) ? -1 : 1;
    return series.maps().headMap(closing, false).keySet().stream()
        .min(
            Comparator.comparingDouble(
                    (LocalDate map) ->
                        Math.abs(
                            sign * SquareKm.fromM2(series.netM2(new DatePair(map, closing)))
                                - claimed))
                .thenComparing(Comparator.reverseOrder()))
        .map(map -> map.plusDays(1));
  }
}
