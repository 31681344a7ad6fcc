package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingNestingTest {
  @Test
  void everySecondRingInwardsIsAHole() {
    double[] outer = box(0, 0, 10, 10);
    double[] hole = box(1, 1, 9, 9);
    double[] island = box(2, 2, 8, 8);
    double[] pond = box(3, 3, 7, 7);
    assertThat(RingNesting.polygons(List.of(pond, island, hole, outer)))
        .containsExactly(List.of(island, pond), List.of(outer, hole));
  }

  @Test
  void ringsBesideEachOtherArePolygonsEach() {
    double[] west = box(0, 0, 1, 1);
    double[] east = box(1, 0, 2, 1);
    assertThat(RingNesting.polygons(List.of(west, east)))
        .containsExactly(List.of(west), List.of(east));
  }

  @Test
  void aHoleThatTouchesItsShellIsOne() {
    double[] outer = box(0, 0, 10, 10);
    double[] corner = {0, 0, 5, 5, 5, 0.1, 0, 0};
    double[] diamond = {0, 5, 5, 0, 10, 5, 5, 10, 0, 5};
    assertThat(RingNesting.polygons(List.of(corner, outer)))
        .containsExactly(List.of(outer, corner));
    // All of its positions are on the shell; its edges run inside.
    assertThat(RingNesting.polygons(List.of(outer, diamond)))
        .containsExactly(List.of(outer, diamond));
  }

  @Test
  void theSameRingTwiceDoesNotCancelItself() {
    double[] once = box(0, 0, 10, 10);
    double[] again = once.clone();
    assertThat(RingNesting.polygons(List.of(once, again)))
        .containsExactly(List.of(once), List.of(again));
  }

  @Test
  void brokenRingsStayOnTheirOwn() {
    double[] broken = {0, 0, Double.NaN, 5, 5, 0};
    double[] none = {};
    double[] whole = box(-1, -1, 10, 10);
    assertThat(RingNesting.polygons(List.of(none, whole)))
        .containsExactly(List.of(none), List.of(whole));
    assertThat(RingNesting.polygons(List.of(whole, broken)).stream().mapToInt(List::size).sum())
        .isEqualTo(2);
  }

  private static double[] box(double west, double south, double east, double north) {
    return new double[] {west, south, west, north, east, north, east, south, west, south};
  }
}
