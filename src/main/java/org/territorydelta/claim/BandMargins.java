package org.territorydelta.claim;

import java.util.Optional;
import java.util.SortedSet;
import org.territorydelta.claim.MeasurementPlan.Planned;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapPair;

/**
 * Margins as the bands of nets have them, for every kind of area alike: by shifting the ends of a
 * period, together and each by itself, or the day of what is held, and by the redraw noise in what
 * changed, the wider of the two on either side. No end is shifted over a break. Other sources are
 * no part of it.
 */
public final class BandMargins implements Margins {
  private final MeasuredGround areas;
  private final MeasuredGround noise;
  private final SourceBreaks breaks;

  /**
   * @param areas stocks of every planned map, and changes of every planned pair
   * @param noise the noisy part of the change, of every planned pair
   * @param breaks over which no end is shifted
   */
  public BandMargins(MeasuredGround areas, MeasuredGround noise, SourceBreaks breaks) {
    this.areas = areas;
    this.noise = noise;
    this.breaks = breaks;
  }

  @Override
  public Margin margin(Planned planned) {
    Optional<MapPair> ends = planned.chain().ends();
    if (ends.isEmpty()) {
      return Margin.ZERO;
    }
    Ground ground = planned.request().ground();
    var series = new GroundSeries(planned.maps(), ground, areas, breaks);
    DatePair own = ends.get().dates();
    return switch (planned.request().quantity()) {
      case GROSS_GAIN -> {
        Change noisy = noise.change(ends.get(), ground);
        yield ofGross(planned, series, noisy.gainedM2(), true);
      }
      case GROSS_LOSS -> {
        Change noisy = noise.change(ends.get(), ground);
        yield ofGross(planned, series, noisy.lostM2(), false);
      }
      case NET_CHANGE, RATE_PER_DAY ->
          planned.shifted().isEmpty()
              ? Margin.ZERO
              : ofNet(planned, series, own, noise.change(ends.get(), ground));
      case CONTROL_STOCK -> ofStock(planned, series, own);
      case ADVANCE_DISTANCE, SETTLEMENT_COUNT -> Margin.ZERO;
    };
  }

  private static Margin ofNet(Planned planned, GroundSeries series, DatePair own, Change noisy) {
    long net = series.netM2(own);
    SortedSet<DatePair> broken = series.brokenForNet(own);
    AreaRange band = new AreaRange(net - noisy.gainedM2(), net + noisy.lostM2());
    for (MapPair pair : planned.shifted()) {
      if (series.brokenForNet(pair.dates()).equals(broken)) {
        band = band.around(AreaRange.of(series.netM2(pair.dates())));
      }
    }
    return around(band, net);
  }

  private static Margin ofGross(Planned planned, GroundSeries series, long noisyM2, boolean gain) {
    DatePair own = planned.chain().ends().orElseThrow().dates();
    long sum = of(series.grossM2(own), gain);
    SortedSet<DatePair> broken = series.brokenForGross(own);
    AreaRange band = new AreaRange(sum - noisyM2, sum);
    for (MapPair pair : planned.shifted()) {
      if (series.brokenForGross(pair.dates()).equals(broken)) {
        band = band.around(AreaRange.of(of(series.grossM2(pair.dates()), gain)));
      }
    }
    return around(band, sum);
  }

  static long of(Change change, boolean gain) {
    return gain ? change.gainedM2() : change.lostM2();
  }

  private static Margin ofStock(Planned planned, GroundSeries series, DatePair own) {
    long stock = series.stockM2(own.closing());
    // Ground just outside the region's border is given to it, and may be another's.
    var band = new AreaRange(stock - series.mismatchM2(own.closing()), stock);
    for (MapPair pair : planned.shifted()) {
      if (series.isUnbroken(own.closing(), pair.closing().mapDate())) {
        band = band.around(AreaRange.of(series.stockM2(pair.closing().mapDate())));
      }
    }
    return around(band, stock);
  }

  private static Margin around(AreaRange band, long valueM2) {
    return new Margin(valueM2 - band.lowM2(), band.highM2() - valueM2);
  }
}
