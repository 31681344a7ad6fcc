package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

/** A box on the equator: half a degree wide is 55.7 km, a fifth of a degree high is 22.1 km. */
class InscribedCircleTest {
  private static final Polygon BOX = Drawing.box(30, 0, 30.5, 0.2);

  @Test
  void theCircleThatFitsIsAsWideAsTheNarrowSide() {
    assertThat(InscribedCircle.fits(BOX, 10_800)).isTrue();
    assertThat(InscribedCircle.fits(BOX, 11_200)).isFalse();
  }

  @Test
  void lengthDoesNotMakeUpForWidth() {
    Polygon strip = Drawing.box(30, 0, 35, 0.05);

    assertThat(EllipsoidalArea.squareMetres(strip))
        .isGreaterThan(EllipsoidalArea.squareMetres(BOX));
    assertThat(InscribedCircle.fits(strip, 2_700)).isTrue();
    assertThat(InscribedCircle.fits(strip, 2_900)).isFalse();
  }

  @Test
  void aHoleInTheMiddleLeavesNoRoom() {
    Polygon holed = Drawing.withHoles(BOX, Drawing.box(30.01, 0.01, 30.49, 0.19));

    assertThat(InscribedCircle.fits(holed, 3_000)).isFalse();
  }

  /** At 60° N a degree of longitude is half as long. */
  @Test
  void widthIsTrueFarFromTheEquator() {
    Polygon box = Drawing.box(30, 60, 30.4, 60.5);

    assertThat(InscribedCircle.fits(box, 10_900)).isTrue();
    assertThat(InscribedCircle.fits(box, 11_400)).isFalse();
  }
}
