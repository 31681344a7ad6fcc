package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.RuleMatch.Outcome;
import org.territorydelta.summary.VocabularyBreaks;
import org.territorydelta.summary.VocabularyBreaks.RuledMap;

/** What each rule made of a map, from files written by hand. */
class RuleTallyTest {
  private static final String BOX = MapText.box(36, 48, 37, 49);
  private static final String OTHER = MapText.box(38, 48, 39, 49);

  /** Knows a publisher by the words of one time, and waves the rest through. */
  private static final String NAIVE =
      """
      file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}
      rules:
        - {name: occupied, when: {name: {pattern: '%s'}}, holding: RU held}
        - {name: rest, ignore: the rest}
      """;

  @Test
  void everyPolygonIsCountedOnceByWhatBecameOfIt() throws IOException {
    NormalisedFile file =
        MapText.normalised(
            MapText.feature("red", MapText.multiPolygon(BOX, OTHER)),
            MapText.feature("red", MapText.box(46, 48, 47, 49)),
            MapText.feature("old", BOX),
            MapText.feature("new", BOX),
            MapText.feature("red", "{\"type\": \"Point\", \"coordinates\": [36, 48]}"));
    long boxM2 = EllipsoidalArea.m2(Drawing.box(36, 48, 37, 49));

    List<RuleMatch> rules = file.maps().get(0).rules();
    assertThat(rules)
        .extracting(
            match -> match.decision().rule(),
            match -> match.decision().outcome(),
            RuleMatch::polygons,
            RuleMatch::areaM2)
        .containsExactly(
            tuple("NO_RULE", Outcome.REJECTED, 1L, 0L),
            tuple("OUTSIDE_EXTENT", Outcome.REJECTED, 1L, 0L),
            tuple("old", Outcome.IGNORED, 1L, 0L),
            tuple("points-and-lines", Outcome.IGNORED, 1L, 0L),
            tuple("red", Outcome.HELD, 2L, 2 * boxM2));
    assertThat(rules.get(0).values()).containsExactly("type 'new'");
    assertThat(rules.stream().mapToLong(RuleMatch::polygons).sum())
        .isEqualTo(file.file().parts().read());
  }

  @Test
  void aValueIsSpelledWithoutWhatDiffersFromPolygonToPolygon() {
    assertThat(RuleMatch.vocabulary(" Liberated\u00a0 27-31.03\n")).isEqualTo("Liberated #-#.#");
    assertThat(RuleMatch.vocabulary("#bcaaa4")).isEqualTo("#bcaaa4");
    assertThat(RuleMatch.vocabulary("#0288d1")).isEqualTo("#0288d1");
    assertThat(RuleMatch.vocabulary("12")).isEqualTo("12");
    assertThat(RuleMatch.vocabulary("x".repeat(100))).hasSize(80);
  }

  /** Eight maps under the old names, then two under the new ones, understood by one pattern. */
  private static List<SeriesBreak> renaming(String pattern) throws IOException {
    SnapshotNormaliser normaliser = MapText.normaliser(NAIVE.formatted(pattern));
    List<RuledMap> maps = new ArrayList<>();
    for (int day = 1; day <= 10; day++) {
      String key = day <= 8 ? "" : " /// geoJSON.status.";
      String text =
          MapText.collection(
              named("Окуповано /// Occupied" + (key.isEmpty() ? "" : key + "occupied"), BOX),
              named("Звільнено " + day + ".03" + (key.isEmpty() ? "" : key + "dismissed"), OTHER));
      String path = "map_202403%02d.geojson".formatted(day);
      var map = MapText.normalise(normaliser, path, text).maps().get(0);
      maps.add(new RuledMap(map.facts(), map.rules()));
    }
    return VocabularyBreaks.find(maps, 7);
  }

  private static String named(String name, String geometry) {
    return MapText.featureWith("\"name\": \"" + name + "\"", geometry);
  }

  @Test
  void aProfileThatKnowsOnlyTheOldNamesIsToldOfTheNewOnes() throws IOException {
    List<SeriesBreak> breaks = renaming("Occupied$");

    assertThat(breaks).extracting(b -> b.key().mapDate().toString()).containsOnly("2024-03-09");
    assertThat(breaks).extracting(b -> b.key().side()).containsExactly("RU", "none");
    assertThat(breaks.get(0).detail()).startsWith("rule occupied stopped: 1 polygon of 8");
    assertThat(breaks.get(1).detail())
        .startsWith("rule rest takes anything: 2 polygons, never seen before: ");
  }

  @Test
  void aProfileThatKnowsOnlyTheNewNamesIsToldThatTheyAreNew() throws IOException {
    List<SeriesBreak> breaks = renaming("geoJSON\\.status\\.occupied$");

    assertThat(breaks).extracting(b -> b.key().mapDate().toString()).containsOnly("2024-03-09");
    assertThat(breaks.get(0).detail()).startsWith("rule occupied started: 1 polygon of 8");
  }
}
