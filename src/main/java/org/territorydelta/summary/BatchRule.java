package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.SquareKm;

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
  /** Maps with movement, on either side, that tell what is usual: some two weeks of daily maps. */
  static final int USUAL_MAPS = 15;

  /** With fewer in all there is no telling. */
  static final int LEAST_USUAL_MAPS = 10;

  /** Less is the redrawing of lines, and no movement. */
  static final long LEAST_MOVEMENT_M2 = SquareKm.toM2(1);

  /** At most this part of the usual is quiet. */
  static final double QUIET_SHARE = 1.0 / 3;

  static final int LEAST_QUIET_DAYS = 2;

  /** How many times the usual, after quiet days. */
  static final double TIMES_AFTER_QUIET = 2;

  /** From here on, after quiet days. */
  static final long LEAST_AFTER_QUIET_M2 = SquareKm.toM2(20);

  /**
   * How many times the usual, whatever went before. Of 417 daily maps of DeepState three have so
   * much; one is the day of 2025-07-02 that is known for a batch.
   */
  static final double TIMES_ANYWAY = 5;

  /** From here on, whatever went before. */
  static final long LEAST_ANYWAY_M2 = SquareKm.toM2(50);

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
            && times >= TIMES_AFTER_QUIET
            && moved >= LEAST_AFTER_QUIET_M2;
    boolean anyway = times >= TIMES_ANYWAY && moved >= LEAST_ANYWAY_M2;
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
