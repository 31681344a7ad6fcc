package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.Region;

/**
 * A country-sized scene made at random from its seed: a lattice of quadrangles over nine by seven
 * degrees (some 500,000 km² at 48 degrees) whose corners have any coordinates and whose ground is
 * held by anybody or nobody, so that most edges are borders. From the first day to the second most
 * corners are drawn anew, by a metre to a hundred, which makes two or more slivers of every edge,
 * and some quadrangles change hands; to the third a few change hands and nothing else. The regions
 * of two levels are lattices of their own, whose borders cross everything.
 */
public final class LargeScene {
  private static final double WIDTH_DEGREES = 9;
  private static final double HEIGHT_DEGREES = 7;

  /** Of a quadrangle's side: far enough to be irregular, near enough not to fold it over. */
  private static final double JITTER_SHARE = 0.3;

  /** Fewer than would make the engine lay whole maps on each other. */
  private static final double REDRAWN_CORNERS = 0.6;

  private static final double LEAST_REDRAWN_DEGREES = 1e-5;
  private static final double MOST_REDRAWN_DEGREES = 1e-3;
  private static final List<String> SIDES = List.of("BLUE", "RED", "GREEN");
  private static final List<String> STATUSES = List.of("held", "advance");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2024-02-28");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Random random;
  private final int columns;
  private final double west;
  private final double south;

  private LargeScene(long seed, int columns) {
    this.random = new Random(seed);
    this.columns = columns;
    this.west = -170 + 330 * random.nextDouble();
    this.south = -60 + 120 * random.nextDouble();
  }

  /**
   * Measured with everything that is summed up from it.
   *
   * @param columns of quadrangles, and as many rows
   */
  public static MeasuredScene measured(long seed, int columns) {
    return new LargeScene(seed, columns).measured();
  }

  private MeasuredScene measured() {
    Coordinate[][] corners = lattice(columns, columns);
    Holding[] holders = new Holding[columns * columns];
    for (int i = 0; i < holders.length; i++) {
      holders[i] = holding();
    }
    ControlScene scene = ControlScene.of("large");
    scene.draw(drawing(0, corners, holders));
    redraw(corners);
    change(holders, 0.1);
    scene.draw(drawing(1, corners, holders));
    change(holders, 0.01);
    scene.draw(drawing(2, corners, holders));
    return scene
        .measurer()
        .regions(regions())
        .layerSet("controlled", "held")
        .layerSet("wide", "held", "advance")
        .every(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.ALL)
        .maxStalenessDays(30)
        .measure();
  }

  private Coordinate[][] lattice(int across, int up) {
    Coordinate[][] corners = new Coordinate[across + 1][up + 1];
    double stepX = WIDTH_DEGREES / across;
    double stepY = HEIGHT_DEGREES / up;
    for (int x = 0; x <= across; x++) {
      for (int y = 0; y <= up; y++) {
        corners[x][y] =
            new Coordinate(
                west + stepX * (x + JITTER_SHARE * (random.nextDouble() - 0.5)),
                south + stepY * (y + JITTER_SHARE * (random.nextDouble() - 0.5)));
      }
    }
    return corners;
  }

  private void redraw(Coordinate[][] corners) {
    double most =
        LEAST_REDRAWN_DEGREES
            * Math.pow(MOST_REDRAWN_DEGREES / LEAST_REDRAWN_DEGREES, random.nextDouble());
    for (Coordinate[] column : corners) {
      for (int y = 0; y < column.length; y++) {
        if (random.nextDouble() < REDRAWN_CORNERS) {
          column[y] =
              new Coordinate(
                  column[y].x + most * (random.nextDouble() - 0.5),
                  column[y].y + most * (random.nextDouble() - 0.5));
        }
      }
    }
  }

  private Holding holding() {
    return random.nextInt(5) == 0
        ? Holding.NONE
        : new Holding(
            SIDES.get(random.nextInt(SIDES.size())), STATUSES.get(random.nextInt(STATUSES.size())));
  }

  private void change(Holding[] holders, double share) {
    for (int i = 0; i < holders.length; i++) {
      if (random.nextDouble() < share) {
        holders[i] = holding();
      }
    }
  }

  private Drawing drawing(int day, Coordinate[][] corners, Holding[] holders) {
    List<Drawing.Shape> shapes = new ArrayList<>();
    for (int x = 0; x < columns; x++) {
      for (int y = 0; y < columns; y++) {
        Holding holding = holders[x * columns + y];
        if (!holding.isNone()) {
          shapes.add(new Drawing.Shape(holding, quadrangle(corners, x, y)));
        }
      }
    }
    LocalDate mapDate = FIRST_DAY.plusDays(day);
    return new Drawing("large", mapDate, mapDate, "large/" + mapDate, shapes);
  }

  private static Polygon quadrangle(Coordinate[][] corners, int x, int y) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          corners[x][y],
          corners[x + 1][y],
          corners[x + 1][y + 1],
          corners[x][y + 1],
          corners[x][y].copy()
        });
  }

  private SceneRegions regions() {
    List<Region> regions = new ArrayList<>();
    for (int level = 1; level <= 2; level++) {
      int across = 3 * level;
      Coordinate[][] corners = lattice(across, across);
      for (int x = 0; x < across; x++) {
        for (int y = 0; y < across; y++) {
          regions.add(
              SceneRegions.region(
                  "L" + level + "-" + x + "-" + y,
                  level,
                  x % 2 == 0 ? "AA" : "BB",
                  quadrangle(corners, x, y)));
        }
      }
    }
    return SceneRegions.of(regions.toArray(Region[]::new));
  }
}
