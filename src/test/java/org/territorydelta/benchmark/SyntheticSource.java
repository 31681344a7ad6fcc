package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/**
 * One series of synthetic maps, a file a day.
 *
 * @param id its folder, and its name in the config
 * @param vertices of a map, about
 * @param seed makes the same bytes again
 */
record SyntheticSource(
    String id, MapShape shape, LocalDate firstFileDate, int days, int vertices, long seed) {
  /** Takes the files one after the other. */
  interface Files {
    void take(String name, byte[] content) throws IOException;
  }

  /** Under this the parts of a map are no longer those of a map. */
  static final int LEAST_VERTICES = 300;

  SyntheticSource {
    if (days < 1) {
      throw new IllegalArgumentException("Cannot draw maps: days=" + days + ", expected 1 or more");
    }
    if (vertices < LEAST_VERTICES) {
      throw new IllegalArgumentException(
          "Cannot draw maps: vertices=" + vertices + ", expected " + LEAST_VERTICES + " or more");
    }
  }

  /** Draws all files, in the order of their dates; one map is held at a time. */
  void each(Files files) throws IOException {
    // Two, so that maps of another size change by the same shares on the same days.
    var lots = new Random(seed);
    var ground = new SyntheticGround(vertices, new Random(seed + 1));
    DrawnMap map = ground.drawn();
    String text = "";
    int ownMaps = 0;
    for (int day = 0; day < days; day++) {
      LocalDate fileDate = firstFileDate.plusDays(day);
      if (day == days / 3) {
        ground.raid();
      }
      boolean isSame = lots.nextDouble() < shape.sameShare() && isBetweenOthers(day);
      if (!isSame) {
        DayKind kind = DayKind.ofOwnMap(ownMaps++);
        ground.change(kind, kind.changedShare(lots));
        map = ground.drawn();
      }
      if (!isSame || shape == MapShape.DEEPSTATE) {
        text = shape.text(map, fileDate);
      }
      files.take(shape.fileName(fileDate), text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The first and the last have maps of their own, so that adding the last one adds something. */
  private boolean isBetweenOthers(int day) {
    return day > 0 && day < days - 1;
  }
}
