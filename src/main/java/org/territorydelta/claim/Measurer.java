package org.territorydelta.claim;

import java.util.Optional;
import org.territorydelta.claim.Margins.Margin;
import org.territorydelta.claim.MeasurementPlan.Planned;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.timeline.MapChain;
import org.territorydelta.timeline.MapPair;

/** Turns areas, depths and settlements into the measurements that were planned. */
public final class Measurer {
  private final MeasuredGround areas;
  private final Margins margins;
  private final FrontDepths depths;
  private final SettlementCounter settlements;
  private final SourceBreaks breaks;
  private final double staleShare;

  /**
   * @param staleShare share (0..1) of a period that its maps may be stale without more ado
   */
  public Measurer(
      MeasuredGround areas,
      Margins margins,
      FrontDepths depths,
      SettlementCounter settlements,
      SourceBreaks breaks,
      double staleShare) {
    this.areas = areas;
    this.margins = margins;
    this.depths = depths;
    this.settlements = settlements;
    this.breaks = breaks;
    this.staleShare = staleShare;
  }

  /**
   * @return none when this kind of quantity is not measured at all
   */
  public Optional<Measurement> measure(Planned planned) {
    MapChain chain = planned.chain();
    Optional<MapPair> ends = chain.ends();
    if (ends.isEmpty()) {
      return isMeasured(planned) ? Optional.of(nothing(chain)) : Optional.empty();
    }
    MeasurementRequest request = planned.request();
    Ground ground = request.ground();
    Optional<Long> opening =
        request.time().firstDay().map(day -> areas.stockM2(ends.get().opening(), ground));
    boolean acrossBreak =
        !breaks
            .spoiling(ground.sourceId(), ground.side(), request.quantity(), chain.states())
            .isEmpty();
    if (acrossBreak && !isSummedByStep(request.quantity())) {
      return Optional.of(
          new Measurement(chain.states(), Optional.empty(), opening, true, Optional.empty()));
    }
    var series = new GroundSeries(planned.maps(), ground, areas, breaks);
    var days = new MissedDays(planned, series, staleShare);
    return range(planned, ends.get(), series, days)
        .map(
            range ->
                new Measurement(
                    days.states(), Optional.of(range), opening, acrossBreak, days.addedM2()));
  }

  /** What is summed up step by step can do without the steps in which the series breaks. */
  private static boolean isSummedByStep(QuantityType quantity) {
    return switch (quantity) {
      case NET_CHANGE, RATE_PER_DAY, GROSS_GAIN, GROSS_LOSS -> true;
      case CONTROL_STOCK, ADVANCE_DISTANCE, SETTLEMENT_COUNT -> false;
    };
  }

  private static Measurement nothing(MapChain chain) {
    return new Measurement(chain.states(), Optional.empty(), Optional.empty());
  }

  /** Without any settlement there is nothing to count, with maps or without. */
  private boolean isMeasured(Planned planned) {
    return planned.request().quantity() != QuantityType.SETTLEMENT_COUNT
        || settlements.knows(planned.request().ground().region());
  }

  private Optional<ValueRange> range(
      Planned planned, MapPair ends, GroundSeries series, MissedDays days) {
    Ground ground = planned.request().ground();
    MapChain chain = planned.chain();
    Margin margin = margins.margin(planned).plus(days.doubtM2());
    long added = days.addedM2().orElse(0L);
    return switch (planned.request().quantity()) {
      case CONTROL_STOCK -> {
        long stock = series.stockM2(ends.closing().mapDate());
        yield Optional.of(unsigned(stock, stock, margin));
      }
      case GROSS_GAIN -> Optional.of(gross(planned, series, margin, added, true));
      case GROSS_LOSS -> Optional.of(gross(planned, series, margin, added, false));
      case NET_CHANGE -> Optional.of(signed(series.netM2(ends.dates()) + added, margin));
      case RATE_PER_DAY ->
          Optional.of(
              signed(series.netM2(ends.dates()) + added, margin)
                  .times(1.0 / Math.max(1, days.figuresDays())));
      case ADVANCE_DISTANCE ->
          ends.isSame()
              ? Optional.of(ValueRange.exactly(0))
              : depths.depth(ends, ground).map(Measurer::range);
      case SETTLEMENT_COUNT ->
          settlements.count(chain, ground, planned.request().time().firstDay().isEmpty());
    };
  }

  /**
   * From end to end up to the sum over all steps. Where the series breaks there is no end to end:
   * the sum over the other steps is the figure, and their net the least.
   */
  private ValueRange gross(
      Planned planned, GroundSeries series, Margin margin, long addedM2, boolean gain) {
    MapPair ends = planned.chain().ends().orElseThrow();
    long sum = BandMargins.of(series.grossM2(ends.dates()), gain) + addedM2;
    if (series.brokenForNet(ends.dates()).isEmpty()) {
      Change change = areas.change(ends, planned.request().ground());
      return unsigned(Math.max(0, BandMargins.of(change, gain) + addedM2), sum, margin);
    }
    long net = series.netM2(ends.dates());
    long least = Math.max(0, (gain ? net : -net) + addedM2);
    return range(
        Math.min(least, Math.max(0, sum - margin.belowM2())),
        Math.max(0, sum),
        Math.max(0, sum) + margin.aboveM2());
  }

  /** From the change end to end up to its gross sum, and a margin around both; not below zero. */
  private static ValueRange unsigned(long endToEndM2, long grossM2, Margin margin) {
    long most = Math.max(endToEndM2, grossM2);
    return range(Math.max(0, endToEndM2 - margin.belowM2()), endToEndM2, most + margin.aboveM2());
  }

  private static ValueRange signed(long netM2, Margin margin) {
    return range(netM2 - margin.belowM2(), netM2, netM2 + margin.aboveM2());
  }

  private static ValueRange range(long lowM2, long valueM2, long highM2) {
    return new ValueRange(
        SquareKm.fromM2(lowM2), SquareKm.fromM2(valueM2), SquareKm.fromM2(highM2));
  }

  /** From the mean depth to the largest. */
  private static ValueRange range(FrontDepths.Depth depth) {
    double mean = Math.min(depth.mean().orElse(depth.largest()), depth.largest());
    return new ValueRange(mean, depth.largest(), depth.largest());
  }
}
