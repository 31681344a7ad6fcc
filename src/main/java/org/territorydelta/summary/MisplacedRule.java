package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.ChangedBlock.Direction;

/** Ground that comes up far from all ground there was: another continent, or a slip of the hand. */
final class MisplacedRule implements BreakRule {
  private final BreakLimits.Misplaced limits;

  MisplacedRule(BreakLimits.Misplaced limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "remote-ground";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    for (MapSeries.Step step : series.steps()) {
      for (String side : series.sides()) {
        List<ChangedBlock> remote =
            step.blocks().stream()
                .filter(block -> block.side().equals(side))
                .filter(block -> block.direction() == Direction.GAINED)
                .filter(block -> block.areaM2() >= limits.leastM2())
                .filter(block -> block.remoteness().remoteKm() >= limits.remoteKm())
                .toList();
        if (!remote.isEmpty()) {
          found.add(
              between(
                  series,
                  step,
                  BreakKind.MISPLACED,
                  side,
                  remote.stream().mapToLong(ChangedBlock::areaM2).sum(),
                  detail(remote)));
        }
      }
    }
    return found;
  }

  private static String detail(List<ChangedBlock> remote) {
    ChangedBlock first = remote.get(0);
    return String.format(
        Locale.ROOT,
        "%.0f km from any ground before and from its own country, near %.2f %.2f",
        first.remoteness().remoteKm(),
        (first.box().west() + first.box().east()) / 2,
        (first.box().south() + first.box().north()) / 2);
  }
}
