package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.Tally;

/** Rules come first, then the shape, then the extent: what is ignored is never rejected. */
class JudgementOrderTest {
  private static final Holding RED = new Holding("RED", "held");

  /** Ground in Russia and beyond the extent is ignored; elsewhere in Russia it is held. */
  private static final String PLACES =
      """
      file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}
      extent: {west: 20, south: 43, east: 45, north: 57}
      rules:
        - {name: far-off, when: {type: red, outside-extent: true}, country: RU, ignore: too far}
        - {name: russia, when: {type: red}, country: RU, holding: RED held}
        - {name: near, when: {type: red, outside-extent: false}, ignore: at sea or elsewhere}
        - {name: odd-far, when: {type: odd, outside-extent: true}, ignore: too far}
        - {name: odd-near, when: {type: odd}, ignore: it is odd}
        - {name: rest, when: {type: rest, outside-extent: false}, holding: RED held}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[36,48],[37,48],[37,49],[36,49]]",
        "[[36,48],[37,48],[36,48]]",
        "[]",
        "[[36,48],[37,NaN],[37,49],[36,48]]",
        "[[36,48],[\"37\",48],[37,49],[36,48]]",
        "[[36,48],[37,48],[37,90.5],[36,48]]",
        "[[-170,60],[175,60],[175,65],[-170,60]]",
        "[[145,43],[147,43],[147,45],[145,45],[145,43]]",
        "[[36,48],[37,49],[38,50],[36,48]]",
        "[[-180,-90],[0,-90],[180,-90],[180,-70],[0,-70],[-180,-70],[-180,-90]]",
        "[36, 48]"
      })
  void whatARuleIgnoresByItsPropertiesIsIgnoredHoweverBrokenItIs(String ring) throws IOException {
    NormalisedFile file = MapText.normalised(MapText.feature("old", MapText.polygon(ring)));
    assertThat(file.rejections()).isEmpty();
    assertThat(file.file().ignoredByRule()).containsExactly(Map.entry("old", 1L));
    assertThat(MapText.normalised(MapText.feature("red", MapText.polygon(ring))).rejections())
        .hasSize(1);
  }

  @Test
  void aRuleMayAskForTheExtent() throws IOException {
    // Around Moscow, and beyond the Urals.
    String near = MapText.feature("red", MapText.box(37, 55, 37.1, 55.1));
    String far = MapText.feature("red", MapText.box(60, 55, 60.1, 55.1));
    NormalisedFile file = places(near, far);
    assertThat(file.file().features()).isEqualTo(new Tally(2, 1, 1, 0));
    assertThat(file.file().ignoredByRule()).containsExactly(Map.entry("far-off", 1L));
    assertThat(file.maps().get(0).facts().groundM2())
        .containsExactly(Map.entry(RED, EllipsoidalArea.m2(Drawing.box(37, 55, 37.1, 55.1))));
  }

  @Test
  void groundIsOutsideTheExtentWhereAnyPartOfItIs() throws IOException {
    String across = MapText.feature("red", MapText.box(44.9, 50, 45.1, 50.1));
    String upToIt = MapText.feature("red", MapText.box(44.9, 50, 45, 50.1));
    assertThat(places(across).file().ignoredByRule()).containsOnlyKeys("far-off");
    assertThat(places(upToIt).file().features().used()).isEqualTo(1);
  }

  @Test
  void aRuleForGroundWithinTheExtentLeavesOtherGroundOpen() throws IOException {
    assertThat(places(MapText.feature("red", MapText.box(31, 50, 32, 51))).file().ignoredByRule())
        .containsOnlyKeys("near");
    NormalisedFile beyond = places(MapText.feature("rest", MapText.box(50, 50, 51, 51)));
    assertThat(beyond.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectionReason.NO_RULE));
  }

  @Test
  void aBrokenShapeIsRejectedWhereARuleInReachMightHoldIt() throws IOException {
    String open = MapText.polygon(MapText.ring(36, 48, 37, 48, 37, 49, 36, 49));
    assertThat(places(MapText.feature("red", open)).rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectionReason.RING_NOT_CLOSED));
  }

  @Test
  void aBrokenShapeIsIgnoredWhereEveryRuleInReachIgnoresIt() throws IOException {
    String open = MapText.polygon(MapText.ring(36, 48, 37, 48, 37, 49, 36, 49));
    NormalisedFile file = places(MapText.feature("odd", open));
    assertThat(file.rejections()).isEmpty();
    assertThat(file.file().ignoredByRule()).containsOnlyKeys("odd-near");
    // A sound one is counted by the rule that is for it.
    assertThat(places(MapText.feature("odd", MapText.box(50, 50, 51, 51))).file().ignoredByRule())
        .containsOnlyKeys("odd-far");
  }

  @Test
  void aBrokenShapeThatNoRuleIsForIsRejectedForThat() throws IOException {
    String open = MapText.polygon(MapText.ring(36, 48, 37, 48, 37, 49, 36, 49));
    Rejection rejection = MapText.normalised(MapText.feature("green", open)).rejections().get(0);
    assertThat(rejection.reason()).isEqualTo(RejectionReason.NO_RULE);
    assertThat(rejection.place().drawnM2()).isEmpty();
  }

  @Test
  void groundAroundAPoleIsRejectedByNameWithItsArea() throws IOException {
    String world =
        "file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}\nrules: {name: all, holding: RED held}\n";
    String cap =
        MapText.polygon(
            MapText.ring(
                -180, -90, 0, -90, 180, -90, 180, -60, 60, -60, -60, -60, -180, -60, -180, -90));
    Rejection rejection =
        MapText.normalise(world, MapText.PATH, MapText.collection(MapText.feature("x", cap)))
            .rejections()
            .get(0);
    assertThat(rejection.reason()).isEqualTo(RejectionReason.AT_A_POLE);
    // On a sphere the cap has (1 - sin 60°)/2 of the surface; the ellipsoid is within a percent.
    double capM2 = 510.0656e12 * (1 - Math.sqrt(3) / 2) / 2;
    assertThat((double) rejection.place().drawnM2().orElseThrow())
        .isCloseTo(capM2, Percentage.withPercentage(1));
    String belt = MapText.box(-180, 10, 180, 20);
    String stepwise =
        MapText.polygon(MapText.ring(-180, 10, 0, 10, 180, 10, 180, 20, 0, 20, -180, 20, -180, 10));
    for (String geometry : new String[] {belt, stepwise}) {
      NormalisedFile around =
          MapText.normalise(
              world, MapText.PATH, MapText.collection(MapText.feature("x", geometry)));
      assertThat(around.rejections()).hasSize(1);
    }
  }

  @Test
  void aRingThatAllButClosesIsUsedWithAnAccount() throws IOException {
    String nearly = MapText.polygon(MapText.ring(36.00000001, 48, 37, 48, 37, 49, 36, 49, 36, 48));
    NormalisedFile file = MapText.normalised(MapText.feature("red", nearly));
    assertThat(file.file().features().used()).isEqualTo(1);
    assertThat(file.maps().get(0).facts().mended().repaired()).isEqualTo(1);
    assertThat(file.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectionReason.REPAIRED))
        .satisfies(
            r ->
                assertThat(r.detail())
                    .isEqualTo(
                        "ring 0 ended at 36.0 48.0 and not at its start 36.00000001 48.0; closed"));
  }

  @Test
  void aProfileMayRefuseToCloseRings() throws IOException {
    String nearly = MapText.polygon(MapText.ring(36.00000001, 48, 37, 48, 37, 49, 36, 49, 36, 48));
    String strict = MapText.PROFILE + "max-ring-gap: 0\n";
    NormalisedFile file =
        MapText.normalise(strict, MapText.PATH, MapText.collection(MapText.feature("red", nearly)));
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.RING_NOT_CLOSED);
  }

  @Test
  void aHoleGivenBeforeItsShellIsAHole() throws IOException {
    String shell = MapText.ring(36, 48, 37, 48, 37, 49, 36, 49, 36, 48);
    String hole =
        MapText.ring(36.25, 48.25, 36.75, 48.25, 36.75, 48.75, 36.25, 48.75, 36.25, 48.25);
    NormalisedFile swapped =
        MapText.normalised(MapText.feature("red", MapText.polygon(hole, shell)));
    NormalisedFile inOrder =
        MapText.normalised(MapText.feature("red", MapText.polygon(shell, hole)));
    assertThat(swapped.maps().get(0).facts().groundM2())
        .isEqualTo(inOrder.maps().get(0).facts().groundM2())
        .containsEntry(
            RED,
            EllipsoidalArea.m2(Drawing.box(36, 48, 37, 49))
                - EllipsoidalArea.m2(Drawing.box(36.25, 48.25, 36.75, 48.75)));
    assertThat(swapped.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.detail()).contains("its shell is ring 1"));
    assertThat(inOrder.rejections()).isEmpty();
  }

  @Test
  void ofACollectionThePolygonsAreTakenAndTheRestIsIgnoredByName() throws IOException {
    String collection =
        """
        {"type": "GeometryCollection", "geometries": [%s,
          {"type": "LineString", "coordinates": [[36, 48], [37, 49]]},
          {"type": "GeometryCollection", "geometries": [%s,
            {"type": "Point", "coordinates": [36, 48]}]}]}
        """
            .formatted(MapText.box(36, 48, 37, 49), MapText.box(38, 48, 39, 49));
    NormalisedFile file = MapText.normalised(MapText.feature("red", collection));
    assertThat(file.file().parts()).isEqualTo(new Tally(4, 2, 2, 0));
    assertThat(file.file().features()).isEqualTo(new Tally(1, 1, 0, 0));
    assertThat(file.file().ignoredByRule()).containsExactly(Map.entry("points-and-lines", 2L));
  }

  @Test
  void whatHoldsNoGroundOnAnyDayNeedsNoDate() throws IOException {
    String profile =
        """
        file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}
        map-date: {property: day}
        rules:
          - {name: once, when: {type: odd}, last-map-date: 2024-01-01, ignore: no longer true}
          - {name: old, when: {type: old}, ignore: no longer true}
          - {name: red, when: {type: red}, holding: RED held}
        """;
    String box = MapText.box(36, 48, 37, 49);
    NormalisedFile file =
        MapText.normalise(
            profile,
            MapText.PATH,
            MapText.collection(
                MapText.featureWith("\"type\": \"red\", \"day\": \"2024-08-10\"", box),
                MapText.feature("old", box),
                MapText.feature("red", "null"),
                MapText.feature("odd", box),
                MapText.feature("red", box)));
    assertThat(file.file().features()).isEqualTo(new Tally(5, 1, 2, 2));
    assertThat(file.file().ignoredByRule())
        .containsExactly(Map.entry("null-geometry", 1L), Map.entry("old", 1L));
    assertThat(file.rejections())
        .allSatisfy(r -> assertThat(r.reason()).isEqualTo(RejectionReason.UNDATED_FEATURE));
  }

  private static NormalisedFile places(String... features) throws IOException {
    return MapText.normalise(PLACES, MapText.PATH, MapText.collection(features));
  }
}
