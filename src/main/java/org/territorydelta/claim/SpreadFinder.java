package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.config.SourceSpreads;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.DatePair;

/**
 * How far apart the nets of a source and of the others lie, over periods of so many days: the
 * median and the 80th percentile over all periods of which both have maps of both ends. Where the
 * run has no other source of the ground, or too few periods, it is what the config has for the
 * whole; for regions there is none then.
 */
final class SpreadFinder {
  /** Fewer periods that do not overlap have no median to speak of. */
  private static final int LEAST_PERIODS = 4;

  private static final double USUAL_PART = 0.5;
  private static final double WIDE_PART = 0.8;

  private record Asked(Ground ground, int days) {}

  private final GroundBook book;
  private final Map<Ground, List<Ground>> others;
  private final SourceSpreads configured;
  private final Map<Asked, Spread> found = new HashMap<>();

  /**
   * @param others of each ground the same by other sources
   */
  SpreadFinder(GroundBook book, Map<Ground, List<Ground>> others, SourceSpreads configured) {
    this.book = book;
    this.others = others;
    this.configured = configured;
  }

  /** In km²; the widest of those to each other source. */
  Spread km2(Ground ground, int days) {
    return found.computeIfAbsent(new Asked(ground, days), this::find);
  }

  private Spread find(Asked asked) {
    Optional<Spread> widest =
        others.getOrDefault(asked.ground, List.of()).stream()
            .flatMap(other -> spread(asked.ground, other, asked.days).stream())
            .reduce(Spread::around);
    if (widest.isPresent()) {
      return widest.get();
    }
    boolean isWhole =
        asked.ground.region().equals(RegionId.ALL)
            || asked.ground.region().level() == RegionId.COUNTRY_LEVEL;
    return isWhole ? configured.km2(asked.days) : Spread.NONE;
  }

  private Optional<Spread> spread(Ground ground, Ground other, int days) {
    GroundSeries a = book.series(ground);
    GroundSeries b = book.series(other);
    NavigableSet<LocalDate> both = new TreeSet<>(a.maps().keySet());
    both.retainAll(b.maps().keySet());
    List<Double> apart = new ArrayList<>();
    int separate = 0;
    LocalDate end = LocalDate.MIN;
    for (LocalDate opening : both) {
      LocalDate closing = opening.plusDays(days);
      var ends = new DatePair(opening, closing);
      if (!both.contains(closing)
          || !a.brokenForNet(ends).isEmpty()
          || !b.brokenForNet(ends).isEmpty()) {
        continue;
      }
      apart.add(SquareKm.fromM2(Math.abs(a.netM2(ends) - b.netM2(ends))));
      if (!opening.isBefore(end)) {
        separate++;
        end = closing;
      }
    }
    return separate < LEAST_PERIODS
        ? Optional.empty()
        : Optional.of(new Spread(part(apart, USUAL_PART), part(apart, WIDE_PART)));
  }

  /** The least value that so large a part of them does not exceed. */
  private static double part(Collection<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
