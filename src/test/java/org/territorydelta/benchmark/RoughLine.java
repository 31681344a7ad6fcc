package org.territorydelta.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A line that is a function: vertices at growing places {@code along} an axis, each with its value
 * {@code across} it. It never crosses itself, however often parts of it are drawn anew. Immutable.
 */
final class RoughLine {
  /** How far a vertex lies from its even place, in steps; under a half, so that the order stays. */
  private static final double UNEVENNESS = 0.4;

  /** How exactly a line is drawn after an older one, in steps. */
  private static final double REDRAWN_STEPS = 0.1;

  /** What the vertices at a bulge's ends move by, of what those in its middle do. */
  private static final double LEAST_BULGE = 0.4;

  private static final int OCTAVES = 10;
  private static final double LONGEST_WAVE_DEGREES = 1.3;

  /** Height of a wave by its length; each octave bends the line by up to a quarter. */
  private static final double WAVE_HEIGHT = 0.03;

  private final double[] along;
  private final double[] across;

  private RoughLine(double[] along, double[] across) {
    this.along = along;
    this.across = across;
  }

  /**
   * A line over {@code 0..length} that follows a trend, rough at every scale down to its vertices.
   *
   * @param trend its smooth course
   * @param roughness 0 for the trend alone, 1 for waves up to 4 hundredths high; a function of the
   *     place, so that ends may be held fast
   */
  static RoughLine of(
      double length,
      int vertices,
      DoubleUnaryOperator trend,
      DoubleUnaryOperator roughness,
      Random random) {
    double[] phases = random.doubles(OCTAVES).map(phase -> phase * 2 * Math.PI).toArray();
    double[] along = new double[vertices];
    double[] across = new double[vertices];
    double step = length / (vertices - 1);
    for (int i = 0; i < vertices; i++) {
      boolean isEnd = i == 0 || i == vertices - 1;
      along[i] = (i + (isEnd ? 0 : UNEVENNESS * (2 * random.nextDouble() - 1))) * step;
      across[i] =
          trend.applyAsDouble(along[i])
              + roughness.applyAsDouble(along[i]) * wave(along[i], phases);
    }
    return new RoughLine(along, across);
  }

  private static double wave(double along, double[] phases) {
    double sum = 0;
    double length = LONGEST_WAVE_DEGREES;
    for (double phase : phases) {
      sum += WAVE_HEIGHT * length * StrictMath.sin(2 * Math.PI * along / length + phase);
      length /= 2;
    }
    return sum;
  }

  int size() {
    return along.length;
  }

  double along(int vertex) {
    return along[vertex];
  }

  double across(int vertex) {
    return across[vertex];
  }

  /** The index of the first vertex at or beyond a place. */
  int firstBeyond(double place) {
    int found = Arrays.binarySearch(along, place);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * The line with the vertices between two others moved to one side, the ones in the middle
   * farthest and every one by a quarter of the height at least.
   *
   * @param before the last vertex that stays
   * @param after the next vertex that stays
   * @param height how far the middle goes, in degrees; down when below zero
   */
  RoughLine bulged(int before, int after, double height, Random random) {
    double[] moved = across.clone();
    for (int i = before + 1; i < after; i++) {
      double place = (along[i] - along[before]) / (along[after] - along[before]);
      double share = LEAST_BULGE + (1 - LEAST_BULGE) * StrictMath.sin(Math.PI * place);
      moved[i] += height * share * (0.7 + 0.6 * random.nextDouble());
    }
    return new RoughLine(along, moved);
  }

  /**
   * The line with the vertices between two others moved to either side, so that it crosses what it
   * was.
   *
   * @param reach how far, in degrees
   */
  RoughLine corrected(int before, int after, double reach, Random random) {
    double[] moved = across.clone();
    for (int i = before + 1; i < after; i++) {
      moved[i] += reach * (2 * random.nextDouble() - 1);
    }
    return new RoughLine(along, moved);
  }

  /** The line with another's values between two vertices; the places are the same in both. */
  RoughLine with(RoughLine other, int before, int after) {
    double[] values = across.clone();
    System.arraycopy(other.across, before + 1, values, before + 1, after - before - 1);
    return new RoughLine(along, values);
  }

  /** The same course by other vertices, but for both ends: every edge is another. */
  RoughLine redrawn(Random random) {
    int last = along.length - 1;
    double[] places = along.clone();
    double[] values = across.clone();
    double step = along[last] / last;
    for (int i = 1; i < last; i++) {
      places[i] = (i + UNEVENNESS * (2 * random.nextDouble() - 1)) * step;
      values[i] = across(places[i]) + REDRAWN_STEPS * step * (2 * random.nextDouble() - 1);
    }
    return new RoughLine(places, values);
  }

  private double across(double place) {
    int after = firstBeyond(place);
    double share = (place - along[after - 1]) / (along[after] - along[after - 1]);
    return (1 - share) * across[after - 1] + share * across[after];
  }
}
