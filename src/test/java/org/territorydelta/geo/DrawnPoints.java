package org.territorydelta.geo;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Points strewn at random. */
final class DrawnPoints {
  private DrawnPoints() {}

  static List<Coordinate> within(Envelope box, int number, Random random) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight()))
        .toList();
  }
}
