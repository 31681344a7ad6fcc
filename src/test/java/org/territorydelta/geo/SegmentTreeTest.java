package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/** The judge is JTS' segment, each looked at in turn. */
class SegmentTreeTest {
  private static double[] strewn(Random random, int count) {
    double[] segments = new double[4 * count];
    for (int i = 0; i < count; i++) {
      double x = 1000 * random.nextDouble();
      double y = 1000 * random.nextDouble();
      segments[4 * i] = x;
      segments[4 * i + 1] = y;
      // Each fifth is a point, as two vertices in one place make.
      segments[4 * i + 2] = i % 5 == 0 ? x : x + 100 * random.nextGaussian();
      segments[4 * i + 3] = i % 5 == 0 ? y : y + 100 * random.nextGaussian();
    }
    return segments;
  }

  private static LineSegment segment(double[] segments, int i) {
    return new LineSegment(
        segments[4 * i], segments[4 * i + 1], segments[4 * i + 2], segments[4 * i + 3]);
  }

  private static Coordinate point(Random random) {
    return new Coordinate(2000 * random.nextDouble() - 500, 2000 * random.nextDouble() - 500);
  }

  /** Counts that fill boxes, leave one over, and take one level more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9, 64, 65, 513, 2000})
  void theNearestOfManyIsFound(int count) {
    var random = new Random(count);
    double[] segments = strewn(random, count);
    var tree = new SegmentTree(segments);
    for (int question = 0; question < 200; question++) {
      Coordinate point = point(random);
      double expected = Double.POSITIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        expected = Math.min(expected, segment(segments, i).distance(point));
      }
      int nearest = tree.nearest(point, random.nextInt(count));

      assertThat(tree.distance(nearest, point)).isCloseTo(expected, within(1e-9));
      assertThat(tree.closestPoint(nearest, point).distance(point))
          .isCloseTo(expected, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 65, 600})
  void theDistanceFromASegmentIsThatOfTheNearest(int count) {
    var random = new Random(count);
    double[] segments = strewn(random, count);
    var tree = new SegmentTree(segments);
    for (int question = 0; question < 200; question++) {
      var asked = new LineSegment(point(random), point(random));
      double expected = Double.POSITIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        expected = Math.min(expected, segment(segments, i).distance(asked));
      }

      assertThat(tree.distance(asked.p0, asked.p1, Double.POSITIVE_INFINITY))
          .isCloseTo(expected, within(1e-9));
      assertThat(tree.distance(asked.p0, asked.p1, expected / 2)).isEqualTo(expected / 2);
    }
  }

  @Test
  void noSegmentsAreEmpty() {
    assertThat(new SegmentTree(new double[0]).isEmpty()).isTrue();
    assertThat(new SegmentTree(new double[] {0, 0, 1, 1}).isEmpty()).isFalse();
  }
}
