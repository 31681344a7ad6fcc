package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.map.Holding;

class GroundHashTest {
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Polygon SHELL = Drawing.box(0, 0, 4, 4);
  private static final Polygon HOLE = Drawing.box(1, 1, 2, 2);
  private static final Polygon OTHER_HOLE = Drawing.box(2.5, 2.5, 3, 3);
  private static final Polygon OTHER = Drawing.polygon(5, 0, 7, 0, 6, 3, 5, 0);

  @Test
  void theFirstVertexDoesNotMatter() {
    assertThat(hash(Drawing.polygon(6, 3, 5, 0, 7, 0, 6, 3))).isEqualTo(hash(OTHER));
  }

  @Test
  void everyFirstVertexAndDirectionOfARandomRingGivesOneHash() {
    for (long seed = 1; seed <= 20; seed++) {
      List<double[]> points = points(new Random(seed), 3 + (int) seed);
      String expected = hash(ring(points));
      for (int turn = 0; turn < points.size(); turn++) {
        Collections.rotate(points, 1);
        assertThat(hash(ring(points))).as("seed %d, turn %d", seed, turn).isEqualTo(expected);
        assertThat(hash(ring(points).reverse())).as("seed %d, back", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void ringDirectionDoesNotMatter() {
    Polygon frame = Drawing.withHoles(SHELL, HOLE);
    assertThat(hash(frame.reverse())).isEqualTo(hash(frame));
    assertThat(hash(Drawing.withHoles(SHELL, HOLE.reverse()))).isEqualTo(hash(frame));
  }

  @Test
  void theOrderOfPolygonsDoesNotMatter() {
    assertThat(hash(OTHER, SHELL)).isEqualTo(hash(SHELL, OTHER));
  }

  @Test
  void theOrderOfHolesDoesNotMatter() {
    assertThat(hash(Drawing.withHoles(SHELL, OTHER_HOLE, HOLE)))
        .isEqualTo(hash(Drawing.withHoles(SHELL, HOLE, OTHER_HOLE)));
  }

  @Test
  void aVertexWrittenTwiceDoesNotMatter() {
    assertThat(hash(Drawing.polygon(5, 0, 7, 0, 7, 0, 6, 3, 5, 0, 5, 0))).isEqualTo(hash(OTHER));
  }

  /** Maps are published with at most seven decimals; noise in the ninth is a computer's. */
  @Test
  void noiseFarBelowAMetreDoesNotMatter() {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new Random(seed);
      List<double[]> points = points(random, 10);
      List<double[]> noisy = new ArrayList<>();
      for (double[] point : points) {
        noisy.add(new double[] {point[0] + noise(random), point[1] + noise(random)});
      }
      assertThat(hash(ring(noisy))).as("seed %d", seed).isEqualTo(hash(ring(points)));
    }
  }

  @Test
  void aVertexMovedByTenCentimetresIsOtherGround() {
    assertThat(hash(Drawing.polygon(5, 0, 7, 0, 6, 3.000001, 5, 0))).isNotEqualTo(hash(OTHER));
    assertThat(hash(Drawing.polygon(5, 0, 7, 0, 6.000001, 3, 5, 0))).isNotEqualTo(hash(OTHER));
  }

  @Test
  void anotherStatusOrSideIsOtherGround() {
    assertThat(hash(new Holding("BLUE", "claimed"), SHELL)).isNotEqualTo(hash(BLUE, SHELL));
    assertThat(hash(new Holding("RED", "held"), SHELL)).isNotEqualTo(hash(BLUE, SHELL));
  }

  @Test
  void aHoleIsOtherGround() {
    assertThat(hash(Drawing.withHoles(SHELL, HOLE))).isNotEqualTo(hash(SHELL));
  }

  @Test
  void aHoleIsNotAPolygon() {
    assertThat(hash(SHELL, HOLE)).isNotEqualTo(hash(Drawing.withHoles(SHELL, HOLE)));
  }

  @Test
  void theSamePolygonTwiceIsNotThePolygonOnce() {
    assertThat(hash(SHELL, SHELL)).isNotEqualTo(hash(SHELL));
  }

  @Test
  void groundThatChangesHandsWholeIsOtherGround() {
    var before = new TreeMap<Holding, List<Polygon>>();
    before.put(BLUE, List.of(SHELL));
    before.put(new Holding("RED", "held"), List.of(OTHER));
    var after = new TreeMap<Holding, List<Polygon>>();
    after.put(BLUE, List.of(OTHER));
    after.put(new Holding("RED", "held"), List.of(SHELL));
    assertThat(GroundHash.of(after)).isNotEqualTo(GroundHash.of(before));
  }

  @Test
  void aHoldingWithoutPolygonsIsNoGround() {
    var empty = new TreeMap<Holding, List<Polygon>>();
    empty.put(BLUE, List.of());
    assertThat(GroundHash.of(empty)).isEqualTo(GroundHash.of(new TreeMap<>()));
  }

  private static double noise(Random random) {
    return (random.nextDouble() - 0.5) * 2e-8;
  }

  /** Positions with seven decimals in all four quadrants. */
  private static List<double[]> points(Random random, int size) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      points.add(
          new double[] {
            random.nextInt(-1_000_000_000, 1_000_000_000) / 1e7,
            random.nextInt(-800_000_000, 800_000_000) / 1e7
          });
    }
    return points;
  }

  private static Polygon ring(List<double[]> points) {
    List<double[]> closed = new ArrayList<>(points);
    closed.add(points.get(0));
    return Drawing.polygon(closed.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  private static String hash(Polygon... polygons) {
    return hash(BLUE, polygons);
  }

  private static String hash(Holding holding, Polygon... polygons) {
    var ground = new TreeMap<Holding, List<Polygon>>();
    ground.put(holding, List.of(polygons));
    return GroundHash.of(ground);
  }
}
