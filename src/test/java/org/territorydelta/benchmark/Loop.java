package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A closed line around a centre: its distance from there is a function of the direction, so it
 * never crosses itself. Immutable.
 */
final class Loop {
  private static final double ROUNDNESS = 0.8;

  /** A degree of longitude is this much shorter than one of latitude at 48° north. */
  private static final double WIDENING = 1.5;

  private final double[] centre;
  private final double radiusDegrees;
  private final RoughLine line;

  private Loop(double[] centre, double radiusDegrees, RoughLine line) {
    this.centre = centre;
    this.radiusDegrees = radiusDegrees;
    this.line = line;
  }

  /**
   * @param lon of the centre
   * @param lat of the centre
   * @param radiusDegrees of latitude, about; nowhere over 1.2 times as much
   */
  static Loop around(double lon, double lat, double radiusDegrees, int vertices, Random random) {
    RoughLine line =
        RoughLine.of(
            2 * Math.PI,
            vertices + 1,
            direction -> 1,
            direction -> ROUNDNESS * StrictMath.abs(StrictMath.sin(direction / 2)),
            random);
    return new Loop(new double[] {lon, lat}, radiusDegrees, line);
  }

  Loop redrawn(Random random) {
    return new Loop(centre, radiusDegrees, line.redrawn(random));
  }

  /** The same loop, larger or smaller. */
  Loop scaled(double factor) {
    return new Loop(centre, radiusDegrees * factor, line);
  }

  List<Position> positions() {
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < line.size() - 1; i++) {
      double distance = radiusDegrees * line.across(i);
      positions.add(
          Position.ofDegrees(
              centre[0] + WIDENING * distance * StrictMath.cos(line.along(i)),
              centre[1] + distance * StrictMath.sin(line.along(i))));
    }
    return positions;
  }
}
