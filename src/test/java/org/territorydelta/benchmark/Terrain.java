package org.territorydelta.benchmark;

/**
 * Where the synthetic maps lie: real places, to a tenth of a degree, so that regions, the border
 * band and the country rule have their usual work. Two lines run from the mouth of the Dnipro to
 * the north-east of Luhansk: the front in the north, and the rear along the coast and the border.
 * No publisher's line is in it.
 *
 * <p>Both are functions over one axis: how far {@code across} it the ground ends, by how far {@code
 * along} it one is, in degrees. Lines that are functions cannot cross themselves, whatever is done
 * to their values.
 */
final class Terrain {
  private static final double ORIGIN_LON = 31.6;
  private static final double ORIGIN_LAT = 46.5;

  /** The axis' direction, a unit vector to the north-east. */
  private static final double EAST = 0.8835;

  private static final double NORTH = Math.sqrt(1 - EAST * EAST);

  private static final double[][] FRONT = {
    {31.6, 46.5},
    {32.6, 46.6},
    {33.4, 46.8},
    {34.3, 47.4},
    {35.4, 47.5},
    {36.6, 47.7},
    {37.4, 48.0},
    {37.8, 48.5},
    {38.1, 49.1},
    {38.0, 49.6},
    {38.3, 50.0},
    {39.2, 49.9},
    {40.1, 49.6}
  };

  private static final double[][] REAR = {
    {31.6, 46.5}, {32.5, 46.1}, {33.7, 46.2}, {34.8, 46.1}, {35.3, 46.4}, {36.8, 46.7},
    {37.5, 47.0}, {38.2, 47.1}, {38.3, 47.6}, {39.0, 47.9}, {39.8, 48.0}, {39.9, 48.6},
    {40.0, 49.2}, {40.1, 49.6}
  };

  /** Where both lines end. */
  static final double LENGTH_DEGREES = along(40.1, 49.6);

  /** Between these the front moves; outside, it comes too near the rear. */
  static final double FIRST_MOVING_DEGREES = 0.7;

  static final double LAST_MOVING_DEGREES = 7.4;

  /** How far the front may go to either side of its first place; the rear is farther everywhere. */
  static final double LARGEST_MOVE_DEGREES = 0.25;

  private Terrain() {}

  /** Where the front lies at first. */
  static double front(double along) {
    return across(FRONT, along);
  }

  static double rear(double along) {
    return across(REAR, along);
  }

  /** A place by the axis. */
  static Position at(double along, double across) {
    return Position.ofDegrees(
        ORIGIN_LON + along * EAST - across * NORTH, ORIGIN_LAT + along * NORTH + across * EAST);
  }

  private static double across(double[][] line, double along) {
    int next = 1;
    while (next < line.length - 1 && along(line[next][0], line[next][1]) < along) {
      next++;
    }
    double from = along(line[next - 1][0], line[next - 1][1]);
    double to = along(line[next][0], line[next][1]);
    double share = (along - from) / (to - from);
    return (1 - share) * across(line[next - 1][0], line[next - 1][1])
        + share * across(line[next][0], line[next][1]);
  }

  private static double along(double lon, double lat) {
    return (lon - ORIGIN_LON) * EAST + (lat - ORIGIN_LAT) * NORTH;
  }

  private static double across(double lon, double lat) {
    return (lat - ORIGIN_LAT) * EAST - (lon - ORIGIN_LON) * NORTH;
  }
}
