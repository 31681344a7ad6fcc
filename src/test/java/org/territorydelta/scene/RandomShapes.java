package org.territorydelta.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.map.Holding;

/**
 * Polygons at random, in a square of two degrees. Boxes stand on a lattice, so that many share
 * edges and corners meet edges; stars have any coordinates; both may have a hole.
 */
final class RandomShapes {
  private static final double WEST = 30;
  private static final double SOUTH = 46;
  private static final double STEP = 0.1;
  private static final int STEPS = 20;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final List<String> SIDES = List.of("BLUE", "RED", "GREEN", Holding.DISPUTED);
  private static final List<String> STATUSES = List.of("held", "advance", "claimed");

  private final Random random;

  RandomShapes(Random random) {
    this.random = random;
  }

  Drawing.Shape shape() {
    return new Drawing.Shape(holding(), random.nextInt(3) == 0 ? star() : box());
  }

  Holding holding() {
    return new Holding(
        SIDES.get(random.nextInt(SIDES.size())), STATUSES.get(random.nextInt(STATUSES.size())));
  }

  private Polygon box() {
    int west = random.nextInt(STEPS - 2);
    int south = random.nextInt(STEPS - 2);
    int east = west + 2 + random.nextInt(Math.min(8, STEPS - west - 1));
    int north = south + 2 + random.nextInt(Math.min(8, STEPS - south - 1));
    List<Coordinate> shell = new ArrayList<>();
    shell.add(lattice(west, south));
    shell.add(lattice(east, south));
    shell.add(lattice(east, north));
    shell.add(lattice(west, north));
    return polygon(shell);
  }

  private static Coordinate lattice(int x, int y) {
    return new Coordinate(WEST + x * STEP, SOUTH + y * STEP);
  }

  private Polygon star() {
    double lon = WEST + 0.4 + 1.2 * random.nextDouble();
    double lat = SOUTH + 0.4 + 1.2 * random.nextDouble();
    int points = 5 + random.nextInt(20);
    List<Coordinate> shell = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double radius = 0.05 + 0.35 * random.nextDouble();
      shell.add(new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)));
    }
    return polygon(shell);
  }

  /** One in four gets a hole: itself, shrunk around a point it sees all its shell from. */
  private Polygon polygon(List<Coordinate> shell) {
    LinearRing ring = ring(shell);
    if (random.nextInt(4) != 0) {
      return FACTORY.createPolygon(ring);
    }
    double lon = shell.stream().mapToDouble(Coordinate::getX).average().orElseThrow();
    double lat = shell.stream().mapToDouble(Coordinate::getY).average().orElseThrow();
    double share = 0.2 + 0.5 * random.nextDouble();
    List<Coordinate> hole = new ArrayList<>();
    for (Coordinate c : shell) {
      hole.add(new Coordinate(lon + share * (c.x - lon), lat + share * (c.y - lat)));
    }
    Polygon holed = FACTORY.createPolygon(ring, new LinearRing[] {ring(hole)});
    return holed.isValid() ? holed : FACTORY.createPolygon(ring);
  }

  /** The same ground, drawn with more vertices than it needs. */
  Polygon withMoreVertices(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(denser(polygon.getInteriorRingN(i)));
    }
    Polygon denser = FACTORY.createPolygon(ring(denser(polygon.getExteriorRing())), holes);
    return denser.isValid() ? denser : polygon;
  }

  private List<Coordinate> denser(LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    List<Coordinate> denser = new ArrayList<>();
    for (int i = 0; i < points.length - 1; i++) {
      denser.add(points[i]);
      if (random.nextBoolean()) {
        double at = random.nextDouble();
        denser.add(between(points[i], points[i + 1], at));
      }
    }
    return denser;
  }

  /** Four-sided regions that fill a square, cut by slanting lines, with corners on edges. */
  List<Polygon> regions(int cuts) {
    List<Coordinate[]> quads = new ArrayList<>();
    quads.add(new Coordinate[] {lattice(1, 1), lattice(18, 2), lattice(19, 19), lattice(2, 17)});
    for (int i = 0; i < cuts; i++) {
      Coordinate[] q = quads.remove(random.nextInt(quads.size()));
      quads.addAll(
          random.nextBoolean() ? cut(q[0], q[1], q[2], q[3]) : cut(q[1], q[2], q[3], q[0]));
    }
    return quads.stream().map(quad -> FACTORY.createPolygon(ring(List.of(quad)))).toList();
  }

  private List<Coordinate[]> cut(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    Coordinate p = between(a, b, 0.3 + 0.4 * random.nextDouble());
    Coordinate q = between(c, d, 0.3 + 0.4 * random.nextDouble());
    return List.of(new Coordinate[] {a, p, q, d}, new Coordinate[] {p, b, c, q});
  }

  private static Coordinate between(Coordinate a, Coordinate b, double at) {
    return new Coordinate(a.x + at * (b.x - a.x), a.y + at * (b.y - a.y));
  }

  private static LinearRing ring(List<Coordinate> open) {
    List<Coordinate> closed = new ArrayList<>(open);
    closed.add(open.get(0).copy());
    return FACTORY.createLinearRing(closed.toArray(Coordinate[]::new));
  }
}
