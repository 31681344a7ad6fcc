package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * The ground of a synthetic series, map after map: a mainland between front and rear with a few
 * holes, a peninsula, pockets before the front, and a raid across the border.
 */
final class SyntheticGround {
  /** What each part has of a map's vertices; the rest are in the smaller loops. */
  private static final double FRONT_SHARE = 0.57;

  private static final double REAR_SHARE = 0.25;
  private static final double PENINSULA_SHARE = 0.1;

  private static final int POCKETS = 10;
  private static final int HOLES = 3;

  private static final int LEAST_LOOP_VERTICES = 4;

  /** One map in so many shows the raid larger or smaller. */
  private static final int MAPS_BETWEEN_RAID_CHANGES = 10;

  private final int vertices;
  private final Random random;
  private final MovingFront front;
  private RoughLine rear;
  private final List<Loop> islands = new ArrayList<>();
  private final List<Loop> holes = new ArrayList<>();
  private Loop raid;
  private boolean isRaided;

  /**
   * @param vertices of a map, about
   */
  SyntheticGround(int vertices, Random random) {
    this.vertices = vertices;
    this.random = random;
    front = new MovingFront(line(FRONT_SHARE, Terrain::front), random);
    rear = line(REAR_SHARE, Terrain::rear);
    int inLoops = (int) ((1 - FRONT_SHARE - REAR_SHARE - PENINSULA_SHARE) * vertices);
    int inLoop = Math.max(LEAST_LOOP_VERTICES, inLoops / (POCKETS + HOLES + 1));
    islands.add(Loop.around(34.3, 45.3, 0.5, (int) (PENINSULA_SHARE * vertices), random));
    for (int i = 0; i < POCKETS; i++) {
      islands.add(beside(1.5 + 0.5 * i, 0.5, 0.05, inLoop));
    }
    for (int i = 0; i < HOLES; i++) {
      holes.add(beside(3.3 + 0.9 * i, -0.5, 0.06, inLoop));
    }
    raid = Loop.around(35.2, 51.2, 0.15, inLoop, random);
  }

  private RoughLine line(double share, DoubleUnaryOperator trend) {
    return RoughLine.of(
        Terrain.LENGTH_DEGREES,
        (int) (share * vertices),
        trend,
        SyntheticGround::roughness,
        random);
  }

  /** Nothing at the ends, where front and rear meet. */
  private static double roughness(double along) {
    double fromEnd = Math.min(along, Terrain.LENGTH_DEGREES - along);
    return Math.min(1, fromEnd);
  }

  private Loop beside(double along, double ahead, double radiusDegrees, int inLoop) {
    Position centre = Terrain.at(along, Terrain.front(along) + ahead);
    return Loop.around(centre.lon(), centre.lat(), radiusDegrees, inLoop, random);
  }

  /** Begins the raid, from the next map on. */
  void raid() {
    isRaided = true;
  }

  /**
   * Goes on to the next map.
   *
   * @param changedShare of the map's edges, 0..1
   */
  void change(DayKind kind, double changedShare) {
    if (kind == DayKind.REDRAWN) {
      front.redraw();
      rear = rear.redrawn(random);
      islands.replaceAll(island -> island.redrawn(random));
      holes.replaceAll(hole -> hole.redrawn(random));
      raid = raid.redrawn(random);
    } else {
      front.move((int) Math.max(2, Math.round(changedShare * vertices)));
      if (isRaided && random.nextInt(MAPS_BETWEEN_RAID_CHANGES) == 0) {
        raid = raid.scaled(0.97 + 0.06 * random.nextDouble());
      }
    }
  }

  /** The map as it is now. */
  DrawnMap drawn() {
    return new DrawnMap(
        held(front.line()),
        held(front.firmLine()),
        front.gained(),
        front.lost(),
        isRaided ? List.of(Outline.of(raid.positions())) : List.of());
  }

  private List<Outline> held(RoughLine until) {
    List<Position> mainland = new ArrayList<>();
    for (int i = 0; i < until.size(); i++) {
      mainland.add(Terrain.at(until.along(i), until.across(i)));
    }
    for (int i = rear.size() - 2; i > 0; i--) {
      mainland.add(Terrain.at(rear.along(i), rear.across(i)));
    }
    List<Outline> held = new ArrayList<>();
    held.add(new Outline(mainland, holes.stream().map(Loop::positions).toList()));
    islands.forEach(island -> held.add(Outline.of(island.positions())));
    return held;
  }
}
