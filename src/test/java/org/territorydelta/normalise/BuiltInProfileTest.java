package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.territorydelta.Defaults;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.SnapshotFacts;

/** Files written by hand to the shapes of the archives that the built-in profiles are for. */
class BuiltInProfileTest {
  private static final Holding RU_HELD = new Holding("RU", "held");
  private static final Holding RU_HOME = new Holding("RU", "home");
  private static final Holding UA_HELD = new Holding("UA", "held");

  /** Around Donetsk, and around Kursk in Russia, in boxes of a tenth of a degree. */
  private static final String IN_UKRAINE = MapText.box(37.8, 48.0, 37.9, 48.1);

  private static final String IN_RUSSIA = MapText.box(36.0, 51.6, 36.1, 51.7);
  private static final String IN_CRIMEA = MapText.box(34.2, 45.2, 34.3, 45.3);
  private static final String AT_SEA = MapText.box(31.0, 44.0, 31.1, 44.1);

  @Test
  void aDeepStateFileShowsTheGroundTwoDaysBefore() throws IOException {
    String text =
        """
        {"type": "FeatureCollection", "name": "deepstatemap_data_20240708",
         "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
         "features": [{"type": "Feature", "properties": {}, "geometry": %s}]}
        """
            .formatted(MapText.multiPolygon(IN_UKRAINE, IN_CRIMEA));
    NormalisedFile file =
        MapText.normalise("deepstate-archive", "a/deepstatemap_data_20240708.geojson", text);
    SnapshotFacts facts = file.maps().get(0).facts();
    assertThat(facts.id().fileDate()).isEqualTo("2024-07-08");
    assertThat(facts.id().mapDate()).isEqualTo("2024-07-06");
    assertThat(facts.size().polygons()).isEqualTo(2);
    assertThat(facts.groundM2()).containsOnlyKeys(RU_HELD);
  }

  @Test
  void nzzsMapDateIsThatOfItsFeaturesAndNotOfItsFile() throws IOException {
    SnapshotFacts facts = nzz(nzzFeature("nochange", IN_UKRAINE)).maps().get(0).facts();
    assertThat(facts.id().fileDate()).isEqualTo("2024-08-12");
    assertThat(facts.id().mapDate()).isEqualTo("2024-08-11");
  }

  @Test
  void nzzsUnchangedAndGainedGroundIsHeldByRussia() throws IOException {
    SnapshotFacts facts =
        nzz(nzzFeature("nochange", IN_UKRAINE), nzzFeature("gains", IN_CRIMEA))
            .maps()
            .get(0)
            .facts();
    long both =
        EllipsoidalArea.m2(Drawing.box(37.8, 48.0, 37.9, 48.1))
            + EllipsoidalArea.m2(Drawing.box(34.2, 45.2, 34.3, 45.3));
    assertThat(facts.groundM2()).containsExactly(Map.entry(RU_HELD, both));
  }

  @Test
  void nzzsLossesInUkraineAreHeldByNobody() throws IOException {
    NormalisedFile file =
        nzz(
            nzzFeature("losses", IN_UKRAINE),
            nzzFeature("losses", IN_CRIMEA),
            nzzFeature("losses", AT_SEA));
    assertThat(file.maps().get(0).facts().groundM2()).isEmpty();
    assertThat(file.file().ignoredByRule()).containsExactly(Map.entry("losses-elsewhere", 3L));
    assertThat(file.rejections()).isEmpty();
  }

  @Test
  void nzzsLossesInRussiaAreHeldByUkraine() throws IOException {
    SnapshotFacts facts =
        nzz(nzzFeature("losses", MapText.multiPolygon(IN_RUSSIA, IN_UKRAINE)))
            .maps()
            .get(0)
            .facts();
    assertThat(facts.groundM2())
        .containsExactly(
            Map.entry(UA_HELD, EllipsoidalArea.m2(Drawing.box(36.0, 51.6, 36.1, 51.7))));
  }

  @Test
  void nzzsRussianGroundInRussiaIsAtHome() throws IOException {
    SnapshotFacts facts =
        nzz(nzzFeature("gains", IN_RUSSIA), nzzFeature("nochange", MapText.box(37, 52, 38, 53)))
            .maps()
            .get(0)
            .facts();
    assertThat(facts.groundM2()).containsOnlyKeys(RU_HOME);
  }

  @Test
  void nzzsLostGroundIsNoLongerItsFormerHolders() throws IOException {
    // The outline of Russia's ground at home still covers what it lost: a quarter of it.
    SnapshotFacts facts =
        nzz(
                nzzFeature("nochange", MapText.box(36.0, 51.6, 36.4, 51.7)),
                nzzFeature("losses", IN_RUSSIA))
            .maps()
            .get(0)
            .facts();
    assertThat(facts.groundM2())
        .containsEntry(UA_HELD, EllipsoidalArea.m2(Drawing.box(36.0, 51.6, 36.1, 51.7)))
        .containsEntry(RU_HOME, EllipsoidalArea.m2(Drawing.box(36.1, 51.6, 36.4, 51.7)));
  }

  @Test
  void nzzsShapesFarOffAreStrikesFromTheDayTheyAreDrawn() throws IOException {
    // Near Chelyabinsk, near Moscow and near Perm.
    String[] geometries = {
      MapText.box(61.5, 55.3, 61.51, 55.31),
      MapText.box(37.5, 55.7, 37.51, 55.71),
      MapText.box(56.1, 57.9, 56.11, 57.91)
    };
    String[] features = new String[4];
    for (int i = 0; i < 3; i++) {
      String type = new String[] {"gains", "losses", "nochange"}[i];
      features[i] = nzzFeature(type, geometries[i]);
    }
    features[3] = nzzFeature("nochange", IN_UKRAINE);
    NormalisedFile before = nzzOf("2026-06-29", features);
    assertThat(before.rejections())
        .hasSize(3)
        .allSatisfy(r -> assertThat(r.reason()).hasToString("OUTSIDE_EXTENT"));
    NormalisedFile since = nzzOf("2026-06-30", features);
    assertThat(since.rejections()).isEmpty();
    assertThat(since.file().ignoredByRule()).containsExactly(Map.entry("strikes-far-off", 3L));
    assertThat(since.maps().get(0).facts().groundM2()).containsOnlyKeys(RU_HELD);
  }

  @Test
  void nzzsPolygonInAfghanistanIsIgnoredForItsWeek() throws IOException {
    String kabul = nzzFeature("losses", MapText.box(66, 32, 68, 35));
    assertThat(nzzOf("2023-10-22", kabul).file().ignoredByRule())
        .containsOnlyKeys("losses-elsewhere");
    assertThat(nzzOf("2023-10-23", kabul).file().ignoredByRule()).containsOnlyKeys("afghanistan");
    assertThat(nzzOf("2023-10-27", kabul).file().ignoredByRule()).containsOnlyKeys("afghanistan");
    assertThat(nzzOf("2023-10-28", kabul).file().ignoredByRule())
        .containsOnlyKeys("losses-elsewhere");
  }

  @Test
  void nzzsEmptyPolygonsAreIgnoredByName() throws IOException {
    NormalisedFile file =
        nzz(nzzFeature("nochange", IN_UKRAINE), nzzFeature("gains", MapText.multiPolygon()));
    assertThat(file.file().ignoredByRule()).containsExactly(Map.entry("empty-geometry", 1L));
  }

  @Test
  void nzzsUnknownTypesAreNeverSilentlyAway() throws IOException {
    NormalisedFile file = nzz(nzzFeature("Losses", IN_UKRAINE));
    assertThat(file.rejections())
        .extracting(Rejection::reason)
        .map(Object::toString)
        .containsExactly("NO_RULE");
  }

  @Test
  void defaultLocaleAndZoneDoNotMatter() throws Exception {
    String[] features = {nzzFeature("gains", IN_RUSSIA), nzzFeature("losses", IN_UKRAINE)};
    NormalisedFile expected = nzz(features);
    Defaults.vary(
        locale -> {
          NormalisedFile file = nzz(features);
          assertThat(file.file()).as(locale).isEqualTo(expected.file());
          assertThat(file.maps().get(0).facts())
              .as(locale)
              .isEqualTo(expected.maps().get(0).facts());
        });
  }

  private static String nzzFeature(String type, String geometry) {
    return MapText.featureWith(
        "\"type\": \"%s\", \"date\": \"2024-08-11\", \"_datefrom\": \"2024-08-06\"".formatted(type),
        geometry);
  }

  private static NormalisedFile nzzOf(String mapDate, String... features) throws IOException {
    String text = "{\"value\": " + MapText.collection(features) + "}";
    return MapText.normalise("nzz", "maps/2026-08-12.json", text.replace("2024-08-11", mapDate));
  }

  private static NormalisedFile nzz(String... features) throws IOException {
    String text = "{\"value\": " + MapText.collection(features) + "}";
    return MapText.normalise("nzz", "maps/2024-08-12.json", text);
  }
}
