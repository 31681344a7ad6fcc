package org.territorydelta.model.map;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * How much of one map in a file can be used. Ground is weighed by its area; a rejected polygon
 * whose area nobody can tell weighs as much as the map's other polygons do on average.
 *
 * @param ignored polygons that a rule of the profile leaves out; points, lines and features without
 *     geometry are no polygons
 * @param usedM2 ground of the map's partition
 * @param rejectedM2 ground that the rejected polygons draw, where it can be told
 * @param unmeasured rejected polygons of which it cannot
 * @param missingLayers those that the profile needs and the map has not
 */
public record MapWeight(
    LocalDate mapDate,
    long used,
    long ignored,
    long rejected,
    long usedM2,
    long rejectedM2,
    long unmeasured,
    List<String> missingLayers)
    implements Serializable {

  /** A map that has all its layers. */
  public MapWeight(
      LocalDate mapDate,
      long used,
      long ignored,
      long rejected,
      long usedM2,
      long rejectedM2,
      long unmeasured) {
    this(mapDate, used, ignored, rejected, usedM2, rejectedM2, unmeasured, List.of());
  }

  public MapWeight {
    missingLayers = List.copyOf(missingLayers);
    long least =
        Math.min(
            Math.min(Math.min(used, ignored), Math.min(rejected, usedM2)),
            Math.min(rejectedM2, unmeasured));
    if (least < 0 || unmeasured > rejected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot weigh map: used=%d, ignored=%d, rejected=%d, used-m2=%d, rejected-m2=%d, unmeasured=%d, expected none below 0 and unmeasured within rejected",
              used,
              ignored,
              rejected,
              usedM2,
              rejectedM2,
              unmeasured));
    }
  }

  /** Whether the map draws no polygon at all. */
  public boolean isBlank() {
    return used + ignored + rejected == 0;
  }

  /** The share (0..1) of the usable ground that was rejected; 0 where nothing was usable. */
  public double rejectedShare() {
    long usable = used + rejected;
    if (usable == 0) {
      return 0;
    }
    double byCount = unmeasured / (double) usable;
    double groundM2 = (double) usedM2 + rejectedM2;
    double byArea = groundM2 == 0 ? 0 : rejectedM2 / groundM2;
    return byCount + (1 - byCount) * byArea;
  }
}
