package org.territorydelta.claim;

import java.util.Optional;
import org.territorydelta.claim.Margins.Margin;
import org.territorydelta.claim.MeasurementPlan.Planned;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.Measurement;
import org.territorydelta.model.QuantityType;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.ValueRange;
import org.territorydelta.timeline.MapChain;
import org.territorydelta.timeline.MapPair;

/** Turns areas, depths and settlements into the measurements that were planned. */
public final class Measurer {
  private final MeasuredGround areas;
  private final Margins margins;
  private final FrontDepths depths;
  private final SettlementCounter settlements;
  private final SourceBreaks breaks;

  public Measurer(
      MeasuredGround areas,
      Margins margins,
      FrontDepths depths,
      SettlementCounter settlements,
      SourceBreaks breaks) {
    this.areas = areas;
    this.margins = margins;
    this.depths = depths;
    this.settlements = settlements;
    this.breaks = breaks;
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
    Ground ground = planned.request().ground();
    Optional<Long> opening =
        planned.request().time().firstDay().map(day -> areas.stockM2(ends.get().opening(), ground));
    boolean acrossBreak =
        !breaks
            .spoiling(
                ground.sourceId(), ground.side(), planned.request().quantity(), chain.states())
            .isEmpty();
    return range(planned, ends.get())
        .map(Optional::of)
        .map(range -> acrossBreak ? Optional.<ValueRange>empty() : range)
        .map(range -> new Measurement(chain.states(), range, opening, acrossBreak));
  }

  private static Measurement nothing(MapChain chain) {
    return new Measurement(chain.states(), Optional.empty(), Optional.empty());
  }

  /** Without any settlement there is nothing to count, with maps or without. */
  private boolean isMeasured(Planned planned) {
    return planned.request().quantity() != QuantityType.SETTLEMENT_COUNT
        || settlements.knows(planned.request().ground().region());
  }

  private Optional<ValueRange> range(Planned planned, MapPair ends) {
    Ground ground = planned.request().ground();
    MapChain chain = planned.chain();
    Margin margin = margins.margin(planned);
    long closing = areas.stockM2(ends.closing(), ground);
    long net = closing - areas.stockM2(ends.opening(), ground);
    return switch (planned.request().quantity()) {
      case CONTROL_STOCK -> Optional.of(unsigned(closing, closing, margin));
      case GROSS_GAIN ->
          Optional.of(
              unsigned(
                  areas.change(ends, ground).gainedM2(), gross(chain, ground).gainedM2(), margin));
      case GROSS_LOSS ->
          Optional.of(
              unsigned(areas.change(ends, ground).lostM2(), gross(chain, ground).lostM2(), margin));
      case NET_CHANGE -> Optional.of(signed(net, margin));
      case RATE_PER_DAY -> Optional.of(signed(net, margin).times(1.0 / Math.max(1, days(ends))));
      case ADVANCE_DISTANCE ->
          ends.isSame()
              ? Optional.of(ValueRange.exactly(0))
              : depths.depth(ends, ground).map(Measurer::range);
      case SETTLEMENT_COUNT ->
          settlements.count(chain, ground, planned.request().time().firstDay().isEmpty());
    };
  }

  private static long days(MapPair ends) {
    return ends.closing().mapDate().toEpochDay() - ends.opening().mapDate().toEpochDay();
  }

  private Change gross(MapChain chain, Ground ground) {
    Change sum = Change.ZERO;
    for (MapPair pair : chain.consecutive()) {
      sum = sum.plus(areas.change(pair, ground));
    }
    return sum;
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
