package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.scene.JudgedScene;
import org.territorydelta.scene.PlantedSeries;

/** Random series without a break, and with one of every kind: what is found of what was planted. */
class PlantedBreaksTest {
  private static final int CLEAN_SERIES = 100;
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

  private static JudgedScene judged(PlantedSeries series) {
    return JudgedScene.of(series.scene(), PlantedSeries.COUNTRY);
  }

  @Test
  void aFrontThatOnlyMovesHasNoBreak() {
    LongStream.rangeClosed(1, CLEAN_SERIES)
        .forEach(
            seed ->
                assertThat(judged(PlantedSeries.clean(seed)).breaks())
                    .as("seed " + seed)
                    .isEmpty());
  }

  @Test
  void everyKindIsFoundWhereItWasPlantedAndHardlyAnythingElse() {
    Map<BreakKind, Integer> found = new EnumMap<>(BreakKind.class);
    List<String> missed = new ArrayList<>();
    List<String> invented = new ArrayList<>();
    int all = 0;
    for (long seed = 1; seed <= SERIES; seed++) {
      PlantedSeries series = PlantedSeries.withEveryKind(seed);
      List<SeriesBreak> breaks = judged(series).breaks();
      for (Map.Entry<LocalDate, BreakKind> plant : series.planted().entrySet()) {
        if (breaks.stream().anyMatch(b -> isAt(b, plant.getKey(), plant.getValue()))) {
          found.merge(plant.getValue(), 1, Integer::sum);
        } else {
          missed.add("seed " + seed + ": " + plant);
        }
      }
      for (SeriesBreak b : breaks) {
        all++;
        BreakKind planted = series.planted().get(b.key().mapDate());
        boolean meant =
            b.key().kind() == planted
                || planted != null && ALSO.getOrDefault(planted, Set.of()).contains(b.key().kind());
        if (!meant) {
          invented.add("seed " + seed + ": " + b);
        }
      }
    }

    for (BreakKind kind : BreakKind.values()) {
      assertThat(found.getOrDefault(kind, 0) / (double) SERIES)
          .as("recall of %s; missed: %s", kind, missed)
          .isGreaterThanOrEqualTo(LEAST_RECALL);
    }
    assertThat(1 - invented.size() / (double) all)
        .as("precision; not planted: %s", invented)
        .isGreaterThanOrEqualTo(LEAST_PRECISION);
  }

  private static boolean isAt(SeriesBreak found, LocalDate mapDate, BreakKind kind) {
    return found.key().mapDate().equals(mapDate) && found.key().kind() == kind;
  }
}
