package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.scene.JudgedScene;
import org.territorydelta.scene.PlantedSeries;

/** Random series without a break, and with one of every kind: what is found of what was planted. */
class PlantedBreaksTest {
  private static final int CLEAN_SERIES = 60;
  private static final int SERIES = 200;

  /** What must be found of each kind, and what part of all that is found must have been planted. */
  private static final double LEAST_RECALL = 0.99;

  private static final double LEAST_PRECISION = 0.99;

  /**
   * Kinds that a planted one is as well: a map with more ground than there can be shows ground
   * outside the scope, and ground that goes again.
   */
  private static final Map<BreakKind, Set<BreakKind>> ALSO =
      Map.of(BreakKind.IMPLAUSIBLE_AREA, Set.of(BreakKind.SPIKE, BreakKind.MISPLACED));

  private static <T> List<T> each(int series, LongFunction<T> made) {
    return LongStream.rangeClosed(1, series).parallel().mapToObj(made).toList();
  }

  @Test
  void aFrontThatOnlyMovesHasNoBreak() {
    List<String> invented =
        each(CLEAN_SERIES, seed -> found(PlantedSeries.clean(seed))).stream()
            .flatMap(found -> found.invented().stream())
            .toList();

    assertThat(invented).isEmpty();
  }

  /**
   * @param missed what was planted and not found
   * @param invented what was found and not planted
   */
  private record Found(
      int breaks, Set<BreakKind> kinds, List<String> missed, List<String> invented) {}

  private static Found found(PlantedSeries series) {
    List<SeriesBreak> breaks = JudgedScene.of(series.scene(), PlantedSeries.COUNTRY).breaks();
    Set<BreakKind> kinds = EnumSet.noneOf(BreakKind.class);
    List<String> missed = new ArrayList<>();
    series
        .planted()
        .forEach(
            (mapDate, kind) -> {
              if (breaks.stream().anyMatch(b -> isAt(b, mapDate, kind))) {
                kinds.add(kind);
              } else {
                missed.add("seed " + series.seed() + ": " + kind + " on " + mapDate);
              }
            });
    List<String> invented = new ArrayList<>();
    for (SeriesBreak b : breaks) {
      BreakKind planted = series.planted().get(b.key().mapDate());
      boolean meant = planted != null && (planted == b.key().kind() || isAlso(planted, b));
      if (!meant) {
        invented.add("seed " + series.seed() + ": " + b);
      }
    }
    return new Found(breaks.size(), kinds, missed, invented);
  }

  private static boolean isAlso(BreakKind planted, SeriesBreak found) {
    return ALSO.getOrDefault(planted, Set.of()).contains(found.key().kind());
  }

  @Test
  void everyKindIsFoundWhereItWasPlantedAndHardlyAnythingElse() {
    List<Found> all = each(SERIES, seed -> found(PlantedSeries.withEveryKind(seed)));
    List<String> missed = all.stream().flatMap(found -> found.missed.stream()).toList();
    List<String> invented = all.stream().flatMap(found -> found.invented.stream()).toList();
    long breaks = all.stream().mapToLong(Found::breaks).sum();

    for (BreakKind kind : PlantedSeries.KINDS) {
      long found = all.stream().filter(series -> series.kinds.contains(kind)).count();
      assertThat(found / (double) SERIES)
          .as("recall of %s; missed: %s", kind, missed)
          .isGreaterThanOrEqualTo(LEAST_RECALL);
    }
    assertThat(1 - invented.size() / (double) breaks)
        .as("precision; not planted: %s", invented)
        .isGreaterThanOrEqualTo(LEAST_PRECISION);
  }

  private static boolean isAt(SeriesBreak found, LocalDate mapDate, BreakKind kind) {
    return found.key().mapDate().equals(mapDate) && found.key().kind() == kind;
  }
}
