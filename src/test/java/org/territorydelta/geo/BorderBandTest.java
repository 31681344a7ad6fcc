package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

class BorderBandTest {
  private static final double WIDTH_KM = 10;
  private static final Geometry WEST = Drawing.box(30, 48, 31, 49);
  private static final Geometry EAST = Drawing.box(31, 48, 32, 49);
  private static final SortedMap<String, Geometry> ZONES = BorderBand.zones(regions(), WIDTH_KM);

  @Test
  void groundJustOutsideGoesToTheNearerRegion() {
    // 0.05 degree is 5.6 km of latitude or 3.7 km of longitude here.
    assertThat(ownerOf(30.5, 49.05)).isEqualTo("west");
    assertThat(ownerOf(31.5, 49.05)).isEqualTo("east");
    assertThat(ownerOf(29.95, 48.5)).isEqualTo("west");
    assertThat(ownerOf(32.05, 48.5)).isEqualTo("east");
    assertThat(ownerOf(30.95, 47.95)).isEqualTo("west");
    assertThat(ownerOf(31.05, 47.95)).isEqualTo("east");
  }

  @Test
  void groundInsideARegionIsInNoZone() {
    assertThat(ownerOf(30.5, 48.5)).isEqualTo("nobody");
    assertThat(ownerOf(31.0, 48.5)).isEqualTo("nobody");
  }

  @Test
  void groundBeyondTheBandIsInNoZone() {
    // 0.1 degree of latitude is 11.1 km; 0.15 of longitude the same.
    assertThat(ownerOf(30.5, 49.1)).isEqualTo("nobody");
    assertThat(ownerOf(32.15, 48.5)).isEqualTo("nobody");
    assertThat(ownerOf(29.87, 47.92)).as("off the corner").isEqualTo("nobody");
  }

  @Test
  void zonesOverlapNeitherRegionsNorEachOther() {
    for (Geometry zone : ZONES.values()) {
      assertThat(commonM2(zone, WEST)).isZero();
      assertThat(commonM2(zone, EAST)).isZero();
    }
    assertThat(commonM2(ZONES.get("west"), ZONES.get("east"))).isZero();
  }

  @Test
  void theBandIsAsWideAsAskedFor() {
    Envelope north = along(ZONES.get("west"), 30.5, 48.5, 30.5, 50);
    assertThat(metres(30.5, 49, 30.5, north.getMaxY())).isCloseTo(10_000, within(50.0));
    Envelope south = along(ZONES.get("east"), 31.5, 47, 31.5, 48.5);
    assertThat(metres(31.5, 48, 31.5, south.getMinY())).isCloseTo(10_000, within(50.0));
    Envelope west = along(ZONES.get("west"), 29, 48.5, 30.5, 48.5);
    assertThat(metres(30, 48.5, west.getMinX(), 48.5)).isCloseTo(10_000, within(50.0));
  }

  @Test
  void theBandBeginsAtTheBorderItself() {
    assertThat(along(ZONES.get("west"), 30.5, 48.5, 30.5, 50).getMinY())
        .isCloseTo(49, within(1e-9));
  }

  @Test
  void groundBetweenTwoRegionsIsSplitHalfway() {
    // A gap of 0.1 degree of longitude, 7.4 km: all of it is in the band, half of it each.
    SortedMap<String, Geometry> apart = new TreeMap<>();
    apart.put("west", Drawing.box(30, 48, 31, 49));
    apart.put("east", Drawing.box(31.1, 48, 32, 49));
    SortedMap<String, Geometry> zones = BorderBand.zones(apart, WIDTH_KM);
    Geometry gap = Drawing.box(31, 48, 31.1, 49);
    long half = EllipsoidalArea.m2(gap) / 2;
    assertThat(commonM2(zones.get("west"), gap)).isCloseTo(half, within(half / 100));
    assertThat(commonM2(zones.get("east"), gap)).isCloseTo(half, within(half / 100));
  }

  @Test
  void anEnclaveNarrowerThanTheBandIsFilled() {
    SortedMap<String, Geometry> frame = new TreeMap<>();
    Geometry enclave = Drawing.box(30.45, 48.45, 30.55, 48.55);
    frame.put(
        "frame",
        Drawing.withHoles(Drawing.box(30, 48, 31, 49), Drawing.box(30.45, 48.45, 30.55, 48.55)));
    Geometry zone = BorderBand.zones(frame, WIDTH_KM).get("frame");
    // The curve of the plane's edges may leave a sliver: one part in ten thousand.
    long whole = EllipsoidalArea.m2(enclave);
    assertThat(commonM2(zone, enclave)).isCloseTo(whole, within(whole / 10_000));
  }

  @Test
  void theBandReachesAroundTheOrigin() {
    // The middle of this box is 2.8e-17 degrees east, which is written with an exponent.
    SortedMap<String, Geometry> island = new TreeMap<>();
    island.put("island", Drawing.box(-0.3, -0.1, 0.1 + 0.2, 0.1));
    Envelope north = along(BorderBand.zones(island, WIDTH_KM).get("island"), 0, 0, 0, 1);
    assertThat(metres(0, 0.1, 0, north.getMaxY())).isCloseTo(10_000, within(50.0));
  }

  @Test
  void anyPlaceSizeAndSymmetryHasItsBand() {
    for (long seed = 1; seed <= 8; seed++) {
      var random = new Random(seed);
      double west = random.nextInt(-100, 100);
      double south = random.nextInt(-60, 60);
      double size = 1 << random.nextInt(2);
      SortedMap<String, Geometry> quarters = new TreeMap<>();
      quarters.put("a", Drawing.box(west, south, west + size, south + size));
      quarters.put("b", Drawing.box(west + size, south, west + 2 * size, south + size));
      quarters.put("c", Drawing.box(west, south + size, west + size, south + 2 * size));
      SortedMap<String, Geometry> zones = BorderBand.zones(quarters, WIDTH_KM);
      assertThat(zones).as("seed %d", seed).containsOnlyKeys("a", "b", "c");
      Envelope below = along(zones.get("a"), west + size / 2, south - 2, west + size / 2, south);
      assertThat(metres(west + size / 2, south, west + size / 2, below.getMinY()))
          .as("seed %d", seed)
          .isCloseTo(10_000, within(50.0));
    }
  }

  private static SortedMap<String, Geometry> regions() {
    SortedMap<String, Geometry> regions = new TreeMap<>();
    regions.put("west", WEST);
    regions.put("east", EAST);
    return regions;
  }

  private static String ownerOf(double lon, double lat) {
    var point = Drawing.FACTORY.createPoint(new Coordinate(lon, lat));
    return ZONES.entrySet().stream()
        .filter(zone -> zone.getValue().contains(point))
        .map(zone -> zone.getKey())
        .findFirst()
        .orElse("nobody");
  }

  private static long commonM2(Geometry a, Geometry b) {
    return EllipsoidalArea.m2(new Overlay().intersection(a, b));
  }

  /** How far a zone reaches along a line. */
  private static Envelope along(
      Geometry zone, double fromLon, double fromLat, double toLon, double toLat) {
    LineString line =
        Drawing.FACTORY.createLineString(
            new Coordinate[] {new Coordinate(fromLon, fromLat), new Coordinate(toLon, toLat)});
    return zone.intersection(line).getEnvelopeInternal();
  }

  private static double metres(double fromLon, double fromLat, double toLon, double toLat) {
    return Geodesic.WGS84.Inverse(fromLat, fromLon, toLat, toLon).s12;
  }
}
