package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.territorydelta.Defaults;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.Tally;

/** Worlds in the band from 48 to 49 degrees north: areas there go by degrees of longitude. */
class SnapshotNormaliserTest {
  private static final Holding RED = new Holding("RED", "held");
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Holding CLAIM = new Holding("RED", "claimed");

  @Test
  void everythingReadIsUsedIgnoredOrRejected() throws IOException {
    String good = MapText.box(36, 48, 37, 49);
    String open = MapText.polygon(MapText.ring(40, 48, 41, 48, 41, 49, 40, 49));
    NormalisedFile file =
        MapText.normalised(
            MapText.feature("red", good), // used
            MapText.feature("old", good), // ignored by its rule
            MapText.feature("red", "{\"type\": \"Point\", \"coordinates\": [36, 48]}"), // ignored
            MapText.feature("red", MapText.multiPolygon()), // ignored
            MapText.feature("red", "null"), // ignored
            MapText.feature(
                "blue", MapText.multiPolygon(MapText.box(38, 48, 39, 49), open)), // used
            MapText.feature("old", MapText.multiPolygon(good, open)), // ignored
            MapText.feature("green", good)); // rejected
    assertThat(file.file().features()).isEqualTo(new Tally(8, 2, 5, 1));
    // Ten polygons or things without one: two features have two. Of the open ones, one would be
    // held and is rejected; the other is ignored by its rule, whatever its shape.
    assertThat(file.file().parts()).isEqualTo(new Tally(10, 2, 6, 2));
    assertThat(file.file().ignoredByRule())
        .containsExactly(
            Map.entry("empty-geometry", 1L),
            Map.entry("null-geometry", 1L),
            Map.entry("old", 3L),
            Map.entry("points-and-lines", 1L));
    assertThat(file.rejections()).hasSize(2);
    assertThat(file.rejections().get(0).place().partIndex()).hasValue(1);
  }

  @Test
  void abuttingGroundIsNotTouched() throws IOException {
    SnapshotFacts facts =
        facts(
            MapText.feature("red", MapText.box(36, 48, 37, 49)),
            MapText.feature("blue", MapText.box(37, 48, 39, 49)));
    assertThat(facts.groundM2())
        .containsExactly(Map.entry(BLUE, m2(37, 39)), Map.entry(RED, m2(36, 37)));
    assertThat(facts.mended()).isEqualTo(new SnapshotFacts.Mended(0, 0, 0));
    assertThat(facts.size()).isEqualTo(new SnapshotFacts.Size(2, 10));
  }

  @Test
  void overlapsGoToTheFirmerHoldingWhateverTheOrderInTheFile() throws IOException {
    // Claimed 30-34, blue 32-36, red 35-37: red keeps 2, blue 3 of 4, the claim 2 of 4.
    String claim = MapText.feature("claim", MapText.box(30, 48, 34, 49));
    String blue = MapText.feature("blue", MapText.box(32, 48, 36, 49));
    String red = MapText.feature("red", MapText.box(35, 48, 37, 49));
    SnapshotFacts facts = facts(claim, blue, red);
    assertThat(facts.groundM2())
        .containsExactly(
            Map.entry(BLUE, m2(32, 35)), Map.entry(CLAIM, m2(30, 32)), Map.entry(RED, m2(35, 37)));
    assertThat(facts.mended().overlapM2()).isCloseTo(m2(0, 3), within(2L));
    assertThat(facts(red, blue, claim).id()).isEqualTo(facts.id());
  }

  @Test
  void groundDrawnTwiceByOneHolderCountsOnce() throws IOException {
    SnapshotFacts facts =
        facts(
            MapText.feature("red", MapText.box(30, 48, 33, 49)),
            MapText.feature("red", MapText.box(32, 48, 36, 49)));
    assertThat(facts.groundM2().get(RED)).isCloseTo(m2(30, 36), within(2L));
    assertThat(facts.mended().overlapM2()).isEqualTo(m2(32, 33));
  }

  @Test
  void aBowTieIsRepairedAndAudited() throws IOException {
    // Drawn, the eastern wing is taken off the western one, its mirror image: nothing is left.
    Rejection repair =
        repaired(MapText.polygon(MapText.ring(30, 48, 32, 49, 32, 48, 30, 49, 30, 48)));
    long wing = EllipsoidalArea.m2(Drawing.polygon(30, 48, 31, 48.5, 30, 49, 30, 48));
    assertThat(repair.detail()).startsWith("Self-intersection at 31.0 48.5");
    assertThat(repair.place().drawnM2()).hasValue(0);
    assertThat(repair.place().usedM2().getAsLong()).isCloseTo(2 * wing, within(2L));
  }

  @Test
  void aHoleOutsideIsRepairedAndAudited() throws IOException {
    String shell = MapText.ring(30, 48, 33, 48, 33, 49, 30, 49, 30, 48);
    String stray = MapText.ring(35, 48, 36, 48, 36, 49, 35, 49, 35, 48);
    Rejection repair = repaired(MapText.polygon(shell, stray));
    assertThat(repair.detail()).startsWith("Hole lies outside shell");
    assertThat(repair.place().drawnM2().getAsLong()).isCloseTo(m2(0, 2), within(2L));
    assertThat(repair.place().usedM2().getAsLong()).isCloseTo(m2(0, 4), within(2L));
  }

  @Test
  void aRingThatTouchesItselfIsRepairedWithoutChange() throws IOException {
    // An hourglass drawn through its waist: the ring meets itself in one point.
    Rejection repair =
        repaired(
            MapText.polygon(
                MapText.ring(30, 48, 32, 48, 31, 48.5, 32, 49, 30, 49, 31, 48.5, 30, 48)));
    assertThat(repair.detail()).startsWith("Ring Self-intersection at 31.0 48.5");
    assertThat(repair.place().usedM2().getAsLong())
        .isCloseTo(repair.place().drawnM2().getAsLong(), within(1L));
  }

  @Test
  void aRepairIsCountedInTheFactsOfItsMap() throws IOException {
    SnapshotFacts facts =
        facts(
            MapText.feature(
                "red", MapText.polygon(MapText.ring(30, 48, 32, 49, 32, 48, 30, 49, 30, 48))));
    assertThat(facts.mended().repaired()).isEqualTo(1);
    assertThat(facts.mended().repairedM2()).isEqualTo(facts.groundM2().get(RED));
  }

  @Test
  void theFileIsKnownByItsHashAndDates() throws IOException {
    NormalisedFile file = MapText.normalised();
    assertThat(file.file().content().sha256()).hasSize(64);
    assertThat(file.file().content().bytes()).isEqualTo(MapText.collection().length());
    assertThat(file.file().mapDates()).map(Object::toString).containsExactly("2024-08-12");
    assertThat(file.maps().get(0).facts().isEmpty()).isTrue();
  }

  @Test
  void defaultLocaleAndZoneDoNotMatter() throws Exception {
    String[] features = {
      MapText.feature("red", MapText.box(36.5, 48, 37.25, 49)),
      MapText.feature("blue", MapText.box(37, 48, 39, 49)),
      MapText.feature("green", MapText.box(36, 48, 37, 49)),
      MapText.feature("red", MapText.polygon("[[36, 48], [37, 48], [36, 48]]")),
      MapText.feature("red", MapText.polygon("[[36, 48], [37.5, 48], [36, 49], [36, 49]]")),
      MapText.feature("red", MapText.polygon(MapText.ring(30, 48, 32, 49, 32, 48, 30, 49, 30, 48)))
    };
    NormalisedFile expected = MapText.normalised(features);
    Defaults.vary(
        locale -> {
          NormalisedFile file = MapText.normalised(features);
          assertThat(file.file()).as(locale).isEqualTo(expected.file());
          assertThat(file.rejections()).as(locale).isEqualTo(expected.rejections());
          assertThat(file.maps().get(0).facts())
              .as(locale)
              .isEqualTo(expected.maps().get(0).facts());
        });
  }

  private static Rejection repaired(String geometry) throws IOException {
    NormalisedFile file = MapText.normalised(MapText.feature("red", geometry));
    assertThat(file.rejections()).hasSize(1);
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.REPAIRED);
    assertThat(file.file().parts()).isEqualTo(new Tally(1, 1, 0, 0));
    return file.rejections().get(0);
  }

  private static SnapshotFacts facts(String... features) throws IOException {
    return MapText.normalised(features).maps().get(0).facts();
  }

  private static long m2(double west, double east) {
    return EllipsoidalArea.m2(Drawing.box(west, 48, east, 49));
  }
}
