package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Archives of maps made from a seed, the same bytes everywhere, pinned to what the real archives
 * show. Measured on 214 daily files of NZZ's map (2024-06-01 to 2024-12-31) and 417 of DeepState's
 * (2024-07-08 to 2025-09-02), by the edges of the ground held, to the last digit:
 *
 * <table>
 * <caption>Real and synthetic archives</caption>
 * <tr><th></th><th>NZZ</th><th>DeepState</th><th>synthetic</th></tr>
 * <tr><td>vertices a map, mean</td><td>7,007</td><td>2,894</td><td>7,300, or as asked</td></tr>
 * <tr><td>bytes a vertex</td><td>92</td><td>27</td><td>as the shape</td></tr>
 * <tr><td>polygons a map, median</td><td>31</td><td>7</td><td>about 20</td></tr>
 * <tr><td>files with the bytes of the one before</td><td>37 %</td><td>0 %</td><td>37 %, 0</td></tr>
 * <tr><td>files with the ground of the one before</td><td>55 %</td><td>12 %</td><td>37 %, 12 %</td></tr>
 * <tr><td>edges changed, median of the other files</td><td>1.1 %</td><td>0.84 %</td><td>0.9 %</td></tr>
 * <tr><td>the same, three quarters below</td><td>2.3 %</td><td>1.3 %</td><td>1.6 %</td></tr>
 * <tr><td>over a tenth of the edges changed</td><td>1 in 93</td><td>9 in 368</td><td>1 in 100</td></tr>
 * <tr><td>the largest share</td><td>13 %</td><td>52 %</td><td>all, 1 in 200</td></tr>
 * <tr><td>changed edges in one run, median</td><td>7</td><td>10</td><td>9</td></tr>
 * </table>
 *
 * <p>NZZ's archive whole has 1,641 files and 12 million vertices, 7,300 a map.
 *
 * @param days files of the first source; each other one has a tenth of them, as where one source is
 *     far larger than the others
 * @param vertices of a map, about
 * @param sources the first is in the shape of NZZ's archive, the next in that of DeepState's, and
 *     so on in turn
 */
record SyntheticArchive(int days, int vertices, int sources, long seed) {
  private static final LocalDate LAST_FILE_DATE = LocalDate.parse("2026-08-31");
  private static final int SMALLER = 10;

  /** The sources; they end on one day. */
  List<SyntheticSource> drawn() {
    List<SyntheticSource> drawn = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      MapShape shape = MapShape.values()[i % MapShape.values().length];
      int sourceDays = i == 0 ? days : Math.max(1, days / SMALLER);
      drawn.add(
          new SyntheticSource(
              shape.id() + (i < MapShape.values().length ? "" : "-" + (i + 1)),
              shape,
              LAST_FILE_DATE.minusDays(sourceDays - 1L),
              sourceDays,
              vertices,
              seed + i));
    }
    return drawn;
  }

  /** In words. */
  String description() {
    return String.format(
        Locale.ROOT,
        "Synthetic maps, seed %d: %,d days, %,d vertices a map, %d source%s",
        seed,
        days,
        vertices,
        sources,
        sources == 1 ? "" : "s");
  }

  /** Writes the maps, a folder a source. */
  void write(Path folder) throws IOException {
    for (SyntheticSource source : drawn()) {
      Path into = Files.createDirectories(folder.resolve(source.id()));
      source.each((name, content) -> Files.write(into.resolve(name), content));
    }
  }
}
