package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;

/**
 * A batch release: a map on which a side's ground moved several times as much a day as it usually
 * does, after maps that showed next to nothing; or so many times as much that it can only be the
 * work of several days. What is usual is the median over the maps around it on which it moved at
 * all, before and after: so the first day of a faster time is no batch.
 *
 * <p>Days without a map are no quiet days: of them nothing is said, and the change is spread over
 * all the days it spans.
 */
final class BatchRule implements BreakRule {
  /**
   * Maps with movement, on either side, that tell what is usual: enough for a median, and few
   * enough to be of the same time of the war. Of daily maps they are some two weeks; of weekly ones
   * a season, in which what is usual may have changed.
   */
  static final int USUAL_MAPS = 15;

  /** With fewer in all a median tells little, and no batch is told. */
  static final int LEAST_USUAL_MAPS = 10;

  /** Less is the redrawing of lines, and no movement; the least of a block. */
  static final long LEAST_MOVEMENT_M2 = ChangedBlock.LEAST_M2;

  /** At most this part of the usual is quiet: so little that half of all days are not. */
  static final double QUIET_SHARE = 1.0 / 3;

  /** One quiet day is like any other; two are held-back ones or a lull. */
  static final int LEAST_QUIET_DAYS = 2;

  private final BreakLimits.Batch limits;

  BatchRule(BreakLimits.Batch limits) {
    this.limits = limits;
  }

  /** How much a side's ground moved a day in each step, and which steps tell what is usual. */
  private record Movement(List<Double> rates, List<Integer> moving) {}

  @Override
  public String name() {
    return "many-times-usual";
  }

  @Override
  public List<SeriesBreak> find(MapSeries series, List<SeriesBreak> known) {
    List<SeriesBreak> found = new ArrayList<>();
    for (String side : series.sides()) {
      Movement movement = movement(series, side, known);
      for (int at : movement.moving) {
        judge(series, side, movement, at).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Movement movement(MapSeries series, String side, List<SeriesBreak> known) {
    List<Double> rates = new ArrayList<>();
    List<Integer> moving = new ArrayList<>();
    for (int i = 0; i < series.steps().size(); i++) {
      MapSeries.Step step = series.steps().get(i);
      rates.add(step.movedM2(side) / (double) step.days());
      boolean moves = step.movedM2(side) >= LEAST_MOVEMENT_M2;
      if (moves && !SeriesBreaks.isExplained(known, side, step)) {
        moving.add(i);
      }
    }
    return new Movement(rates, moving);
  }

  private Optional<SeriesBreak> judge(MapSeries series, String side, Movement movement, int at) {
    List<Double> around = around(movement, at);
    if (around.size() < LEAST_USUAL_MAPS) {
      return Optional.empty();
    }
    MapSeries.Step step = series.steps().get(at);
    long moved = step.movedM2(side);
    double usual = median(around);
    double times = movement.rates.get(at) / usual;
    long quietDays = quietDays(series, movement, at, usual);
    boolean afterQuiet =
        quietDays >= LEAST_QUIET_DAYS
            && times >= limits.afterQuiet().times()
            && moved >= limits.afterQuiet().leastM2();
    boolean anyway = times >= limits.anyway().times() && moved >= limits.anyway().leastM2();
    if (!afterQuiet && !anyway) {
      return Optional.empty();
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%.1f km² in %d days, %.1f times the usual, after %d quiet days",
            SquareKm.fromM2(moved),
            step.days(),
            times,
            quietDays);
    return Optional.of(between(series, step, BreakKind.BATCH_RELEASE, side, moved, detail));
  }

  /** Rates of the moving steps around one, itself left out. */
  private static List<Double> around(Movement movement, int at) {
    int position = movement.moving.indexOf(at);
    int first = Math.max(0, position - USUAL_MAPS);
    int beyond = Math.min(movement.moving.size(), position + USUAL_MAPS + 1);
    return movement.moving.subList(first, beyond).stream()
        .filter(other -> other != at)
        .map(movement.rates::get)
        .sorted()
        .toList();
  }

  private static long quietDays(MapSeries series, Movement movement, int at, double usual) {
    long days = 0;
    for (int i = at - 1; i >= 0 && movement.rates.get(i) <= QUIET_SHARE * usual; i--) {
      days += series.steps().get(i).days();
    }
    return days;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
