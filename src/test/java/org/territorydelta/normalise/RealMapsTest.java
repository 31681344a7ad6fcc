package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.SharedData;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.Holding;

class RealMapsTest {
  /**
   * The areas of the {@code losses} polygons that lie in Russia, whole, were measured outside this
   * project: 628.99 km² on the map of 2024-08-11, 798.06 on that of 2024-08-13.
   */
  @Test
  void theGroundHeldByUkraineInRussiaIsThatOfTheMap() throws IOException {
    assertThat(heldByUkraine("2024-08-11")).isCloseTo(628.99, within(0.02));
    assertThat(heldByUkraine("2024-08-13")).isCloseTo(798.06, within(0.02));
  }

  private static double heldByUkraine(String mapDate) throws IOException {
    Path folder = SharedData.path("nzz");
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (text.contains("\"date\": \"" + mapDate + "\"")) {
          SortedMap<Holding, Long> ground =
              MapText.normalise("nzz", file.toString(), text).maps().get(0).facts().groundM2();
          return SquareKm.fromM2(ground.get(new Holding("UA", "held")));
        }
      }
    }
    throw new IllegalStateException("Cannot find map: date=" + mapDate + " in " + folder);
  }
}
