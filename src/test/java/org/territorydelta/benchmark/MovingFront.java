package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * The front of a synthetic series: a rough line of which some stretches move from one map to the
 * next, each as long as the runs of changed edges that real maps show.
 */
final class MovingFront {
  /** Edges of a stretch, before as after: the median and the spread of its logarithm. */
  private static final double MEDIAN_STRETCH_EDGES = 4.5;

  private static final double STRETCH_SPREAD = 0.7;
  private static final int LONGEST_STRETCH_EDGES = 60;

  /** A stretch moves by up to this share of its length. */
  private static final double LARGEST_BULGE = 0.3;

  /** Enough that rounding to a millionth leaves no vertex where it was. */
  private static final double LEAST_BULGE_DEGREES = 2e-5;

  /** A small map may have no room left for another stretch. */
  private static final int MOST_TRIES = 10_000;

  /** How many stretches are corrections. */
  private static final double CORRECTION_CHANCE = 0.25;

  /** A salient is rather lost, a bay rather filled; so the front stays a front. */
  private static final double GAIN_CHANCE_OF_A_SALIENT = 0.3;

  private static final double GAIN_CHANCE_OF_A_BAY = 0.8;

  private enum Move {
    GAIN,
    LOSS,
    /** A line drawn more exactly, which no publisher calls a gain or a loss. */
    CORRECTION
  }

  private record Stretch(Move move, int before, int after, double height) {}

  private final Random random;
  private RoughLine line;

  /** The line of the map before. */
  private RoughLine earlier;

  private List<Stretch> moved = List.of();

  MovingFront(RoughLine line, Random random) {
    this.line = line;
    this.earlier = line;
    this.random = random;
  }

  /** Draws all of it anew; nothing is gained or lost by it. */
  void redraw() {
    line = line.redrawn(random);
    earlier = line;
    moved = List.of();
  }

  /**
   * Moves some stretches.
   *
   * @param edges how many shall change
   */
  void move(int edges) {
    earlier = line;
    moved = stretches(edges);
    moved.forEach(stretch -> line = moved(stretch));
  }

  private RoughLine moved(Stretch stretch) {
    return switch (stretch.move) {
      case GAIN -> line.bulged(stretch.before, stretch.after, stretch.height, random);
      case LOSS -> line.bulged(stretch.before, stretch.after, -stretch.height, random);
      case CORRECTION -> line.corrected(stretch.before, stretch.after, stretch.height, random);
    };
  }

  /** Stretches that do not touch each other. */
  private List<Stretch> stretches(int edges) {
    int first = line.firstBeyond(Terrain.FIRST_MOVING_DEGREES);
    int last = line.firstBeyond(Terrain.LAST_MOVING_DEGREES);
    var taken = new BitSet();
    List<Stretch> stretches = new ArrayList<>();
    int left = edges;
    for (int tries = 0; left > 1 && tries < MOST_TRIES; tries++) {
      int length = Math.min(left, stretchEdges());
      int start = first + random.nextInt(Math.max(1, last - first - length));
      if (taken.get(start, start + length + 1).isEmpty()) {
        taken.set(start, start + length + 1);
        stretches.add(stretch(start, start + length));
        left -= length;
      }
    }
    return stretches;
  }

  private int stretchEdges() {
    double length = MEDIAN_STRETCH_EDGES * StrictMath.exp(STRETCH_SPREAD * random.nextGaussian());
    return (int) Math.max(2, Math.min(LONGEST_STRETCH_EDGES, Math.round(length)));
  }

  private Stretch stretch(int before, int after) {
    double length = line.along(after) - line.along(before);
    double share = LARGEST_BULGE * (0.1 + 0.9 * random.nextDouble());
    if (random.nextDouble() < CORRECTION_CHANCE) {
      return new Stretch(Move.CORRECTION, before, after, share * length / (after - before));
    }
    int middle = (before + after) / 2;
    double across = line.across(middle);
    boolean isSalient = across > (line.across(before) + line.across(after)) / 2;
    double chance = isSalient ? GAIN_CHANCE_OF_A_SALIENT : GAIN_CHANCE_OF_A_BAY;
    double ahead = across - Terrain.front(line.along(middle));
    if (Math.abs(ahead) > Terrain.LARGEST_MOVE_DEGREES) {
      chance = ahead > 0 ? 0 : 1;
    }
    Move move = random.nextDouble() < chance ? Move.GAIN : Move.LOSS;
    return new Stretch(move, before, after, Math.max(LEAST_BULGE_DEGREES, share * length));
  }

  RoughLine line() {
    return line;
  }

  /** The line as it would be without the gains. */
  RoughLine firmLine() {
    RoughLine firm = line;
    for (Stretch stretch : moved) {
      if (stretch.move == Move.GAIN) {
        firm = firm.with(earlier, stretch.before, stretch.after);
      }
    }
    return firm;
  }

  /** What came, between {@link #firmLine} and {@link #line}. */
  List<Outline> gained() {
    return between(Move.GAIN);
  }

  List<Outline> lost() {
    return between(Move.LOSS);
  }

  private List<Outline> between(Move move) {
    return moved.stream().filter(stretch -> stretch.move == move).map(this::between).toList();
  }

  private Outline between(Stretch stretch) {
    List<Position> shell = new ArrayList<>();
    for (int i = stretch.before; i <= stretch.after; i++) {
      shell.add(Terrain.at(line.along(i), line.across(i)));
    }
    for (int i = stretch.after - 1; i > stretch.before; i--) {
      shell.add(Terrain.at(earlier.along(i), earlier.across(i)));
    }
    return Outline.of(shell);
  }
}
