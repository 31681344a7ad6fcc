package org.territorydelta.claim;

import java.util.Optional;
import org.territorydelta.claim.MeasurementPlan.Planned;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.AreaDelta.Change;
import org.territorydelta.model.AreaRange;
import org.territorydelta.timeline.MapPair;

/**
 * Margins as the bands of nets have them: by shifting the ends of a period, together and each by
 * itself, and by the redraw noise in what changed, the wider of the two on either side. Of what was
 * gained or lost the noise alone may be less; what is held on a day has no margin. Other sources
 * and layer sets are no part of it: a claim is weighed against each of them by itself.
 */
public final class BandMargins implements Margins {
  private final MeasuredGround areas;
  private final MeasuredGround noise;
  private final SourceBreaks breaks;

  /**
   * @param areas stocks of every planned map, shifted ends included
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
    return switch (planned.request().quantity()) {
      case GROSS_GAIN -> new Margin(noise.change(ends.get(), ground).gainedM2(), 0);
      case GROSS_LOSS -> new Margin(noise.change(ends.get(), ground).lostM2(), 0);
      case NET_CHANGE, RATE_PER_DAY ->
          planned.shifted().isEmpty() ? Margin.ZERO : ofNet(planned, ends.get());
      case CONTROL_STOCK, ADVANCE_DISTANCE, SETTLEMENT_COUNT -> Margin.ZERO;
    };
  }

  private Margin ofNet(Planned planned, MapPair ends) {
    Ground ground = planned.request().ground();
    long net = netM2(ends, ground);
    Change noisy = noise.change(ends, ground);
    AreaRange band = new AreaRange(net - noisy.gainedM2(), net + noisy.lostM2());
    for (MapPair pair : planned.shifted()) {
      if (breaks.compare(pair, ground)) {
        band = band.around(AreaRange.of(netM2(pair, ground)));
      }
    }
    return new Margin(net - band.lowM2(), band.highM2() - net);
  }

  private long netM2(MapPair pair, Ground ground) {
    return areas.stockM2(pair.closing(), ground) - areas.stockM2(pair.opening(), ground);
  }
}
