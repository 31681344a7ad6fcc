package org.territorydelta.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.territorydelta.claim.MeasurementPlan.Planned;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.MapState;
import org.territorydelta.timeline.DatePair;

/**
 * What a period's maps show too much or too little of, and what that makes. A map that is older
 * than its day leaves a rest before the period in it, or after the last map out of it. Up to a
 * share of the period that is borne. Beyond, the rest is reckoned by the step it lies in, as if
 * ground changed hands evenly there, after the last map by the last step; and since it need not
 * have, the figure may be off by as much.
 */
final class MissedDays {
  private final Planned planned;
  private final GroundSeries series;
  private final double staleShare;

  MissedDays(Planned planned, GroundSeries series, double staleShare) {
    this.planned = planned;
    this.series = series;
    this.staleShare = staleShare;
  }

  private AreaDelta.States mapped() {
    return planned.chain().states();
  }

  private int openingDays() {
    return Math.max(0, mapped().opening().map(MapState::stalenessDays).orElse(0));
  }

  private int closingDays() {
    return mapped().closing().map(MapState::stalenessDays).orElse(0);
  }

  /** Whether the maps' days are too far from those asked for, and near enough to reckon. */
  private boolean isAdjusted() {
    ClaimTime time = planned.request().time();
    int most = (int) Math.floor(staleShare * time.days().orElse(0));
    return planned.request().days() == MeasurementRequest.Days.ASKED
        && isReckoned(planned.request().quantity())
        && mapped().coverage() == Coverage.FULL
        && !planned.chain().ends().orElseThrow().isSame()
        && openingDays() + closingDays() > most;
  }

  private static boolean isReckoned(QuantityType quantity) {
    return switch (quantity) {
      case NET_CHANGE, RATE_PER_DAY, GROSS_GAIN, GROSS_LOSS -> true;
      case CONTROL_STOCK, ADVANCE_DISTANCE, SETTLEMENT_COUNT -> false;
    };
  }

  /** The maps, which cover other days in part where something is adjusted. */
  AreaDelta.States states() {
    return isAdjusted()
        ? new AreaDelta.States(Coverage.PARTIAL, mapped().opening(), mapped().closing())
        : mapped();
  }

  /** What is to be added to the figure between the maps; none where nothing is adjusted. */
  Optional<Long> addedM2() {
    return isAdjusted() ? Optional.of(afterM2() - beforeM2()) : Optional.empty();
  }

  /** How far off the figure may be for that. */
  long doubtM2() {
    return isAdjusted() ? Math.abs(beforeM2()) + Math.abs(afterM2()) : 0;
  }

  /** Days that the figure is of, with what was added. */
  long figuresDays() {
    DatePair ends = planned.chain().ends().orElseThrow().dates();
    return isAdjusted()
        ? planned.request().time().days().orElse(0)
        : ChronoUnit.DAYS.between(ends.opening(), ends.closing());
  }

  /** What changed before the period, after the map that opens it. */
  private long beforeM2() {
    LocalDate map = mapped().opening().orElseThrow().mapDate();
    return series.stepFrom(map).map(step -> partM2(step, openingDays())).orElse(0L);
  }

  /** What changed in the period, after the map that closes it. */
  private long afterM2() {
    LocalDate map = mapped().closing().orElseThrow().mapDate();
    return series
        .stepFrom(map)
        .or(() -> series.stepTo(map))
        .map(step -> partM2(step, closingDays()))
        .orElse(0L);
  }

  private long partM2(DatePair step, int days) {
    if (days == 0 || !series.brokenForGross(step).isEmpty()) {
      return 0;
    }
    long all = ChronoUnit.DAYS.between(step.opening(), step.closing());
    return Math.round(ofStep(step) * (days / (double) all));
  }

  private long ofStep(DatePair step) {
    return switch (planned.request().quantity()) {
      case GROSS_GAIN -> change(step).gainedM2();
      case GROSS_LOSS -> change(step).lostM2();
      case NET_CHANGE, RATE_PER_DAY, CONTROL_STOCK, ADVANCE_DISTANCE, SETTLEMENT_COUNT ->
          series.netM2(step);
    };
  }

  private Change change(DatePair step) {
    return series.changeM2(step);
  }
}
