package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.InputException;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;

/**
 * Red's ground in the band from 48 to 49 degrees north; the baseline is 30 to 32 degrees east.
 * Areas there go by degrees of longitude.
 */
class BaselineMarkerTest {
  private static final Holding HELD = new Holding("RED", "held");
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Holding CLAIM = new Holding("RED", "claimed");
  private static final Holding PRE_WAR = new Holding("RED", "pre-war");

  private static final String GROUND =
      MapText.collection(MapText.feature("any", MapText.box(30, 48, 32, 49)));

  private static NormalisedFile.NormalisedMap map(String ground, String path, String... features)
      throws IOException {
    String baseline =
        "baseline: {path: old.geojson, holding: RED held, status: pre-war, before: 2022-02-24}\n";
    Map<String, String> files =
        Map.of("own.yaml", MapText.PROFILE + baseline, "old.geojson", ground);
    RunConfig run =
        ConfigReader.read(
            "run.yaml", "sources:\n  - {id: src, path: maps, profile: own.yaml}\n", files::get);
    byte[] text = MapText.collection(features).getBytes(StandardCharsets.UTF_8);
    return new SnapshotNormaliser(run.sources().get(0))
        .normalise(path, new ByteArrayInputStream(text))
        .maps()
        .get(0);
  }

  private static Map<Holding, Long> ground(String... features) throws IOException {
    return map(GROUND, MapText.PATH, features).facts().groundM2();
  }

  private static long m2(double west, double east) {
    return EllipsoidalArea.m2(Drawing.box(west, 48, east, 49));
  }

  @Test
  void groundAcrossTheBordersOfABaselineIsCutThere() throws IOException {
    // 31 to 35: one degree was held before.
    Map<Holding, Long> ground = ground(MapText.feature("red", MapText.box(31, 48, 35, 49)));

    assertThat(ground).containsOnlyKeys(HELD, PRE_WAR);
    assertThat(ground.get(PRE_WAR)).isCloseTo(m2(31, 32), within(2L));
    assertThat(ground.get(HELD)).isCloseTo(m2(32, 35), within(2L));
  }

  @Test
  void onlyTheHoldingsGroundIsMarked() throws IOException {
    // Blue, and what red claims, lie in the baseline and stay what they are.
    assertThat(
            ground(
                MapText.feature("blue", MapText.box(30, 48, 30.5, 49)),
                MapText.feature("claim", MapText.box(30.5, 48, 31, 49)),
                MapText.feature("red", MapText.box(31, 48, 32, 49))))
        .isEqualTo(Map.of(BLUE, m2(30, 30.5), CLAIM, m2(30.5, 31), PRE_WAR, m2(31, 32)));
  }

  @Test
  void groundClearOfTheBaselineIsNotTouched() throws IOException {
    Polygon drawn = Drawing.box(33, 48, 35, 49);
    ControlSnapshot snapshot =
        map(GROUND, MapText.PATH, MapText.feature("red", MapText.box(33, 48, 35, 49))).snapshot();

    assertThat(snapshot.held(HELD)).singleElement().matches(drawn::equalsExact);
    assertThat(snapshot.held(PRE_WAR)).isEmpty();
  }

  @Test
  void groundWithinTheBaselineIsMarkedWhole() throws IOException {
    Polygon drawn = Drawing.box(30.5, 48, 31.5, 49);
    ControlSnapshot snapshot =
        map(GROUND, MapText.PATH, MapText.feature("red", MapText.box(30.5, 48, 31.5, 49)))
            .snapshot();

    assertThat(snapshot.held(PRE_WAR)).singleElement().matches(drawn::equalsExact);
    assertThat(snapshot.held(HELD)).isEmpty();
  }

  @Test
  void mapsOfDaysBeforeAreNotMarked() throws IOException {
    String held = MapText.feature("red", MapText.box(30, 48, 32, 49));

    assertThat(map(GROUND, "map_20220223.geojson", held).facts().groundM2()).containsOnlyKeys(HELD);
    assertThat(map(GROUND, "map_20220224.geojson", held).facts().groundM2())
        .containsOnlyKeys(PRE_WAR);
  }

  @Test
  void thePartitionStaysOne() throws IOException {
    String baseline =
        MapText.collection(
            MapText.feature(
                "any",
                MapText.polygon(
                    MapText.ring(30, 48.2, 33.7, 48.4, 33.1, 48.9, 30.3, 48.7, 30, 48.2))),
            MapText.feature("any", MapText.box(33, 48, 34, 48.8)));
    ControlSnapshot snapshot =
        map(
                baseline,
                MapText.PATH,
                MapText.feature("red", MapText.box(30.1, 48, 33.3, 49)),
                MapText.feature("blue", MapText.box(33.3, 48, 36, 49)))
            .snapshot();
    List<Polygon> all = snapshot.ground().values().stream().flatMap(List::stream).toList();

    long sum = all.stream().mapToLong(EllipsoidalArea::m2).sum();
    assertThat(sum).isCloseTo(m2(30.1, 36), within(10L));
    assertThat(EllipsoidalArea.m2(new Overlay().union(all))).isCloseTo(sum, within(10L));
    assertThat(snapshot.held(PRE_WAR)).isNotEmpty();
  }

  @Test
  void theSameMapWithAnotherBaselineIsAnotherMap() throws IOException {
    String held = MapText.feature("red", MapText.box(30, 48, 35, 49));
    String wider = MapText.collection(MapText.feature("any", MapText.box(30, 48, 33, 49)));
    SnapshotFacts narrow = map(GROUND, MapText.PATH, held).facts();

    assertThat(map(wider, MapText.PATH, held).facts().id()).isNotEqualTo(narrow.id());
    assertThat(map(GROUND, MapText.PATH, held).facts().id()).isEqualTo(narrow.id());
  }

  @Test
  void aBaselineThatCannotBeReadIsRefusedWithItsPath() {
    String point = MapText.feature("any", "{\"type\": \"Point\", \"coordinates\": [30, 48]}");
    for (String bad : List.of("{", MapText.collection(), MapText.collection(point))) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> map(bad, MapText.PATH))
          .withMessageStartingWith("Cannot read baseline: path='old.geojson'");
    }
  }
}
