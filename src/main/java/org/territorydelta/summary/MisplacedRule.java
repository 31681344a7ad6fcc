package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.ChangedBlock.Direction;
import org.territorydelta.model.SeriesBreak;

/** Ground that comes up far from all ground there was: another continent, or a slip of the hand. */
final class MisplacedRule implements BreakRule {
  /** Pieces from here on: {@link ChangedBlock#TOLD_FROM_M2}. */
  static final long LEAST_M2 = ChangedBlock.TOLD_FROM_M2;

  /**
   * How far from any ground of the map before and from the side's own country. Fronts newly opened
   * in 14 months of real maps lay up to 17 km away, one that came back after a dropout 89.
   */
  static final double REMOTE_KM = 100;

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
                .filter(block -> block.areaM2() >= LEAST_M2)
                .filter(block -> block.remoteness().remoteKm() >= REMOTE_KM)
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
