package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.Defaults;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.read.UnreadableFileException;

class RegionReaderTest {
  private static final RunConfig.Regions CONFIG =
      new RunConfig.Regions("regions.json", 2, "code", "title", "land");

  private static final String NAMES = "\"code\": \"%s\", \"title\": \"İstanbul\", \"land\": \"AA\"";

  @Test
  void aRegionHasItsNamesAndGround() throws IOException {
    Region region = read(region("A-1", MapText.box(0, 0, 1, 1))).get(0);
    assertThat(region.id()).isEqualTo(new RegionId("A-1", 2));
    assertThat(region.name()).isEqualTo("İstanbul");
    assertThat(region.country()).isEqualTo("AA");
    assertThat(region.geometry().equalsTopo(Drawing.box(0, 0, 1, 1))).isTrue();
  }

  @Test
  void numbersMayBeIds() throws IOException {
    String feature =
        MapText.featureWith(
            "\"code\": 17, \"title\": \" x \", \"land\": \"AA\"", MapText.box(0, 0, 1, 1));
    Region region = read(feature).get(0);
    assertThat(region.id().id()).isEqualTo("17");
    assertThat(region.name()).isEqualTo("x");
  }

  @Test
  void overlappingPolygonsOfOneRegionCountOnce() throws IOException {
    String twice = MapText.multiPolygon(MapText.box(0, 0, 2, 1), MapText.box(1, 0, 3, 1));
    Region region = read(region("A", twice)).get(0);
    assertThat(region.geometry().isValid()).isTrue();
    assertThat(EllipsoidalArea.m2(region.geometry()))
        .isCloseTo(EllipsoidalArea.m2(Drawing.box(0, 0, 3, 1)), within(2L));
  }

  @Test
  void aBowTieIsRepaired() throws IOException {
    String bowTie = MapText.polygon(MapText.ring(0, -1, 2, 1, 2, -1, 0, 1, 0, -1));
    Region region = read(region("A", bowTie)).get(0);
    assertThat(region.geometry().isValid()).isTrue();
    assertThat(region.geometry().getNumGeometries()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"Circle\"} | found geometry type Circle",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[1,1]]]} | ring 0 has 3 positions",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[1,91],[0,0]]]} | lat=91.0"
      })
  void aRegionWithoutGoodGroundIsRefused(String geometry, String message) {
    assertRefused("feature 1: ", region("A", MapText.box(0, 0, 1, 1)), region("B", geometry));
    assertRefused(message, region("B", geometry));
  }

  @Test
  void everyProblemIsTold() {
    String[] features = {
      MapText.featureWith("\"code\": \"A\"", MapText.box(0, 0, 1, 1)),
      region("A", MapText.box(1, 0, 2, 1)),
      region("UNASSIGNED", MapText.box(0, 0, 1, 1)),
      region("ALL", MapText.box(0, 0, 1, 1))
    };
    assertRefused("feature 0: property 'title' is missing", features);
    assertRefused("feature 0: property 'land' is missing, though others have it", features);
    assertRefused("feature 1: id 'A' is there before with another name or country", features);
    assertRefused("feature 2: id 'UNASSIGNED' is reserved", features);
    assertRefused("feature 3: id 'ALL' is reserved", features);
  }

  @Test
  void aFileWithoutRegionsIsRefused() {
    assertRefused("it has no features with a shape");
    assertRefused("it has no features with a shape", region("A", "null"));
  }

  @Test
  void aRegionInSeveralFeaturesIsUnited() throws IOException {
    RegionReader.RegionFile file =
        readFile(
            region("A", MapText.box(0, 0, 1, 1)),
            region("B", MapText.box(5, 0, 6, 1)),
            region("A", MapText.box(1, 0, 2, 1)),
            region("A", MapText.box(1.5, 0, 3, 1)));

    assertThat(file.regions()).extracting(region -> region.id().id()).containsExactly("A", "B");
    assertThat(file.regions().get(0).geometry().equalsTopo(Drawing.box(0, 0, 3, 1))).isTrue();
    assertThat(file.notes()).containsExactly("united region 'A' from 3 features");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"type\": \"Point\", \"coordinates\": [1, 2]}",
        "{\"type\": \"Polygon\", \"coordinates\": []}",
        "{\"type\": \"GeometryCollection\", \"geometries\": []}"
      })
  void aRegionWithoutAShapeIsLeftOutByName(String geometry) throws IOException {
    RegionReader.RegionFile file =
        readFile(region("A", MapText.box(0, 0, 1, 1)), region("N", geometry));

    assertThat(file.regions()).extracting(region -> region.id().id()).containsExactly("A");
    assertThat(file.notes()).containsExactly("left out region 'N' in feature 1: it has no shape");
  }

  @Test
  void ofACollectionThePolygonsAreTaken() throws IOException {
    String line = "{\"type\": \"LineString\", \"coordinates\": [[0, 0], [9, 9]]}";
    String collection =
        "{\"type\": \"GeometryCollection\", \"geometries\": [%s, %s, %s]}"
            .formatted(line, MapText.box(0, 0, 1, 1), MapText.box(1, 0, 2, 1));

    RegionReader.RegionFile file = readFile(region("A", collection));

    assertThat(file.regions().get(0).geometry().equalsTopo(Drawing.box(0, 0, 2, 1))).isTrue();
    assertThat(file.notes()).isEmpty();
  }

  @Test
  void aFileMayKnowNoCountries() throws IOException {
    String names = "\"code\": \"%s\", \"title\": \"x\", \"land\": null";
    RegionReader.RegionFile file =
        readFile(
            MapText.featureWith(names.formatted("A"), MapText.box(0, 0, 1, 1)),
            MapText.featureWith(names.formatted("B"), MapText.box(1, 0, 2, 1)));

    assertThat(file.regions()).extracting(Region::country).containsExactly("", "");
    assertThat(file.notes())
        .containsExactly(
            "no region has a property 'land': no figures for countries, and a source's scope and border band do not apply");
  }

  @Test
  void aForeignCoordinateSystemIsRefused() {
    String text = "{\"crs\": {\"name\": \"EPSG:38577\"}, \"type\": \"FeatureCollection\"}";
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> readText(text.replace("n\"}", "n\", \"features\": []}")))
        .withMessageContaining("crs='EPSG:38577' is not supported");
  }

  @Test
  void defaultLocaleAndZoneDoNotMatter() throws Exception {
    String text = MapText.collection(region("id-1", MapText.box(0.5, 0, 1.25, 1)));
    List<Region> expected = readText(text);
    Defaults.vary(locale -> assertThat(readText(text)).as(locale).isEqualTo(expected));
  }

  private static String region(String id, String geometry) {
    return MapText.featureWith(NAMES.formatted(id), geometry);
  }

  private static void assertRefused(String message, String... features) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> read(features))
        .withMessageContaining(message);
  }

  private static List<Region> read(String... features) throws IOException {
    return readText(MapText.collection(features));
  }

  private static RegionReader.RegionFile readFile(String... features) throws IOException {
    byte[] bytes = MapText.collection(features).getBytes(StandardCharsets.UTF_8);
    return RegionReader.read(CONFIG, new ByteArrayInputStream(bytes));
  }

  private static List<Region> readText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return RegionReader.read(CONFIG, new ByteArrayInputStream(bytes)).regions();
  }
}
