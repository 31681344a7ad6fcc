package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * The ground of a synthetic series, day after day: a mainland between front and rear with a few
 * holes, a peninsula, pockets before the front, and a raid across the border. On a day some
 * stretches of the front move; each is as long as the runs of changed edges that real maps show.
 */
final class SyntheticGround {
  /** What each part has of a map's vertices; the rest are in the smaller loops. */
  private static final double FRONT_SHARE = 0.57;

  private static final double REAR_SHARE = 0.25;
  private static final double PENINSULA_SHARE = 0.1;

  private static final int POCKETS = 10;
  private static final int HOLES = 3;

  /** Edges of a moved stretch: the median and the spread of its logarithm. */
  private static final double MEDIAN_STRETCH_EDGES = 9;

  private static final double STRETCH_SPREAD = 0.7;
  private static final int LONGEST_STRETCH_EDGES = 60;

  /** A stretch moves by up to this share of its length. */
  private static final double LARGEST_BULGE = 0.3;

  /** Enough that rounding to a millionth leaves no vertex where it was. */
  private static final double LEAST_BULGE_DEGREES = 2e-5;

  /** A small map may have no room left for another stretch. */
  private static final int MOST_TRIES = 10_000;

  /** A salient is rather lost, a bay rather filled; so the front stays a front. */
  private static final double GAIN_CHANCE_OF_A_SALIENT = 0.3;

  private static final double GAIN_CHANCE_OF_A_BAY = 0.8;

  private record Stretch(int before, int after, double height) {}

  private final Random random;
  private RoughLine front;
  private RoughLine rear;
  private final List<Loop> islands = new ArrayList<>();
  private final List<Loop> holes = new ArrayList<>();
  private Loop raid;
  private boolean isRaided;

  /** Of the last day. */
  private RoughLine before;

  private List<Stretch> moved = List.of();

  SyntheticGround(int vertices, Random random) {
    this.random = random;
    double length = Terrain.LENGTH_DEGREES;
    int inFront = (int) (FRONT_SHARE * vertices);
    int inRear = (int) (REAR_SHARE * vertices);
    int inPeninsula = (int) (PENINSULA_SHARE * vertices);
    int inLoop = Math.max(4, (vertices - inFront - inRear - inPeninsula) / (POCKETS + HOLES + 1));
    front = RoughLine.of(length, inFront, Terrain::front, SyntheticGround::roughness, random);
    rear = RoughLine.of(length, inRear, Terrain::rear, SyntheticGround::roughness, random);
    before = front;
    islands.add(Loop.around(34.3, 45.3, 0.5, inPeninsula, random));
    for (int i = 0; i < POCKETS; i++) {
      islands.add(beside(1.5 + 0.5 * i, 0.5, 0.05, inLoop));
    }
    for (int i = 0; i < HOLES; i++) {
      holes.add(beside(3.3 + 0.9 * i, -0.5, 0.06, inLoop));
    }
    raid = Loop.around(35.2, 51.2, 0.15, inLoop, random);
  }

  private Loop beside(double along, double ahead, double radiusDegrees, int vertices) {
    Position centre = Terrain.at(along, Terrain.front(along) + ahead);
    return Loop.around(
        centre.lonMicroDegrees() / 1e6,
        centre.latMicroDegrees() / 1e6,
        radiusDegrees,
        vertices,
        random);
  }

  /** Nothing at the ends, where front and rear meet. */
  private static double roughness(double along) {
    double fromEnd = Math.min(along, Terrain.LENGTH_DEGREES - along);
    return Math.min(1, fromEnd);
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
    before = front;
    moved = List.of();
    if (kind == DayKind.REDRAWN) {
      front = front.redrawn(random);
      before = front;
      rear = rear.redrawn(random);
      islands.replaceAll(island -> island.redrawn(random));
      holes.replaceAll(hole -> hole.redrawn(random));
      raid = raid.redrawn(random);
    } else {
      moved = stretches(changedShare);
      for (Stretch stretch : moved) {
        front = front.bulged(stretch.before, stretch.after, stretch.height, random);
      }
      if (isRaided && random.nextInt(10) == 0) {
        raid = raid.scaled(0.97 + 0.06 * random.nextDouble());
      }
    }
  }

  private List<Stretch> stretches(double changedShare) {
    int edges = (int) Math.max(2, Math.round(changedShare * front.size() / FRONT_SHARE));
    int first = front.firstBeyond(Terrain.FIRST_MOVING_DEGREES);
    int last = front.firstBeyond(Terrain.LAST_MOVING_DEGREES);
    var taken = new BitSet();
    List<Stretch> stretches = new ArrayList<>();
    for (int tries = 0; edges > 1 && tries < MOST_TRIES; tries++) {
      int length = Math.min(edges, stretchEdges());
      int start = first + random.nextInt(Math.max(1, last - first - length));
      if (taken.get(start, start + length + 1).isEmpty()) {
        taken.set(start, start + length + 1);
        stretches.add(new Stretch(start, start + length, height(start, start + length)));
        edges -= length;
      }
    }
    return stretches;
  }

  private int stretchEdges() {
    double length = MEDIAN_STRETCH_EDGES * StrictMath.exp(STRETCH_SPREAD * random.nextGaussian());
    return (int) Math.max(2, Math.min(LONGEST_STRETCH_EDGES, Math.round(length)));
  }

  private double height(int before, int after) {
    int middle = (before + after) / 2;
    double across = front.across(middle);
    boolean isSalient = across > (front.across(before) + front.across(after)) / 2;
    double chance = isSalient ? GAIN_CHANCE_OF_A_SALIENT : GAIN_CHANCE_OF_A_BAY;
    double ahead = across - Terrain.front(front.along(middle));
    if (Math.abs(ahead) > Terrain.LARGEST_MOVE_DEGREES) {
      chance = ahead > 0 ? 0 : 1;
    }
    double length = front.along(after) - front.along(before);
    double height =
        Math.max(LEAST_BULGE_DEGREES, LARGEST_BULGE * length * (0.1 + 0.9 * random.nextDouble()));
    return random.nextDouble() < chance ? height : -height;
  }

  /** The map as it is now. */
  DrawnMap drawn() {
    List<Outline> gained = new ArrayList<>();
    List<Outline> lost = new ArrayList<>();
    for (Stretch stretch : moved) {
      (stretch.height > 0 ? gained : lost).add(between(stretch));
    }
    return new DrawnMap(
        held(front),
        held(front.lower(before)),
        gained,
        lost,
        isRaided ? List.of(Outline.of(raid.positions())) : List.of());
  }

  private List<Outline> held(RoughLine line) {
    List<Position> mainland = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      mainland.add(Terrain.at(line.along(i), line.across(i)));
    }
    for (int i = rear.size() - 2; i > 0; i--) {
      mainland.add(Terrain.at(rear.along(i), rear.across(i)));
    }
    List<Outline> held = new ArrayList<>();
    held.add(new Outline(mainland, holes.stream().map(Loop::positions).toList()));
    islands.forEach(island -> held.add(Outline.of(island.positions())));
    return held;
  }

  /** What lies between the front of the last map and this one's. */
  private Outline between(Stretch stretch) {
    List<Position> shell = new ArrayList<>();
    for (int i = stretch.before; i <= stretch.after; i++) {
      shell.add(Terrain.at(front.along(i), front.across(i)));
    }
    for (int i = stretch.after - 1; i > stretch.before; i--) {
      shell.add(Terrain.at(before.along(i), before.across(i)));
    }
    return Outline.of(shell);
  }
}
