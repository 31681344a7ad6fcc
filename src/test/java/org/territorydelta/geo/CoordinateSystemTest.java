package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The golden points were computed by pyproj 3.7.2 (PROJ 9.5.1): {@code
 * Transformer.from_crs("OGC:CRS84", code, always_xy=True)}, east and north rounded to 0.1 mm.
 */
class CoordinateSystemTest {
  /** One centimetre on the ground, and less. */
  private static final double CENTIMETRE_DEGREES = 9e-8;

  @ParameterizedTest
  @CsvSource({
    "EPSG:3857, 3918446.0759, 6674532.7985, 35.2, 51.3",
    "EPSG:3857, 2460160.7465, 6190443.8091, 22.1, 48.5",
    "EPSG:3857, -7848024.1009, -3948518.4271, -70.5, -33.4",
    "EPSG:3857, 19981848.5974, 15538711.0963, 179.5, 80.0",
    "EPSG:32637, 500000.0000, 55265.0371, 39.0, 0.5",
    "EPSG:32637, 235121.0190, 5690046.4624, 35.2, 51.3",
    "EPSG:32637, 395769.3864, 5328362.8151, 37.6, 48.1",
    "EPSG:32637, 660743.2210, 6677216.2488, 41.9, 60.2",
    "EPSG:32636, 653367.2888, 5685485.3184, 35.2, 51.3",
    "EPSG:32719, 360505.6199, 6303362.2881, -70.5, -33.4"
  })
  void goldenPointsAreMet(String name, double east, double north, double lon, double lat) {
    assertPoint(name, east, north, lon, lat);
  }

  /** One country is often drawn in one zone, far beyond the zone's own six degrees. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:32637, -103041.3039, 5623272.1826, 30.5, 50.45, 0.02",
    "EPSG:32637, -577280.6477, 5625245.3173, 24.0, 49.8, 1.5"
  })
  void goldenPointsFarOutsideTheZoneAreMetToTheirLimit(
      String name, double east, double north, double lon, double lat, double limitMetres) {
    double[] found =
        CoordinateSystem.named(name).orElseThrow().toLonLat(new double[] {east, north});
    assertThat(Geodesic.WGS84.Inverse(found[1], found[0], lat, lon).s12).isLessThan(limitMetres);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "OGC:CRS84",
        "urn:ogc:def:crs:OGC::CRS84h",
        "EPSG:4326",
        "urn:ogc:def:crs:EPSG::4326",
        " epsg:4326 ",
        "4326"
      })
  void longitudeAndLatitudeGoByManyNames(String name) {
    double[] points = {35.2, 51.3};
    var crs = CoordinateSystem.named(name).orElseThrow();
    assertThat(crs.isLonLat()).isTrue();
    assertThat(crs.toLonLat(points)).isSameAs(points);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:3857",
        "urn:ogc:def:crs:EPSG::3857",
        "urn:ogc:def:crs:EPSG:6.9:3857",
        "EPSG:102100",
        "ESRI:102100",
        "102100",
        "EPSG:900913"
      })
  void webMercatorGoesByManyNames(String name) {
    assertPoint(name, 3918446.0759, 6674532.7985, 35.2, 51.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EPSG:32600",
        "EPSG:326370",
        "EPSG:38577",
        "CRS83",
        "local",
        "unnamed",
        "GEOGCS[\"cut off\"",
        "LOCAL_CS[\"a plan\"]"
      })
  void anyOtherSystemIsUnknown(String name) {
    assertThat(CoordinateSystem.named(name)).isEmpty();
  }

  /** 37.5 E 48.25 N (2.5 E 41.25 N for the Spanish one) by PROJ 9, as pyproj 3.7.2 has it. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:3035, 6309977.579999696, 3170541.7105221855, 37.5, 48.25, 1e-7",
    "EPSG:3395, 4174480.904747759, 6116652.593756404, 37.5, 48.25, 1e-7",
    "urn:ogc:def:crs:EPSG::25831, 458108.4534079238, 4566630.558494106, 2.5, 41.25, 1e-7",
    // On another datum, of which the two know different shifts, two metres apart.
    "EPSG:28407, 7388718.362964206, 5347414.596575485, 37.5, 48.25, 2e-5"
  })
  void otherSystemsAreLookedUp(
      String name, double x, double y, double lon, double lat, double tolerance) {
    double[] lonLat = CoordinateSystem.named(name).orElseThrow().toLonLat(new double[] {x, y});
    assertThat(lonLat[0]).isCloseTo(lon, within(tolerance));
    assertThat(lonLat[1]).isCloseTo(lat, within(tolerance));
  }

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
          + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  @Test
  void definitionsInTextAreUnderstood() {
    assertThat(CoordinateSystem.named(WGS84).orElseThrow().isLonLat()).isTrue();
    String mercator = "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84 + "]";
    assertPoint(mercator, 3918446.0759, 6674532.7985, 35.2, 51.3);
    String worldMercator =
        "PROJCS[\"WGS_1984_World_Mercator\","
            + WGS84
            + ",PROJECTION[\"Mercator\"],PARAMETER[\"False_Easting\",0.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
            + "PARAMETER[\"Standard_Parallel_1\",0.0],UNIT[\"Meter\",1.0]]";
    assertPoint(worldMercator, 4174480.904747759, 6116652.593756404, 37.5, 48.25);
  }

  @Test
  void aPointThatIsNoNumberStaysNone() {
    var crs = CoordinateSystem.named("EPSG:3857").orElseThrow();
    double[] points = {Double.NaN, 1, 3918446.0759, 6674532.7985, 1, Double.POSITIVE_INFINITY};
    double[] lonLat = crs.toLonLat(points);
    assertThat(lonLat[0]).isNaN();
    assertThat(lonLat[1]).isNaN();
    assertThat(lonLat[2]).isCloseTo(35.2, within(CENTIMETRE_DEGREES));
    assertThat(lonLat[4]).isNaN();
    assertThat(lonLat[5]).isNaN();
  }

  @Test
  void theFilesOwnPointsAreLeftAlone() {
    double[] points = {3918446.0759, 6674532.7985};
    CoordinateSystem.named("EPSG:3857").orElseThrow().toLonLat(points);
    assertThat(points).containsExactly(3918446.0759, 6674532.7985);
  }

  private static void assertPoint(String name, double east, double north, double lon, double lat) {
    double[] found =
        CoordinateSystem.named(name).orElseThrow().toLonLat(new double[] {east, north});
    assertThat(found[0]).as("longitude").isCloseTo(lon, within(CENTIMETRE_DEGREES));
    assertThat(found[1]).as("latitude").isCloseTo(lat, within(CENTIMETRE_DEGREES));
  }
}
