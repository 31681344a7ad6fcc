package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.ChangedBlock.Direction;

/**
 * Dropouts and spikes: a side's ground goes in blocks and comes back in the same places within
 * days, or the other way round. Counter-attacks do that too, but never with so much ground in so
 * few days.
 */
final class ReversalRule implements BreakRule {
  /**
   * How much of what changed must change back: nearly all of it, since a counter-attack takes back
   * a part; the front moves on meanwhile, so not quite all. A dropout in which the front moves more
   * than a fifth of the missing ground is not told.
   */
  static final double LEAST_SHARE = 0.8;

  private final BreakLimits.Reversal limits;

  ReversalRule(BreakLimits.Reversal limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "reversal";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    for (String side : series.sides()) {
      List<List<ChangedBlock>> left = new ArrayList<>();
      for (MapSeries.Step step : series.steps()) {
        left.add(
            new ArrayList<>(step.blocks().stream().filter(b -> b.side().equals(side)).toList()));
      }
      // The shortest first: a block answers for one reversal only.
      for (int span = 1; span < series.steps().size() && span <= limits.mostDays(); span++) {
        for (int i = 0; i + span < series.steps().size(); i++) {
          for (Direction direction : Direction.values()) {
            judge(series, side, direction, left, i, i + span).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private Optional<SeriesBreak> judge(
      MapSeries series,
      String side,
      Direction direction,
      List<List<ChangedBlock>> left,
      int from,
      int to) {
    LocalDate first = series.steps().get(from).closing().id().mapDate();
    LocalDate back = series.steps().get(to).closing().id().mapDate();
    List<ChangedBlock> changed =
        left.get(from).stream().filter(block -> block.direction() == direction).toList();
    if (areaM2(changed) < limits.leastM2() || back.isAfter(first.plusDays(limits.mostDays()))) {
      return Optional.empty();
    }
    List<ChangedBlock> reversed =
        left.get(to).stream()
            .filter(block -> block.direction() == direction.reversed())
            .filter(block -> changed.stream().anyMatch(c -> c.box().meets(block.box())))
            .toList();
    long returned = returnedM2(changed, reversed);
    if (returned < Math.max(limits.leastM2(), areaM2(changed) * LEAST_SHARE)) {
      return Optional.empty();
    }
    left.get(from).removeAll(changed);
    left.get(to).removeAll(reversed);
    return Optional.of(reversal(series, side, direction, from, to, returned));
  }

  /** Of each block as much as changed back in its place, at most all. */
  private static long returnedM2(List<ChangedBlock> changed, List<ChangedBlock> reversed) {
    return changed.stream()
        .mapToLong(
            block ->
                Math.min(
                    block.areaM2(),
                    areaM2(reversed.stream().filter(b -> b.box().meets(block.box())).toList())))
        .sum();
  }

  private static long areaM2(List<ChangedBlock> blocks) {
    return blocks.stream().mapToLong(ChangedBlock::areaM2).sum();
  }

  private SeriesBreak reversal(
      MapSeries series, String side, Direction direction, int from, int to, long areaM2) {
    MapSeries.Step first = series.steps().get(from);
    MapSeries.Step back = series.steps().get(to);
    boolean lost = direction == Direction.LOST;
    return new SeriesBreak(
        new SeriesBreak.Key(
            series.sourceId(),
            first.closing().id().mapDate(),
            lost ? BreakKind.DROPOUT : BreakKind.SPIKE,
            side),
        new SeriesBreak.Maps(
            MapSeries.named(first.opening()),
            MapSeries.named(first.closing()),
            MapSeries.named(back.opening())),
        areaM2,
        name(),
        String.format(
            Locale.ROOT,
            "%.1f km² %s, and %s again by the map of %s",
            SquareKm.fromM2(areaM2),
            lost ? "gone" : "there",
            lost ? "there" : "gone",
            back.closing().id().mapDate()),
        false);
  }
}
