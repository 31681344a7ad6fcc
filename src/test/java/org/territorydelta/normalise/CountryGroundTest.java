package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.SquareKm;

class CountryGroundTest {
  @Test
  void countriesComeWithAllTheirGround() {
    Map<String, Geometry> ground = CountryLayer.ground(Set.of("UA", "MD"));

    // Official figures: 603,549 km² and 33,847 km²; the layer is generalised.
    assertThat(km2(ground.get("UA"))).isBetween(595_000.0, 612_000.0);
    assertThat(km2(ground.get("MD"))).isBetween(33_000.0, 34_500.0);
  }

  private static double km2(Geometry ground) {
    return SquareKm.fromM2(EllipsoidalArea.m2(ground));
  }

  @Test
  void whatIsNoCountryIsLeftOut() {
    assertThat(CountryLayer.ground(Set.of("UA", "DISPUTED"))).containsOnlyKeys("UA");
  }
}
