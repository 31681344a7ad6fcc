package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RejectionReason;

/**
 * The box from 36 to 37 degrees east and 51 to 52 north, in the coordinates of other systems. They
 * were computed by pyproj 3.7.2 (PROJ 9.5.1): {@code Transformer.from_crs("OGC:CRS84", code,
 * always_xy=True)}, rounded to 0.1 mm.
 */
class ProjectedMapTest {
  private static final String WEB_MERCATOR =
      MapText.ring(
          4007501.6686,
          6621293.7227,
          4118821.1594,
          6621293.7227,
          4118821.1594,
          6800125.4544,
          4007501.6686,
          6800125.4544,
          4007501.6686,
          6621293.7227);

  private static final String UTM_37_NORTH =
      MapText.ring(
          289511.1430,
          5654109.1787,
          359666.7037,
          5651728.6827,
          362705.6341,
          5762926.8129,
          294071.0811,
          5765288.2549,
          289511.1430,
          5654109.1787);

  private static final Polygon BOX = Drawing.box(36, 51, 37, 52);

  @Test
  void webMercatorIsHonoured() throws IOException {
    assertIsTheBox(normalise("EPSG:3857", WEB_MERCATOR));
    assertIsTheBox(normalise("urn:ogc:def:crs:EPSG::102100", WEB_MERCATOR));
  }

  @Test
  void utmIsHonoured() throws IOException {
    assertIsTheBox(normalise("urn:ogc:def:crs:EPSG::32637", UTM_37_NORTH));
  }

  @Test
  void metresWithoutTheirSystemAreOutOfRange() throws IOException {
    NormalisedFile file = normalise("EPSG:4326", UTM_37_NORTH);
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.OUT_OF_RANGE);
  }

  @Test
  void aProjectedPositionThatIsNoNumberIsRejected() throws IOException {
    NormalisedFile file = normalise("EPSG:3857", WEB_MERCATOR.replaceFirst("6800125.4544", "NaN"));
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.NOT_A_NUMBER);
  }

  @Test
  void otherSystemsAreRefused() throws IOException {
    for (String name : new String[] {"EPSG:38577", "EPSG:6933", "local", ""}) {
      NormalisedFile file = normalise(name, UTM_37_NORTH);
      assertThat(file.rejections())
          .as(name)
          .singleElement()
          .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectionReason.UNSUPPORTED_CRS));
    }
  }

  private static void assertIsTheBox(NormalisedFile file) {
    assertThat(file.rejections()).isEmpty();
    Polygon found = file.maps().get(0).snapshot().held(new Holding("RED", "held")).get(0);
    Coordinate[] corners = BOX.getCoordinates();
    Coordinate[] points = found.getCoordinates();
    for (int i = 0; i < corners.length; i++) {
      assertThat(points[i].distance(corners[i])).as("corner %d", i).isLessThan(1e-8);
    }
    // A tenth of a millimetre along 400 km of border is 40 m².
    assertThat(EllipsoidalArea.squareMetres(found))
        .isCloseTo(EllipsoidalArea.squareMetres(BOX), within(40.0));
  }

  private static NormalisedFile normalise(String crs, String ring) throws IOException {
    String member = "{\"crs\": {\"properties\": {\"name\": \"%s\"}}, ".formatted(crs);
    String text = MapText.collection(MapText.feature("red", MapText.polygon(ring)));
    return MapText.normalise(MapText.PROFILE, MapText.PATH, member + text.substring(1));
  }
}
