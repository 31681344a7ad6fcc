package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.ChangedBlock.Remoteness;

/**
 * A base redefined: large blocks come or go that no front has reached. A block is away from the
 * front when it lies apart from all ground that the side has without it, or when most of it lies
 * deep in the rear of the ground it is or was part of. What comes back within days is left to the
 * {@link ReversalRule}.
 */
final class BaseRule implements BreakRule {
  /** The part that must lie in the rear: most of it, so that a block at the front is none. */
  static final double REAR_SHARE = 0.5;

  private final BreakLimits.Base limits;

  BaseRule(BreakLimits.Base limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "away-from-front";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    for (MapSeries.Step step : series.steps()) {
      for (String side : series.sides()) {
        long area =
            step.blocks().stream()
                .filter(block -> block.side().equals(side) && isAway(block))
                .mapToLong(ChangedBlock::areaM2)
                .sum();
        if (area > 0 && !SeriesBreaks.isReversal(known, side, step)) {
          found.add(
              between(series, step, BreakKind.BASE_REDEFINED, side, area, detail(step, side)));
        }
      }
    }
    return found;
  }

  private boolean isAway(ChangedBlock block) {
    Remoteness where = block.remoteness();
    boolean away =
        where.apartKm() > 0 ? where.apartKm() >= limits.apartKm() : where.rearShare() >= REAR_SHARE;
    return block.areaM2() >= limits.leastM2() && away;
  }

  private String detail(MapSeries.Step step, String side) {
    var text = new StringBuilder();
    for (ChangedBlock block : step.blocks()) {
      if (block.side().equals(side) && isAway(block)) {
        text.append(text.isEmpty() ? "" : "; ")
            .append(
                String.format(
                    Locale.ROOT,
                    "%.1f km² %s, %.0f km apart, %.0f %% of it in the rear",
                    SquareKm.fromM2(block.areaM2()),
                    block.direction() == ChangedBlock.Direction.GAINED ? "gained" : "lost",
                    block.remoteness().apartKm(),
                    100 * block.remoteness().rearShare()));
      }
    }
    return text.toString();
  }
}
