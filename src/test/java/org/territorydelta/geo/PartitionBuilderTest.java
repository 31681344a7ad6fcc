package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.map.Holding;

class PartitionBuilderTest {
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Holding RED = new Holding("RED", "held");
  private static final List<Holding> HOLDINGS = List.of(BLUE, new Holding("BLUE", "claimed"), RED);

  /** Boxes with whole degrees for corners lie in this many columns and rows. */
  private static final int GRID = 12;

  private static final int NOBODY = -1;

  @Test
  void abuttingPolygonsComeBackTheSameObjects() {
    Polygon left = Drawing.box(0, 0, 1, 1);
    Polygon right = Drawing.box(1, 0, 2, 1);
    Polygon corner = Drawing.box(2, 1, 3, 2);
    var builder = new PartitionBuilder(new Overlay());
    builder.add(BLUE, left);
    builder.add(BLUE, right);
    builder.add(RED, corner);
    assertThat(builder.ground().get(BLUE))
        .satisfiesExactly(
            first -> assertThatObject(first).isSameAs(left),
            second -> assertThatObject(second).isSameAs(right));
    assertThat(builder.ground().get(RED))
        .satisfiesExactly(p -> assertThatObject(p).isSameAs(corner));
    assertThat(builder.overlapM2()).isZero();
  }

  @Test
  void groundCoveredTwiceGoesToTheFirst() {
    var builder = new PartitionBuilder(new Overlay());
    builder.add(BLUE, Drawing.box(0, 0, 3, 1));
    builder.add(RED, Drawing.box(2, 0, 5, 1));
    // One degree is covered twice; blue keeps its three, red keeps two of three.
    assertThat(m2(builder, BLUE)).isEqualTo(m2(0, 3));
    assertThat(m2(builder, RED)).isEqualTo(m2(3, 5));
    assertThat(builder.overlapM2()).isEqualTo(m2(2, 3));
  }

  @Test
  void whatIsCoveredWhollyIsGone() {
    var builder = new PartitionBuilder(new Overlay());
    builder.add(BLUE, Drawing.box(0, 0, 3, 1));
    builder.add(RED, Drawing.box(1, 0, 2, 1));
    assertThat(builder.ground()).containsOnlyKeys(BLUE);
    assertThat(builder.overlapM2()).isEqualTo(m2(1, 2));
  }

  @Test
  void aPolygonInsideAHoleStaysWhole() {
    Polygon frame = Drawing.withHoles(Drawing.box(0, 0, 3, 3), Drawing.box(1, 1, 2, 2));
    Polygon island = Drawing.box(1, 1, 2, 2);
    var builder = new PartitionBuilder(new Overlay());
    builder.add(BLUE, frame);
    builder.add(RED, island);
    assertThatObject(builder.ground().get(RED).get(0)).isSameAs(island);
    assertThat(builder.overlapM2()).isZero();
  }

  @Test
  void groundCoveredThriceIsCountedForEachThatLostIt() {
    var builder = new PartitionBuilder(new Overlay());
    builder.add(BLUE, Drawing.box(0, 0, 1, 1));
    builder.add(RED, Drawing.box(0, 0, 1, 1));
    builder.add(RED, Drawing.box(0, 0, 1, 1));
    assertThat(builder.overlapM2()).isEqualTo(2 * m2(0, 1));
  }

  @Test
  void randomBoxesGoToWhoeverWasFirstOnEachCell() {
    for (long seed = 1; seed <= 40; seed++) {
      List<Polygon> boxes = boxes(new Random(seed));
      var builder = partition(boxes);
      long[] expected = firstComers(boxes);
      for (int i = 0; i < HOLDINGS.size(); i++) {
        // Each of at most 144 cells and as many pieces is rounded by half a square metre.
        assertThat(m2(builder, HOLDINGS.get(i)))
            .as("seed %d, %s", seed, HOLDINGS.get(i))
            .isCloseTo(expected[i], within((long) GRID * GRID));
      }
    }
  }

  @Test
  void piecesOfRandomBoxesAddUpToTheirUnionAndDoNotOverlap() {
    for (long seed = 101; seed <= 120; seed++) {
      List<Polygon> boxes = boxes(new Random(seed));
      List<Polygon> pieces = new ArrayList<>();
      partition(boxes).ground().values().forEach(pieces::addAll);
      long sum = pieces.stream().mapToLong(EllipsoidalArea::m2).sum();
      assertThat(sum)
          .as("seed %d", seed)
          .isCloseTo(EllipsoidalArea.m2(new Overlay().union(boxes)), within((long) GRID * GRID));
      assertNoOverlap(seed, pieces);
    }
  }

  @Test
  void piecesOfRandomStarsAddUpToTheirUnion() {
    for (long seed = 201; seed <= 220; seed++) {
      var random = new Random(seed);
      List<Polygon> stars = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        var centre = new Coordinate(30 + 3 * random.nextDouble(), 48 + 2 * random.nextDouble());
        stars.add(Drawing.star(random, centre, 1, 1.5, 12));
      }
      long sum = 0;
      for (List<Polygon> pieces : partition(stars).ground().values()) {
        sum += pieces.stream().mapToLong(EllipsoidalArea::m2).sum();
      }
      // Cutting moves a corner by 1e-15 degree; a square metre is 100 m² of some 2e12.
      assertThat(sum)
          .as("seed %d", seed)
          .isCloseTo(EllipsoidalArea.m2(new Overlay().union(stars)), within(1000L));
    }
  }

  @Test
  void aPartitionAfterOthersIsWhatItIsAlone() {
    for (long seed = 301; seed <= 310; seed++) {
      var random = new Random(seed);
      List<Polygon> stars = new ArrayList<>();
      var builder = new PartitionBuilder(new Overlay());
      for (int i = 0; i < 20; i++) {
        var centre = new Coordinate(30 + 3 * random.nextDouble(), 48 + 2 * random.nextDouble());
        stars.add(random.nextInt(stars.size() + 1), Drawing.star(random, centre, 1, 1.5, 12));
        if (stars.size() > 8) {
          stars.remove(random.nextInt(stars.size()));
        }
        builder = filled(builder.next(new Overlay()), stars);
        PartitionBuilder alone = partition(stars);
        assertThat(builder.ground()).as("seed %d, %d", seed, i).isEqualTo(alone.ground());
        assertThat(builder.overlapM2()).isEqualTo(alone.overlapM2());
      }
    }
  }

  @Test
  void onlyWhatIsNewIsCut() {
    Polygon west = Drawing.box(0, 0, 3, 1);
    Polygon east = Drawing.box(5, 0, 8, 1);
    Polygon both = Drawing.box(2, 0, 6, 1);
    PartitionBuilder first = partition(List.of(west, east, both));
    var same = new Overlay();
    PartitionBuilder second = filled(first.next(same), List.of(west, east, both));
    assertThat(same.operations()).isEmpty();
    assertThat(second.ground()).isEqualTo(first.ground());

    // Two are taken off the box in the middle, one of which moved.
    var moved = new Overlay();
    filled(second.next(moved), List.of(west, Drawing.box(4, 0, 8, 1), both));
    assertThat(moved.operations().values()).containsExactly(2);
  }

  private static PartitionBuilder partition(List<Polygon> polygons) {
    return filled(new PartitionBuilder(new Overlay()), polygons);
  }

  private static PartitionBuilder filled(PartitionBuilder builder, List<Polygon> polygons) {
    for (int i = 0; i < polygons.size(); i++) {
      builder.add(HOLDINGS.get(i % HOLDINGS.size()), polygons.get(i));
    }
    return builder;
  }

  private static List<Polygon> boxes(Random random) {
    List<Polygon> boxes = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      int west = random.nextInt(GRID);
      int south = random.nextInt(GRID);
      int east = Math.min(GRID, west + 1 + random.nextInt(5));
      int north = Math.min(GRID, south + 1 + random.nextInt(5));
      boxes.add(Drawing.box(west, south, east, north));
    }
    return boxes;
  }

  /** Area by holding, each cell of the grid given to the first box over its middle. */
  private static long[] firstComers(List<Polygon> boxes) {
    var areas = new long[HOLDINGS.size()];
    for (int column = 0; column < GRID; column++) {
      for (int row = 0; row < GRID; row++) {
        int first = NOBODY;
        for (int i = boxes.size() - 1; i >= 0; i--) {
          if (boxes.get(i).getEnvelopeInternal().contains(column + 0.5, row + 0.5)) {
            first = i;
          }
        }
        if (first != NOBODY) {
          areas[first % HOLDINGS.size()] +=
              EllipsoidalArea.m2(Drawing.box(column, row, column + 1, row + 1));
        }
      }
    }
    return areas;
  }

  private static void assertNoOverlap(long seed, List<Polygon> pieces) {
    Map<Integer, Polygon> before = new TreeMap<>();
    for (Polygon piece : pieces) {
      before.forEach(
          (index, other) ->
              assertThat(other.relate(piece, "T********"))
                  .as("seed %d, %s and %s", seed, other, piece)
                  .isFalse());
      before.put(before.size(), piece);
    }
  }

  private static long m2(PartitionBuilder builder, Holding holding) {
    return builder.ground().getOrDefault(holding, List.of()).stream()
        .mapToLong(EllipsoidalArea::m2)
        .sum();
  }

  /** The box from one meridian to another, from the equator to the first parallel. */
  private static long m2(double west, double east) {
    return EllipsoidalArea.m2(Drawing.box(west, 0, east, 1));
  }
}
