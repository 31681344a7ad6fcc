package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingRepairTest {
  private static final double[] OUTER = {37, 47, 38, 47, 38, 48, 37, 48, 37, 47};
  private static final double[] INNER = {
    37.25, 47.25, 37.75, 47.25, 37.75, 47.75, 37.25, 47.75, 37.25, 47.25
  };

  /** At the equator, where a degree is as long either way: three sides of 1 and one of 0.96. */
  private static final double[] NEARLY = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0.04};

  @Test
  void soundRingsComeBackAsTheyAre() {
    List<double[]> rings = List.of(OUTER, INNER);
    assertThat(RingRepair.closing(rings, 1)).isEqualTo(new RingRepair(rings, ""));
    assertThat(RingRepair.shellFirst(rings)).isEqualTo(new RingRepair(rings, ""));
  }

  @Test
  void aRingIsClosedWhereTheGapIsSmallAgainstItsLength() {
    // The gap is 0.04, the ring 3.96 long: a share of 0.0101.
    RingRepair closed = RingRepair.closing(List.of(INNER, NEARLY), 0.0102);
    assertThat(closed.rings().get(0)).isSameAs(INNER);
    assertThat(closed.rings().get(1)).containsExactly(0, 0, 1, 0, 1, 1, 0, 1, 0, 0.04, 0, 0);
    assertThat(closed.fault())
        .isEqualTo("ring 1 ended at 0.0 0.04 and not at its start 0.0 0.0; closed");
  }

  @Test
  void aRingStaysOpenWhereTheGapIsLarge() {
    assertThat(RingRepair.closing(List.of(NEARLY), 0.0100).fault()).isEmpty();
    assertThat(RingRepair.closing(List.of(NEARLY), 0.0100).rings().get(0)).isSameAs(NEARLY);
    double[] cornerMissing = {37, 47, 38, 47, 38, 48, 37, 48};
    assertThat(RingRepair.closing(List.of(cornerMissing), 0.1).fault()).isEmpty();
  }

  @Test
  void aRingWithoutNumbersStaysOpen() {
    double[] ring = {0, 0, 1, 0, 1, 1, 0, Double.NaN};
    assertThat(RingRepair.closing(List.of(ring), 1).fault()).isEmpty();
    assertThat(RingRepair.closing(List.of(new double[0], new double[] {1, 2}), 1).fault())
        .isEmpty();
  }

  @Test
  void aHoleGivenBeforeItsShellComesAfterIt() {
    double[] other = {37.8, 47.8, 37.9, 47.8, 37.9, 47.9, 37.8, 47.8};
    RingRepair ordered = RingRepair.shellFirst(List.of(INNER, other, OUTER));
    assertThat(ordered.rings()).containsExactly(OUTER, INNER, other);
    assertThat(ordered.fault()).isEqualTo("ring 0 is a hole, its shell is ring 2; put in order");
  }

  @Test
  void ringsOfWhichNoneHoldsAllOthersStayAsTheyAre() {
    double[] aside = {40, 47, 41, 47, 41, 48, 40, 47};
    assertThat(RingRepair.shellFirst(List.of(OUTER, aside)).fault()).isEmpty();
    // Its box holds the square, but the square lies beyond the triangle's long side.
    double[] triangle = {36, 46, 40, 46, 36, 50, 36, 46};
    double[] beyond = {39, 49, 39.5, 49, 39.5, 49.5, 39, 49.5, 39, 49};
    assertThat(RingRepair.shellFirst(List.of(beyond, triangle)).fault()).isEmpty();
  }
}
