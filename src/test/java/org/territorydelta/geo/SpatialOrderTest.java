package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.geo.Drawing.box;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class SpatialOrderTest {
  /** As many fields each way as the world is cut into, from quarters to fields of 1.4 degrees. */
  private static final int[] FIELDS = {2, 4, 16, 256};

  @Test
  void groundOfOneFieldComesTogetherAtEveryScale() {
    List<Geometry> ground = new ArrayList<>();
    for (var point : DrawnPoints.within(new Envelope(-180, 179, -90, 89), 3000, new Random(1))) {
      ground.add(box(point.x, point.y, point.x + 0.1, point.y + 0.1));
    }
    for (var point : DrawnPoints.within(new Envelope(30, 40, 44, 54), 3000, new Random(2))) {
      ground.add(box(point.x, point.y, point.x + 0.1, point.y + 0.1));
    }
    ground.sort(SpatialOrder.byPlace());

    for (int fields : FIELDS) {
      Set<String> left = new HashSet<>();
      String current = "";
      for (Geometry piece : ground) {
        String field = field(piece, fields);
        if (!field.equals(current)) {
          assertThat(left.add(current)).as("field %s of %d", field, fields).isTrue();
          assertThat(left).doesNotContain(field);
          current = field;
        }
      }
    }
  }

  private static String field(Geometry piece, int fields) {
    var middle = piece.getEnvelopeInternal().centre();
    return (int) ((middle.x + 180) / 360 * fields) + "," + (int) ((middle.y + 90) / 180 * fields);
  }

  @Test
  void theEdgesOfTheWorldHaveAPlace() {
    assertThat(SpatialOrder.byPlace().compare(box(179, 89, 180, 90), box(-180, -90, -179, -89)))
        .isNotZero();
    assertThat(SpatialOrder.byPlace().compare(box(180, 90, 180, 90), box(180, 90, 180, 90)))
        .isZero();
  }
}
